import { readdirSync, readFileSync } from 'node:fs';
import { parseCronItems } from 'graphile-worker';
import { expect, test } from 'vitest';
import { crontab } from '#app/jobs/crontab.ts';
import { tasks } from '#app/jobs/index.ts';

const services = readdirSync('app/services', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`app/services/${file}`, 'utf8'))
  .join('\n');

test('every job that a service adds is one that the worker knows', () => {
  const added = [...services.matchAll(/\benqueue\(\s*'(\w+)'/g)].map(([, name]) => name);
  expect(added.length).toBeGreaterThanOrEqual(4);
  expect(added.filter((name) => !(name && name in tasks))).toEqual([]);
});

test('every recurring turn names a job that takes an empty payload, at a time that can come', () => {
  expect(parseCronItems(crontab)).toHaveLength(crontab.length);
  for (const { task } of crontab) expect(tasks[task]?.payload.safeParse({}).success, task).toBe(true);
});

test('no payload takes anything beside ids: it stands unencrypted in the queue', () => {
  const id = '3f2b8f5e-6a58-4d1c-9a51-0c6a52a2f001';
  const ids = { mailId: id, runId: id, packageId: id, requestId: id };
  for (const [name, { payload }] of Object.entries(tasks)) {
    const own = Object.fromEntries(
      Object.entries(ids).filter(([key]) => payload.safeParse({ [key]: id }).success),
    );
    expect(payload.safeParse({ ...own, email: 'ada@example.org' }).success, name).toBe(false);
    expect(payload.safeParse({ mailId: 'ada@example.org' }).success, name).toBe(false);
  }
});
