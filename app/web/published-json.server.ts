import { createHash } from 'node:crypto';

const known = new WeakMap<object, { body: string; etag: string }>();

/** The text of a value that never changes, with its tag; made once. */
function serialised(value: object): { body: string; etag: string } {
  let found = known.get(value);
  if (!found) {
    const body = `${JSON.stringify(value, null, 2)}\n`;
    found = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
    known.set(value, found);
  }
  return found;
}

/**
 * Public data as JSON with an entity tag: whoever has it already gets 304. Readable from any site, since it is the same
 * for everybody and no cookie is asked for.
 */
export function publishedJson(request: Request, value: object): Response {
  const { body, etag } = serialised(value);
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  };
  const held = request.headers
    .get('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (held?.some((tag) => tag === etag || tag === '*')) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
}
