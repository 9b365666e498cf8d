import type { DataMap, MapCollection, RealNameFields } from '#app/domain/data-map/data-map.ts';
import { MATCH_RULES, normaliseIdentity } from '#app/domain/data-map/identity.ts';
import type { RealNameRecord } from '#app/domain/identity/real-name.ts';
import type { CustomerData } from './address-on-file.ts';

/** The collection of a map that records real-name authentication. */
export interface RealNameSource {
  readonly collection: MapCollection;
  readonly fields: RealNameFields;
}

/** Null where the map says of no collection that it records real-name authentication. */
export function realNameSource(map: DataMap): RealNameSource | null {
  const collection = map.collections.find(({ realName }) => realName !== undefined);
  return collection?.realName ? { collection, fields: collection.realName } : null;
}

/** More records of one account than anybody has; the rest would say nothing new. */
const MOST_RECORDS = 100;

/**
 * Reads what the customer's system recorded of an account: nothing but the columns that the map names, and nothing is
 * kept. @throws ConnectorError
 */
export async function readRealNames(
  { connectors }: CustomerData,
  { collection, fields }: RealNameSource,
  account: string,
): Promise<RealNameRecord[]> {
  const { name, method, at, ended } = fields;
  const records: RealNameRecord[] = [];
  const portions = connectors.connectorFor(collection).read({
    collection,
    columns: [name, method, at, ...(ended ? [ended] : [])],
    keys: collection.primaryKey,
    where: {
      field: fields.account,
      match: MATCH_RULES.account_id,
      values: [normaliseIdentity('account_id', account)],
    },
  });
  for await (const rows of portions) {
    for (const { json } of rows) {
      const row = JSON.parse(json) as Record<string, unknown>;
      const text = (column: string | undefined) => textOf(column === undefined ? null : row[column]);
      records.push({ name: text(name), method: text(method), at: text(at), ended: text(ended) });
    }
    if (records.length >= MOST_RECORDS) break;
  }
  return records;
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}
