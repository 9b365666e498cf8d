import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '#app/connectors/connector.ts';
import { manualTaskConnector } from '#app/connectors/manual-task.ts';
import { postgresConnector } from '#app/connectors/postgres.ts';
import type { DataMap } from '#app/domain/data-map/data-map.ts';
import type { ProvenAttribute } from '#app/domain/data-map/identity.ts';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';
import { type CollectedLine, parseHeader, parseRowLine } from '#app/domain/disclosure/collected-line.ts';
import { type SourceProgress, walkSources } from '#app/services/collection/walk-sources.ts';
import { bystander, differentContactEmail, personas } from '#db/northwind/personas.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { northwindDatabase, northwindMap } from '#tests/support/northwind.ts';

let database: TestDatabase;
let map: DataMap;
let connector: Connector;
beforeAll(async () => {
  database = await northwindDatabase(7_000);
  map = await northwindMap();
  connector = postgresConnector({
    key: 'northwind',
    url: database.appUrl,
    schema: 'public',
    statementTimeoutSeconds: 20,
  });
});
afterAll(async () => {
  await connector.close();
  await database.drop();
});

const email = (value: string): ProvenAttribute => ({ kind: 'email', value });
const account = (value: string): ProvenAttribute => ({ kind: 'account_id', value });

/** Walks for the proven attributes; `found` holds the parsed lines by table. */
async function walk(...proven: ProvenAttribute[]) {
  const written = new Map<string, string>();
  const progress: SourceProgress[] = [];
  const result = await walkSources(map, proven, {
    connectorFor: () => connector,
    onProgress: async (one) => void progress.push(one),
    async write(source, lines) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of lines) chunks.push(chunk);
      written.set(source, Buffer.concat(chunks).toString());
      return { bytes: written.get(source)?.length ?? 0 };
    },
  });
  const lines = (table: string) => (written.get(`northwind/${table}`) ?? '').split('\n').slice(0, -1);
  return {
    result,
    progress,
    written,
    header: (table: string) => parseHeader(lines(table)[0] ?? ''),
    rows: (table: string): CollectedLine[] => lines(table).slice(1).map(parseRowLine),
  };
}
const rowsOf = async (table: string, where: string) =>
  Number((await database.owner.sql.unsafe(`select count(*) as n from ${table} where ${where}`))[0]?.n);

describe('the walk over the customer database', () => {
  it('collects every row of the account behind a proven address, and no row of anybody else', async () => {
    const { accountId } = personas.californian;
    const { rows } = await walk(email(personas.californian.email.toUpperCase()));
    for (const table of [
      'accounts',
      'contacts',
      'devices',
      'payment_methods',
      'transactions',
      'support_tickets',
      'access_logs',
      'marketing_preferences',
      'consents',
      'uploads',
    ]) {
      expect(rows(table), table).toHaveLength(await rowsOf(table, `account_id = '${accountId}'`));
      for (const { json } of rows(table)) expect(JSON.parse(json).account_id, table).toBe(accountId);
    }
    expect(rows('access_logs')).toHaveLength(20);
  });

  it('never reads what is never exported', async () => {
    const { written } = await walk(email(personas.californian.email));
    const everything = [...written.values()].join('');
    expect(everything).not.toMatch(/argon2|INVENTED-|security_answer|tok_|push_token|XX00NORTHWIND/);
    expect(everything).toContain('"last4"');
  });

  it('collects nothing while two accounts stand behind the proven address, and shows both', async () => {
    const { result, written, progress } = await walk(email(personas.sharedAddress.email));
    expect(result).toMatchObject({ kind: 'ambiguous-match', source: 'northwind/accounts' });
    if (result.kind !== 'ambiguous-match') throw new Error('not ambiguous');
    expect(result.candidates.map((c) => c.key).sort()).toEqual(['NW-000003', 'NW-000004']);
    expect(result.candidates[0]?.json).not.toContain('argon2');
    expect([written.size, progress.length]).toEqual([0, 0]);
  });

  it('collects only the proven account of two, and leaves out what lies under the shared address', async () => {
    const { result, rows } = await walk(email(personas.sharedAddress.email), account('NW-000003'));
    expect(result).toMatchObject({ kind: 'collected', shared: [email(personas.sharedAddress.email)] });
    expect(rows('accounts').map(({ json }) => JSON.parse(json).full_name)).toEqual(['Ines Duarte']);
    expect(rows('enquiries')).toEqual([]);
  });

  it('finds under a contact address only what stands under it: the account was not proven', async () => {
    const { rows, result } = await walk(email(differentContactEmail));
    expect(rows('contacts')).toHaveLength(1);
    expect(rows('accounts')).toEqual([]);
    expect(rows('transactions')).toEqual([]);
    expect(result).toMatchObject({ kind: 'collected' });
  });

  it("gives a third person in somebody else's conversation her own messages and nothing of the conversation", async () => {
    const { rows, written } = await walk(email(bystander.email));
    expect(rows('ticket_messages').map(({ json }) => JSON.parse(json).author_name)).toEqual([
      'Sam Rivera',
      'Sam Rivera',
    ]);
    expect(rows('ticket_messages').every((line) => line.mask === undefined && line.scrub === undefined)).toBe(
      true,
    );
    expect(rows('support_tickets')).toEqual([]);
    expect([...written.values()].join('')).not.toContain(personas.ticketOwner.email);
  });

  it("marks the third person in the owner's rows: masked where she wrote, her address where it is mentioned", async () => {
    const { rows, result } = await walk(email(personas.ticketOwner.email));
    const messages = rows('ticket_messages').slice(-5);
    expect(messages.map((line) => Object.keys(line.mask ?? {}))).toEqual([
      [],
      [],
      ['author_name', 'author_email', 'body'],
      ['author_name', 'author_email', 'body'],
      [],
    ]);
    expect(messages[0]?.scrub).toEqual({ body: [bystander.email] });
    expect(rows('uploads').at(0)?.mask).toEqual({ shared_with_email: 'rights_of_others' });
    const source =
      result.kind === 'collected' && result.sources.find((s) => s.source === 'northwind/ticket_messages');
    expect(source).toMatchObject({ status: 'read', thirdPartyRows: 3 });
  });

  it('keeps with each row every way by which it was found, and writes it once', async () => {
    const { rows, header } = await walk(email(personas.ticketOwner.email));
    expect(header('ticket_messages').reaches).toEqual([
      { by: 'reference', field: 'ticket_id', from: { source: 'northwind/support_tickets', field: 'id' } },
      { by: 'identity', field: 'author_email', kind: 'email' },
    ]);
    const ids = rows('ticket_messages').map(({ json }) => JSON.parse(json).id);
    expect(new Set(ids).size).toBe(ids.length);
    const own = rows('ticket_messages').filter(({ json }) => JSON.parse(json).author_kind === 'customer');
    expect(own.every((line) => line.via.join() === '0,1')).toBe(true);
    const others = rows('ticket_messages').filter(({ json }) => JSON.parse(json).author_kind !== 'customer');
    expect(others.every((line) => line.via.join() === '0')).toBe(true);
  });

  it('reports progress in rows while a long source is read', async () => {
    const { progress } = await walk(account(personas.heavy.accountId));
    const logs = progress.filter((one) => one.source === 'northwind/access_logs');
    expect(logs.map((one) => [one.status, one.rows])).toEqual([
      ['waiting', 0],
      ['reading', 0],
      ['reading', 5_000],
      ['read', 7_000],
    ]);
  });

  it('keeps the digits of odd numbers and the text of odd values', async () => {
    const { rows } = await walk(email(personas.oddValues.email));
    expect(rows('transactions').at(-1)?.json).toContain('"id":9007199254740993');
    expect(rows('transactions').at(-1)?.json).toContain('"amount":-123456789012.10');
    const bodies = rows('enquiries').map(({ json }) => JSON.parse(json).body);
    expect(bodies).toContain('two\nlines\r\nand a\ttab');
    expect(bodies).toContain('\u202Eright to left override\u202C and \u2066isolate\u2069');
  });

  it('keeps of an object column only the mapped fields', async () => {
    const { rows } = await walk(email(personas.heavy.email));
    for (const { json } of rows('devices')) {
      expect(Object.keys(JSON.parse(json).settings).sort()).toEqual(['locale', 'notifications']);
    }
    expect((await walk(email(personas.korean.email))).rows('devices').length).toBeGreaterThanOrEqual(0);
  });

  it('finds nothing where nothing is proven', async () => {
    const { result, written } = await walk();
    expect(result).toMatchObject({ kind: 'collected', sources: [] });
    expect(written.size).toBe(0);
  });
});

describe('a source that a person looks up', () => {
  const file = {
    dataset: [
      {
        fides_key: 'paper',
        collections: [
          {
            name: 'contracts',
            fields: [
              { name: 'id', fides_meta: { primary_key: true } },
              { name: 'email', fides_meta: { identity: 'email' } },
              { name: 'shelf' },
            ],
          },
        ],
      },
    ],
  };
  let supplied: string[] | undefined;
  afterEach(() => {
    supplied = undefined;
  });
  const collect = async () => {
    const parsed = parseDataMap(file);
    if ('problems' in parsed) throw new Error('problems');
    const manual = manualTaskConnector(
      async () =>
        supplied &&
        (async function* () {
          yield* supplied as string[];
        })(),
    );
    let text = '';
    const result = await walkSources(parsed.map, [email('ada@example.com')], {
      connectorFor: () => manual,
      onProgress: async () => {},
      async write(_source, lines) {
        for await (const chunk of lines) text += Buffer.from(chunk).toString();
        return { bytes: text.length };
      },
    });
    return { result, text };
  };

  it('is waited for, and the walk goes on', async () => {
    expect((await collect()).result).toMatchObject({
      sources: [{ source: 'paper/contracts', status: 'manual', rows: 0 }],
    });
  });

  it('is collected like any other once somebody has looked', async () => {
    supplied = [
      '{"id":2,"email":"ADA@example.com","shelf":"C 4"}',
      '{"id":3,"email":"eve@example.com","shelf":"C 5"}',
    ];
    const { result, text } = await collect();
    expect(result).toMatchObject({ sources: [{ status: 'read', rows: 1 }] });
    expect(text).toContain('{"id":2,"email":"ADA@example.com","shelf":"C 4"}');
    expect(text).not.toContain('eve');
  });
});
