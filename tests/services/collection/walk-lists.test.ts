import { describe, expect, it } from 'vitest';
import type { Connector } from '#app/connectors/connector.ts';
import { manualTaskConnector } from '#app/connectors/manual-task.ts';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';
import { parseRowLine } from '#app/domain/disclosure/collected-line.ts';
import { redactRow } from '#app/domain/disclosure/redact-row.ts';
import { walkSources } from '#app/services/collection/walk-sources.ts';

/** A shop that keeps whole conversations and lists of people inside one column, and empty text for "none". */
const SHOP = {
  dataset: [
    {
      fides_key: 'shop',
      collections: [
        {
          name: 'customers',
          fields: [
            { name: 'id', fides_meta: { primary_key: true } },
            { name: 'email', fides_meta: { identity: 'email' } },
            { name: 'club' },
          ],
        },
        {
          name: 'clubs',
          fields: [
            { name: 'id', fides_meta: { primary_key: true } },
            {
              name: 'code',
              fides_meta: { references: [{ dataset: 'shop', field: 'customers.club', direction: 'from' }] },
            },
          ],
        },
        {
          name: 'tickets',
          meta: { third_party: [{ person: 'thread.author', kind: 'email', mask: ['thread.text'] }] },
          fields: [
            { name: 'id', fides_meta: { primary_key: true } },
            { name: 'email', fides_meta: { identity: 'email' } },
            {
              name: 'thread',
              fides_meta: { data_type: 'object[]' },
              fields: [{ name: 'author' }, { name: 'text' }],
            },
            { name: 'notes', fides_meta: { data_type: 'string[]' }, meta: { free_text: true } },
            {
              name: 'calls',
              fides_meta: { data_type: 'object[]' },
              fields: [{ name: 'summary', meta: { free_text: true } }],
            },
          ],
        },
      ],
    },
  ],
};

const ROWS: Record<string, object[]> = {
  'shop/customers': [{ id: '1', email: 'ada@example.com', club: '' }],
  'shop/clubs': [{ id: '7', code: '' }],
  'shop/tickets': [
    {
      id: '1',
      email: 'ada@example.com',
      thread: [
        { author: 'ada@example.com', text: 'hello' },
        { author: 'bob@example.org', text: 'Bob was here' },
      ],
      notes: ['nothing', 'also tell carol@example.org'],
      calls: [{ summary: 'with dan@example.org' }],
    },
  ],
};

async function walk(connector: Connector) {
  const parsed = parseDataMap(SHOP);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const written = new Map<string, string>();
  const result = await walkSources(parsed.map, [{ kind: 'email', value: 'ada@example.com' }], {
    connectorFor: () => connector,
    onProgress: async () => {},
    async write(source, lines) {
      let text = '';
      for await (const chunk of lines) text += Buffer.from(chunk).toString();
      written.set(source, text);
      return { bytes: text.length };
    },
  });
  const lines = (source: string) => (written.get(source) ?? '').split('\n').slice(1, -1);
  return { result, lines };
}

const connector = manualTaskConnector(async (source) =>
  (async function* () {
    for (const row of ROWS[source] ?? []) yield JSON.stringify(row);
  })(),
);

describe('lists inside a row', () => {
  it('do not hide other people: their words are masked and their addresses scrubbed', async () => {
    const { lines } = await walk(connector);
    const [line = ''] = lines('shop/tickets');
    const { json, masked } = redactRow(parseRowLine(line), [], undefined);
    expect(json).not.toMatch(/Bob was here|carol@|dan@/);
    expect(json).toContain('also tell [masked]');
    expect(masked.map(({ field }) => field).sort()).toEqual(['calls.summary', 'notes', 'thread.text']);
  });
});

describe('an empty reference', () => {
  it('leads to nobody: not to everybody whose own is empty', async () => {
    expect((await walk(connector)).lines('shop/clubs')).toEqual([]);
  });
});
