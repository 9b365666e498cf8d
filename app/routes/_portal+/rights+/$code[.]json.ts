import { findPublication } from '#app/services/rights/published-packs.ts';
import { publishedJson } from '#app/web/published-json.server.ts';
import { serve } from '#app/web/serve.server.ts';

/** The rules as data: `packs.json`, `pack.schema.json`, `vectors.json`, and one pack at each jurisdiction's address. */
export const loader = serve(({ request, params }) =>
  publishedJson(request, findPublication(params.code ?? '')),
);
