import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

/** The browser's files. Those under `/assets` carry a hash in their name and may be kept for ever. */
export function staticFiles(folder: string): MiddlewareHandler {
  const serve = serveStatic({ root: folder, precompressed: true });
  return async (c, next) => {
    const { path } = c.req;
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const isAsset = path.startsWith('/assets/');
    if (!isAsset && !/^\/[\w-]+\.\w+$/.test(path)) return next();
    const response = await serve(c, async () => {});
    if (!response) return isAsset ? c.text('not_found\n', 404) : next();
    response.headers.set(
      'Cache-Control',
      isAsset ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    return response;
  };
}
