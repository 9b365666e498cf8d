import { applyMatchRule, type MatchRule } from '#app/domain/data-map/identity.ts';
import { type Connector, ConnectorError, type ReadQuery, type SourceRow } from './connector.ts';

/** What a person supplied for a source: one JSON object a line. `undefined` while nobody has looked yet. */
export type Supplied = (source: string) => Promise<AsyncIterable<string> | undefined>;

const PORTION = 500;

type Value = Record<string, unknown>;

/**
 * A person who looks in a filing cabinet is a connector too: what they supply is filtered, ordered and cut to the mapped
 * columns like the rows of a database, so a sheet with a stranger's line in it does not reach the data subject.
 */
export function manualTaskConnector(supplied: Supplied): Connector {
  return {
    async *read(query) {
      const { source } = query.collection;
      if (query.where.values.length === 0) return;
      const lines = await supplied(source);
      if (!lines) throw new ConnectorError('awaiting_person', source, 'nobody has supplied its rows yet');
      // Order needs all matching rows at once; what a person can supply by hand fits.
      const found: Value[] = [];
      let number = 0;
      for await (const line of lines) {
        query.signal?.throwIfAborted();
        number += 1;
        if (line.trim() === '') continue;
        const row = parseRow(line, source, number);
        if (matches(row, query)) found.push(row);
      }
      const { primaryKey } = query.collection;
      found.sort((a, b) =>
        compareKeys(
          primaryKey.map((key) => valueAt(a, key)),
          primaryKey.map((key) => valueAt(b, key)),
        ),
      );
      for (let at = 0; at < found.length; at += PORTION) {
        query.signal?.throwIfAborted();
        yield found.slice(at, at + PORTION).map((row) => sourceRow(row, query));
      }
    },
    // There is nothing to compare before somebody has looked.
    check: async () => [],
    async close() {},
  };
}

function parseRow(line: string, source: string, number: number): Value {
  try {
    const value: unknown = JSON.parse(line);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Value;
  } catch {
    // Falls through to the one message: the line itself may hold personal data and is not quoted.
  }
  throw new ConnectorError('bad_row', source, `line ${number} is not a JSON object`);
}

function matches(row: Value, { where }: ReadQuery): boolean {
  const value = asText(valueAt(row, where.field));
  return value !== null && where.values.includes(normal(where.match, value));
}

function normal(match: MatchRule, value: string): string {
  return match === 'exact' ? value : applyMatchRule(match, value);
}

function sourceRow(row: Value, { columns, keys }: ReadQuery): SourceRow {
  const kept = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  return { json: JSON.stringify(kept), keys: keys.map((key) => asText(valueAt(row, key))) };
}

function valueAt(row: Value, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, name) ? (at as Value)[name] : null,
      row,
    );
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compareKeys(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (typeof left === 'number' && typeof right === 'number' && left !== right) return left - right;
    const [l, r] = [asText(left) ?? '', asText(right) ?? ''];
    if (typeof left !== 'number' && l !== r) return l < r ? -1 : 1;
  }
  return 0;
}
