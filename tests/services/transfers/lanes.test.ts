import { expect, test } from 'vitest';
import type { Change } from '#app/services/change.ts';
import { enqueueTransfer } from '#app/services/transfers/release-transfer.ts';

/** The queue that each transfer is put into, for these receivers. */
async function queuesFor(receivers: readonly string[]): Promise<(string | undefined)[]> {
  const queues: (string | undefined)[] = [];
  const enqueue: Change['enqueue'] = async (_job, _payload, options) => void queues.push(options?.queueName);
  for (const [n, receiver] of receivers.entries()) await enqueueTransfer({ enqueue }, `t${n}`, receiver);
  return queues;
}

test('however many receivers are slow, transfers take two of the worker’s four hands', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `receiver-${n}`);
  expect(new Set(await queuesFor(many)).size).toBe(2);
});

test('what goes to one receiver goes one after the other', async () => {
  const [first, second] = await queuesFor(['southwind', 'southwind']);
  expect(first).toBeDefined();
  expect(second).toBe(first);
});
