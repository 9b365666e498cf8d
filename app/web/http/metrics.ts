import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of the web process. Labels are methods, route patterns and status classes; never a path or an id. */
export function makeMetrics(queueAgeSeconds: () => Promise<number>) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'habeas_http_requests_total',
    help: 'Answered requests by route pattern',
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'habeas_http_request_duration_seconds',
    help: 'Seconds until the answer began',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'habeas_job_queue_age_seconds',
    help: 'Seconds that the oldest due job has been waiting; -1 when unknown',
    registers: [registry],
    async collect() {
      this.set(await queueAgeSeconds().catch(() => -1));
    },
  });
  return {
    registry,
    /** Notes an answered request. */
    observe(method: string, route: string, status: number, seconds: number): void {
      const known = METHODS.has(method) ? method : 'other';
      requests.inc({ method: known, route, status: `${Math.floor(status / 100)}xx` });
      duration.observe({ method: known, route }, seconds);
    },
  };
}

export type Metrics = ReturnType<typeof makeMetrics>;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
