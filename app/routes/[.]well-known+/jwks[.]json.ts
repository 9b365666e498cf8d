import { jwks } from '#app/services/disclosure/signing-keys.ts';
import { serve } from '#app/web/serve.server.ts';

/** Public keys of packages as a JWK Set, retired ones too: a key inside a package proves nothing. */
export const loader = serve(async ({ ctx }) =>
  Response.json(await jwks(ctx), {
    headers: { 'Content-Type': 'application/jwk-set+json', 'Cache-Control': 'public, max-age=300' },
  }),
);
