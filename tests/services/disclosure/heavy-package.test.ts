import { afterAll, beforeAll, expect, it } from 'vitest';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import { buildPackage } from '#app/services/disclosure/build-package.ts';
import { openPackageStream } from '#app/services/disclosure/open-package-stream.ts';
import { requestPackage } from '#app/services/disclosure/request-package.ts';
import { verifyPackage } from '#app/services/disclosure/verify-package.ts';
import { HEAVY_LOG_ROWS, personas } from '#db/northwind/personas.ts';
import { type DemoDesk, openDemoDesk } from './demo-desk.ts';

const MOST_GROWTH = 120 * 1024 * 1024;

let desk: DemoDesk;
beforeAll(async () => {
  desk = await openDemoDesk(HEAVY_LOG_ROWS);
});
afterAll(() => desk.close());

/** The most that the process grew, sampled while the work runs. */
async function growthOf<T>(work: () => Promise<T>): Promise<{ result: T; growth: number; seconds: number }> {
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const result = await work();
  clearInterval(sampling);
  return { result, growth: most - before, seconds: (performance.now() - started) / 1000 };
}

it('the package of a customer with 200,000 rows is collected, built, verified and read in constant memory', {
  timeout: 120_000,
}, async () => {
  // Once with a light customer, so that what is loaded once is not counted as growth.
  for (const persona of [personas.californian, personas.heavy]) {
    const { reference, items } = await desk.proven([{ kind: 'account_id', value: persona.accountId }]);
    const collected = await growthOf(() => desk.collect(reference));
    await reviewCollection(desk.officer, { runId: collected.result.run.id });
    const { packageId } = await requestPackage(desk.officer, { reference, itemId: items[0] ?? '' });
    const built = await growthOf(() => buildPackage(desk.worker, { packageId }, { last: true }));
    const verified = await growthOf(() => verifyPackage(desk.officer, { packageId }));
    const read = await growthOf(async () => {
      let bytes = 0;
      for await (const chunk of (await openPackageStream(desk.officer, { packageId })).stream)
        bytes += (chunk as Buffer).length;
      return bytes;
    });
    expect(verified.result.verdict).toBe('valid');
    if (persona !== personas.heavy) continue;
    const rows = collected.result.sources.find((one) => one.collection === 'access_logs')?.rows;
    expect(rows).toBe(HEAVY_LOG_ROWS);
    for (const [step, { growth, seconds }] of Object.entries({ collected, built, verified, read })) {
      if (process.env.MEASURE)
        process.stdout.write(`${step}: ${(growth / 1e6).toFixed(0)} MB, ${seconds.toFixed(2)} s\n`);
      expect(growth, step).toBeLessThan(MOST_GROWTH);
    }
  }
});
