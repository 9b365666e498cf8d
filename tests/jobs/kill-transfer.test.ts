import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type ArtifactStorage, openStorage } from '#app/services/storage.ts';
import { releaseTransfer } from '#app/services/transfers/release-transfer.ts';
import { auditEntries } from '#db/schema/index.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';
import {
  configure,
  readyWithBytes,
  southwindAt,
  transferRow,
} from '#tests/services/transfers/transfer-desk.ts';
import { type TestReceiver, testReceiver } from '#tests/support/receiver.ts';
import { growthDuring } from '#tests/support/resident.ts';
import { workerProcesses } from '#tests/support/worker-process.ts';

const MEGABYTE = 1_000_000;
const MOST_GROWTH = 80;
const SETTINGS = { TRANSFER_LOOPBACK: '1' };
const folder = mkdtempSync(path.join(tmpdir(), 'habeas-transfer-'));
const workers = workerProcesses(folder);
let desk: Desk;
let storage: ArtifactStorage;
let receiver: TestReceiver;

beforeAll(async () => {
  desk = await openDesk();
  storage = await openStorage({ storageUrl: undefined, dataDir: folder, vault: desk.ctx.vault });
});
beforeEach(async () => {
  receiver = await testReceiver();
  await configure(desk.as({ kind: 'system', name: 'test' }), southwindAt(receiver));
});
afterEach(async () => {
  await workers.killAll();
  await receiver.close();
});
afterAll(async () => {
  await desk.base.drop();
  rmSync(folder, { recursive: true });
});

function* megabytes(count: number) {
  for (let n = 0; n < count; n += 1) yield Buffer.alloc(MEGABYTE, n);
}
const start = () => workers.start(desk.base.appUrl, SETTINGS);
async function released(size: number) {
  const ready = await readyWithBytes(desk, storage, megabytes(size));
  await releaseTransfer(desk.officer, { reference: ready.reference, itemId: ready.itemId });
  return ready;
}
const comesTo = (itemId: string, state: string) =>
  vi.waitFor(async () => expect((await transferRow(desk.ctx, itemId)).state).toBe(state), {
    timeout: 40_000,
    interval: 100,
  });

test('kill -9 in the middle of a transfer: the next worker sends it, and the receiver accepts one', async () => {
  const ready = await released(40);
  receiver.slow(20 * MEGABYTE);
  const first = await start();
  await vi.waitFor(() => expect(receiver.readSoFar()).toBeGreaterThan(MEGABYTE), 20_000);
  await workers.kill(first);
  expect(receiver.accepted).toEqual([]);
  receiver.slow(undefined);

  await start();
  await comesTo(ready.itemId, 'accepted');
  expect(receiver.begun).toHaveLength(2);
  expect(receiver.begun[1]?.['idempotency-key']).toBe(receiver.begun[0]?.['idempotency-key']);
  expect(receiver.accepted).toMatchObject([{ sha256: ready.sha256, bytes: 40 * MEGABYTE }]);
}, 90_000);

test('kill -9 before the answer was heard: it is sent again under the same key, and the receiver keeps one', async () => {
  const ready = await released(1);
  receiver.answer('hang');
  const first = await start();
  await vi.waitFor(() => expect(receiver.accepted).toHaveLength(1), 20_000);
  await workers.kill(first);

  await start();
  await comesTo(ready.itemId, 'accepted');
  expect(receiver.begun).toHaveLength(2);
  expect(receiver.accepted).toHaveLength(1);
  expect(await transferRow(desk.ctx, ready.itemId)).toMatchObject({ receipt: 'r-1' });
}, 90_000);

test('a receiver that is busy at first is asked again by the worker, and each attempt is in the log', async () => {
  const ready = await released(1);
  receiver.answer(503);
  await start();
  await comesTo(ready.itemId, 'accepted');
  const entries = await desk.ctx.db
    .select({ data: auditEntries.data })
    .from(auditEntries)
    .where(and(eq(auditEntries.requestId, ready.requestId), eq(auditEntries.kind, 'transfer.attempted')))
    .orderBy(auditEntries.id);
  expect(entries.map(({ data }) => [data.attempt, data.outcome, data.status])).toEqual([
    [1, 'receiver_busy', 503],
    [2, 'accepted', 201],
  ]);
}, 60_000);

test('200 MB pass through the worker in constant memory, whatever the receiver’s pace', async () => {
  const warm = await released(1);
  const worker = await start();
  await comesTo(warm.itemId, 'accepted');
  const ready = await readyWithBytes(desk, storage, megabytes(200));
  receiver.slow(80 * MEGABYTE);
  const { megabytes: grown } = await growthDuring(worker.pid ?? 0, async () => {
    await releaseTransfer(desk.officer, { reference: ready.reference, itemId: ready.itemId });
    await comesTo(ready.itemId, 'accepted');
  });
  expect(receiver.accepted.at(-1)).toMatchObject({ sha256: ready.sha256, bytes: 200 * MEGABYTE });
  expect(grown).toBeLessThan(MOST_GROWTH);
}, 90_000);
