import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Metrics } from './metrics.ts';

/** What `/readyz` asks about. */
export interface HealthChecks {
  /** Resolves when the database answers. */
  database(): Promise<void>;
  /** Seconds that the oldest due job has been waiting. */
  queueAgeSeconds(): Promise<number>;
}

/** Seconds after which a waiting job means that no worker is working. */
const QUEUE_PATIENCE = 300;
/** Milliseconds that a check may take. */
const CHECK_LIMIT = 2_000;

/**
 * `/healthz`: the process answers. `/readyz`: it can serve, that is, the database answers; an old queue is told but
 * takes no web node out of service, since pages work without the worker. `/metrics`: for this machine only.
 */
export function healthRoutes(checks: HealthChecks, metrics: Metrics): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const database = await within(checks.database());
    const age = database.ok ? await within(checks.queueAgeSeconds()) : database;
    const seconds = age.ok ? Math.round(age.value ?? 0) : null;
    const queue = seconds === null ? 'unknown' : seconds > QUEUE_PATIENCE ? 'late' : 'ok';
    const status = database.ok ? 'ok' : 'unavailable';
    return c.json({ status, database: status, queue, queueAgeSeconds: seconds }, database.ok ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    if (!isLocal(getConnInfo(c).remote.address, c.req.raw.headers)) return c.notFound();
    return c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType });
  });
  return app;
}

/** From this machine, and not handed on by a proxy that runs on it. */
function isLocal(address: string | undefined, headers: Headers): boolean {
  if (headers.has('X-Forwarded-For') || headers.has('Forwarded')) return false;
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

async function within<T>(work: Promise<T>): Promise<Outcome<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome<T>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false }), CHECK_LIMIT);
  });
  const done = work.then(
    (value): Outcome<T> => ({ ok: true, value }),
    (): Outcome<T> => ({ ok: false }),
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
