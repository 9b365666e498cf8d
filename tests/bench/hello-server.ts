/** The limit for pages: one line of text by Remix behind our own HTTP application, in a process of its own. */
import { PassThrough } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { Links, Meta, RemixServer, Scripts, ScrollRestoration } from '@remix-run/react';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { createLog } from '#app/config/log.ts';
import { makeMetrics } from '#app/web/http/metrics.ts';
import { routePatterns } from '#app/web/http/route-pattern.ts';
import { makeWebApp } from '#app/web/http/web-app.ts';

/** What a new Remix application has around its page. */
function Hello() {
  const head = createElement('head', null, createElement(Meta), createElement(Links));
  const page = createElement('p', null, 'Hello');
  const body = createElement('body', null, page, createElement(ScrollRestoration), createElement(Scripts));
  return createElement('html', { lang: 'en' }, head, body);
}

const hello = { id: 'root', path: '', module: { default: Hello } };
const asset = { hasAction: false, hasLoader: false, hasClientAction: false, hasClientLoader: false };

/** What the compiler would make of an application with one route and an entry that streams as ours does. */
const build: ServerBuild = {
  mode: 'production',
  entry: {
    module: {
      default: (request, status, headers, context) =>
        new Promise((resolve, reject) => {
          headers.set('Content-Type', 'text/html; charset=utf-8');
          const { pipe } = renderToPipeableStream(createElement(RemixServer, { context, url: request.url }), {
            onShellReady() {
              const body = new PassThrough();
              resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
              pipe(body);
            },
            onShellError: reject,
          });
        }),
    },
  },
  routes: { root: hello },
  assets: {
    version: '1',
    url: '/none.js',
    entry: { imports: [], module: '/none.js' },
    routes: { root: { id: 'root', path: '', module: '/none.js', hasErrorBoundary: false, ...asset } },
  },
  publicPath: '/',
  assetsBuildDirectory: 'none',
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
};

const checks = { database: async () => {}, queueAgeSeconds: async () => 0 };
const port = Number(process.env.PORT);
const app = makeWebApp({
  remix: createRequestHandler(build, 'production'),
  habeas: {} as never,
  patternOf: routePatterns(build.routes),
  settings: { publicUrl: `http://127.0.0.1:${port}`, trustProxy: false },
  checks,
  metrics: makeMetrics(checks.queueAgeSeconds),
  log: createLog({ logLevel: 'info' }, 'web'),
  clientFolder: 'build/client',
});
process.on('disconnect', () => process.exit(0));
createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }).listen(port, '127.0.0.1', () =>
  process.send?.({ type: 'ready' }),
);
