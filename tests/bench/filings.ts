import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import fastify from 'fastify';
import { systemClock } from '#app/services/clock.ts';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { connect, openDatabase } from '#db/client.ts';
import { testContext } from '#tests/support/context.ts';
import { aFiling } from '#tests/support/filing.ts';
import { type Comparison, compare, inParallel, perSecond } from './measure.ts';
import type { BenchServer } from './server.ts';

const FILINGS = 300;
const WIDTH = 10;

/**
 * Whole filings (request, item, deadline, audit entries, code, receipt, jobs, session: one transaction each) over
 * single inserts of Fastify with drizzle as it comes, both with the same number of connections on the same server.
 */
export async function benchFilings(server: BenchServer): Promise<Comparison> {
  const database = openDatabase(server.appUrl, { max: WIDTH });
  const ctx = { ...testContext(database.db).ctx, clock: systemClock };
  const plain = await plainInserts(server);
  try {
    return await compare(
      'filings',
      'a second',
      () => perSecond(FILINGS, () => inParallel(FILINGS, WIDTH, () => fileRequest(ctx, aFiling()))),
      'Fastify with single drizzle inserts',
      () => perSecond(FILINGS * 4, () => inParallel(FILINGS * 4, WIDTH, plain.insert)),
    );
  } finally {
    await Promise.all([database.close(), plain.close()]);
  }
}

async function plainInserts(server: BenchServer) {
  const owner = connect(server.ownerUrl, { max: WIDTH });
  const db = drizzle(owner);
  await db.execute('create table if not exists bench_plain (n integer, note text)');
  const plain = pgTable('bench_plain', { n: integer(), note: text() });
  const app = fastify();
  app.post<{ Body: { n: number } }>('/', async ({ body }) => {
    await db.insert(plain).values({ n: body.n, note: 'a single insert' });
    return { ok: true };
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = { 'content-type': 'application/json' };
  return {
    insert: (n: number) =>
      fetch(address, { method: 'POST', headers, body: JSON.stringify({ n }) }).then((r) => r.text()),
    close: () => Promise.all([app.close(), owner.end({ timeout: 5 })]),
  };
}
