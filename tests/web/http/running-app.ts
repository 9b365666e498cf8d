import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { AppLoadContext } from '@remix-run/node';
import pino from 'pino';
import { makeMetrics } from '#app/web/http/metrics.ts';
import { makeWebApp } from '#app/web/http/web-app.ts';

type Remix = (request: Request, context: AppLoadContext) => Promise<Response> | Response;

/** The web application on a port of its own, with `remix` in Remix's place and a log that is kept. */
export async function runApp(
  remix: Remix,
  options: { publicUrl?: string; database?: () => Promise<void> } = {},
) {
  const lines: string[] = [];
  const checks = { database: options.database ?? (async () => {}), queueAgeSeconds: async () => 7 };
  const server = createAdaptorServer({
    fetch: (...args) => app.fetch(...args),
    overrideGlobalObjects: false,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = makeWebApp({
    remix: async (request, context) => remix(request, context),
    habeas: {} as AppLoadContext['habeas'],
    patternOf: (path) => (path.startsWith('/case/') ? '/case/:reference' : '(none)'),
    settings: { publicUrl: options.publicUrl ?? url, trustProxy: false },
    checks,
    metrics: makeMetrics(checks.queueAgeSeconds),
    log: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    clientFolder: `${import.meta.dirname}/client-folder`,
  });
  return {
    url,
    lines,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

export type RunningApp = Awaited<ReturnType<typeof runApp>>;
