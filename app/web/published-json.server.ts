import { createHash } from 'node:crypto';

/**
 * Public data as JSON with an entity tag: whoever has it already gets 304. Readable from any site, since it is the same
 * for everybody and no cookie is asked for.
 */
export function publishedJson(request: Request, value: unknown): Response {
  const body = `${JSON.stringify(value, null, 2)}\n`;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  };
  const known = request.headers
    .get('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.some((tag) => tag === etag || tag === '*')) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
}
