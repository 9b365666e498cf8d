import { eq } from 'drizzle-orm';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import { buildPackage } from '#app/services/disclosure/build-package.ts';
import { requestPackage } from '#app/services/disclosure/request-package.ts';
import { connect, openDatabase } from '#db/client.ts';
import { HEAVY_LOG_ROWS, personas } from '#db/northwind/personas.ts';
import { packages } from '#db/schema/index.ts';
import { openDemoDesk } from '#tests/services/disclosure/demo-desk.ts';
import { type Comparison, compare } from './measure.ts';
import type { BenchServer } from './server.ts';

const ROUNDS = 3;
const AGAINST = 'COPY (SELECT row_to_json ...) of the same rows to nowhere';

/**
 * The heavy customer's package in MB/s of the rows' JSON as PostgreSQL writes it. The limit reads the same rows by COPY
 * and drops them. `package` reads what was collected, decrypts, applies what is withheld, hashes, zips, encrypts and
 * writes; `collection and package` walks the data map of all sources before.
 */
export async function benchPackage(server: BenchServer): Promise<Comparison[]> {
  const [app, owner] = [openDatabase(server.appUrl, { max: 5 }), openDatabase(server.ownerUrl, { max: 2 })];
  const base = {
    ...server,
    app,
    owner,
    drop: async () => void (await Promise.all([app.close(), owner.close()])),
  };
  const desk = await openDemoDesk(HEAVY_LOG_ROWS, base);
  try {
    const proven = [{ kind: 'account_id' as const, value: personas.heavy.accountId }];
    const { reference, items } = await desk.proven(proven);
    const megabytes = (await copyRows(server.ownerUrl)) / 1e6;
    const rate = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return (megabytes * 1000) / (performance.now() - start);
    };
    let packageId = '';
    const build = () => buildPackage(desk.worker, { packageId }, { last: true });
    const collectAndBuild = async () => {
      const { run } = await desk.collect(reference);
      await reviewCollection(desk.officer, { runId: run.id });
      ({ packageId } = await requestPackage(desk.officer, { reference, itemId: items[0] ?? '' }));
      await build();
    };
    const copy = () => rate(() => copyRows(server.ownerUrl));
    const whole = await compare(
      'collection and package',
      'MB/s',
      () => rate(collectAndBuild),
      AGAINST,
      copy,
      ROUNDS,
    );
    const again = async () => {
      await desk.ctx.db.update(packages).set({ status: 'queued' }).where(eq(packages.id, packageId));
      return rate(build);
    };
    return [await compare('package', 'MB/s', again, AGAINST, copy, ROUNDS), whole];
  } finally {
    await desk.close();
  }
}

/** @returns bytes of the rows' JSON */
async function copyRows(url: string): Promise<number> {
  // A connection of its own: the driver cannot be relied on to answer another query after a COPY.
  const sql = connect(url, { max: 1 });
  let bytes = 0;
  const rows = sql`copy (select row_to_json(l) from access_logs l where account_id = '${sql.unsafe(personas.heavy.accountId)}') to stdout`;
  for await (const chunk of await rows.readable()) bytes += (chunk as Buffer).length;
  await sql.end();
  return bytes;
}
