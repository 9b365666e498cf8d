import { describe, expect, it } from 'vitest';
import { manualTaskConnector } from '#app/connectors/manual-task.ts';
import { allOf } from '#tests/support/all-of.ts';
import { CONTRACT_ROWS, connectorContract, contractMap, query } from './contract.ts';

async function* lines(rows: readonly object[]) {
  for (const row of rows) yield JSON.stringify(row);
}

connectorContract('manual task', async () =>
  manualTaskConnector(async (source) => {
    const rows = CONTRACT_ROWS[source.split('/')[1] as keyof typeof CONTRACT_ROWS];
    return rows && lines(rows);
  }),
);

describe('a task for a person', () => {
  const asked = query(contractMap.collections[0], { field: 'id', match: 'exact', values: ['1'] });
  const read = (supplied: AsyncIterable<string> | undefined) =>
    allOf(manualTaskConnector(async () => supplied).read(asked));

  it('is waited for until somebody has supplied something', async () => {
    await expect(read(undefined)).rejects.toMatchObject({
      code: 'awaiting_person',
      source: 'contract/people',
    });
  });

  it('may find nothing', async () => {
    expect(await read(lines([]))).toEqual([]);
  });

  it('names the line that is no object and does not quote it', async () => {
    const bad = (async function* () {
      yield '{"id":1}';
      yield 'ada@example.com;7';
    })();
    await expect(read(bad)).rejects.toThrow(/^contract\/people: line 2 is not a JSON object$/);
  });
});
