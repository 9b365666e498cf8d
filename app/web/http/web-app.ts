import { randomBytes, randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { AppLoadContext } from '@remix-run/node';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { BODY_LIMIT } from '../limits.ts';
import { chosenLanguage, LANGUAGE_PARAM, languageCookie } from '../locale.server.ts';
import { announcesMore, type LimitedBody, limitedBody } from './body-limit.ts';
import { clientNetwork } from './client-network.ts';
import { type HealthChecks, healthRoutes } from './health.ts';
import type { Metrics } from './metrics.ts';
import { ownOrigin } from './own-origin.ts';
import { type ProblemName, problemResponse } from './problem-response.ts';
import { canDecode } from './route-pattern.ts';
import { isSameOrigin } from './same-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { staticFiles } from './static-files.ts';

/** What the web application is made of. */
export interface WebAppParts {
  /** Answers a request with Remix. */
  readonly remix: (request: Request, context: AppLoadContext) => Promise<Response>;
  /** The services' world, which loaders and actions get beside the request's own facts. */
  readonly habeas: AppLoadContext['habeas'];
  readonly patternOf: (path: string) => string;
  readonly settings: { readonly publicUrl: string; readonly trustProxy: boolean };
  readonly checks: HealthChecks;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Folder of the browser's files. */
  readonly clientFolder: string;
}

type Vars = { Variables: { requestId: string; nonce: string; origin: string; started: number } };

/** The HTTP application around Remix: what must hold for every request holds here, whatever the route forgets. */
export function makeWebApp(parts: WebAppParts): Hono<Vars> {
  const { settings, log } = parts;
  const https = settings.publicUrl.startsWith('https:');
  const app = new Hono<Vars>();

  const render = (request: Request, c: { requestId: string; nonce: string; network: string }) =>
    parts.remix(request, {
      habeas: parts.habeas,
      ...c,
      reportError: (error) =>
        log.error({ requestId: c.requestId, err: withoutData(error) }, 'request failed'),
    });
  const factsOf = (c: Parameters<typeof getConnInfo>[0]) => ({
    requestId: c.get('requestId') as string,
    nonce: c.get('nonce') as string,
    network: clientNetwork(getConnInfo(c).remote.address, c.req.raw.headers, settings.trustProxy),
  });
  const refuse = (name: ProblemName, c: Parameters<typeof getConnInfo>[0]) =>
    problemResponse(name, c.req.raw, settings.publicUrl, (page) => render(page, factsOf(c)));

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('requestId', randomUUID());
    c.set('nonce', randomBytes(16).toString('base64'));
    await next();
    setSecurityHeaders(c.res.headers, { nonce: c.get('nonce'), https });
    c.res.headers.set('X-Request-Id', c.get('requestId'));
    const seconds = (performance.now() - started) / 1000;
    const route = c.req.path.startsWith('/assets/') ? '/assets/*' : parts.patternOf(c.req.path);
    parts.metrics.observe(c.req.method, route, c.res.status, seconds);
    const ms = Math.round(seconds * 1000);
    log.info(
      { requestId: c.get('requestId'), method: c.req.method, route, status: c.res.status, ms },
      'answered',
    );
  });

  app.onError((error, c) => {
    log.error({ requestId: c.get('requestId'), err: withoutData(error) }, 'request failed');
    return refuse('unexpected', c);
  });

  app.route('/', healthRoutes(parts.checks, parts.metrics));
  app.use(staticFiles(parts.clientFolder));
  // Remix would answer here with the whole route manifest for any list of paths.
  app.all('/__manifest', (c) => refuse('not_found', c));

  app.use(async (c, next) => {
    const origin = ownOrigin(settings.publicUrl, c.req.header('Host') ?? null);
    if (!origin) return refuse('wrong_host', c);
    if (!isSameOrigin(c.req.raw, origin)) return refuse('cross_site', c);
    // The router would write such a path to the console, whatever it holds.
    if (!canDecode(c.req.path)) return refuse('not_found', c);
    c.set('origin', origin);
    return next();
  });
  app.all('*', async (c) => {
    if (announcesMore(c.req.raw.headers, BODY_LIMIT)) return refuse('payload_too_large', c);
    const body = limitedBody(c.req.raw, BODY_LIMIT);
    const request = atOrigin(c.req.raw, c.get('origin'), body);
    const url = new URL(request.url);
    const chosen = chosenLanguage(url);
    if (chosen && request.method === 'GET' && !IN_EVERY_LANGUAGE.test(url.pathname)) {
      url.searchParams.delete(LANGUAGE_PARAM);
      return new Response(null, {
        status: 303,
        headers: { Location: url.href, 'Set-Cookie': languageCookie(chosen, https) },
      });
    }
    const response = await render(request, factsOf(c)).catch((error: unknown) => {
      if (body.exceeded()) return undefined;
      throw error;
    });
    if (!response || body.exceeded()) return refuse('payload_too_large', c);
    if (chosen) response.headers.append('Set-Cookie', languageCookie(chosen, https));
    return response;
  });
  return app;
}

/**
 * What answers in the language of its address instead of being sent on: data for a page that is already shown, and the
 * pages about the law, which are linked to in each language and read by machines that keep no cookies.
 */
const IN_EVERY_LANGUAGE = /\.data$|^\/rights(\/|$)/;

/** The same request as seen from outside: Remix compares `Origin` with these, and forwarded headers are not its business. */
function atOrigin(request: Request, origin: string, { stream }: LimitedBody): Request {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ['X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-For', 'Forwarded'])
    headers.delete(name);
  headers.set('Host', new URL(origin).host);
  return new Request(`${origin}${pathname}${search}`, {
    method: request.method,
    headers,
    signal: request.signal,
    ...(stream && { body: stream, duplex: 'half' }),
  });
}

/** Name, place and code of an error. Its message stays out: drivers put values into it. */
function withoutData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code, at: frames?.slice(0, 8).map((line) => line.trim()) };
}
