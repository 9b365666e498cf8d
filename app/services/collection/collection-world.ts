import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Connector } from '#app/connectors/connector.ts';
import { ConnectorError } from '#app/connectors/connector.ts';
import { openConnector } from '#app/connectors/registry.ts';
import type { DataMap, MapCollection } from '#app/domain/data-map/data-map.ts';
import type { ProvenAttribute } from '#app/domain/data-map/identity.ts';
import { connections, dataMaps, identityProofs, provenAttributes } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { readLines } from '../disclosure/read-lines.ts';
import { Conflict } from '../errors.ts';
import { readDataMap } from './read-data-map.ts';

type Reader = Pick<Ctx, 'db'> | Pick<Change, 'db'>;

/** The data map in force, or the one a run walked. @throws Conflict `no_data_map`, `data_map_invalid` */
export async function activeDataMap(
  { db }: Reader,
  digest?: string | null,
): Promise<{ map: DataMap; digest: string }> {
  const [row] = await db
    .select()
    .from(dataMaps)
    .where(digest ? eq(dataMaps.digest, digest) : undefined)
    .orderBy(desc(dataMaps.activatedAt))
    .limit(1);
  if (!row) throw new Conflict('no_data_map');
  const known = parsed.get(row.digest);
  if (known) return { map: known, digest: row.digest };
  const read = readDataMap(row.yaml);
  if ('problems' in read) throw new Conflict('data_map_invalid', { path: read.problems[0]?.path });
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(row.digest, read.map);
  return { map: read.map, digest: row.digest };
}

/** Maps by digest: reading one takes as long as some dozen queries, and a digest never changes its meaning. */
const parsed = new Map<string, DataMap>();
const MOST_PARSED = 8;

/** A proven attribute with the ways in which it was proven, each once. */
export type ProvenWithMethods = ProvenAttribute & { readonly methods: readonly string[] };

/** What is proven of the data subject by proofs that still stand; the only thing that seeds a walk. */
export async function provenOf(ctx: Ctx, { db }: Reader, requestId: string): Promise<ProvenWithMethods[]> {
  const rows = await db
    .select({
      kind: provenAttributes.kind,
      sealed: provenAttributes.valueSealed,
      method: identityProofs.method,
    })
    .from(provenAttributes)
    .innerJoin(identityProofs, eq(identityProofs.id, provenAttributes.proofId))
    .where(and(eq(provenAttributes.requestId, requestId), isNull(identityProofs.revokedAt)))
    .orderBy(provenAttributes.recordedAt, provenAttributes.id);
  const found = new Map<string, { kind: ProvenAttribute['kind']; value: string; methods: string[] }>();
  for (const { kind, sealed, method } of rows) {
    const value = ctx.vault.open(sealed, 'proven_attributes.value');
    const known = found.get(`${kind} ${value}`) ?? { kind, value, methods: [] };
    if (!known.methods.includes(method)) known.methods.push(method);
    found.set(`${kind} ${value}`, known);
  }
  return [...found.values()];
}

export type OpenConnectors = {
  readonly connectorFor: (collection: MapCollection) => Connector;
  readonly close: () => Promise<void>;
};

/**
 * Opens the connections that the map's datasets name, each once.
 * @param suppliedKey storage key of the rows that a person supplied for a source, if anybody did
 */
export async function openConnectors(
  ctx: Ctx,
  map: DataMap,
  suppliedKey: (source: string) => Promise<string | undefined>,
): Promise<OpenConnectors> {
  const rows = await ctx.db.select().from(connections);
  const opened = new Map<string, Connector>();
  const supplied = async (source: string) => {
    const key = await suppliedKey(source);
    return key && (await ctx.storage.exists(key)) ? readLines(await ctx.storage.open(key)) : undefined;
  };
  const world = { connectAllow: ctx.config.connectAllow, supplied };
  return {
    connectorFor(collection) {
      const key = map.datasets.find((dataset) => dataset.key === collection.dataset)?.connection ?? '';
      const known = opened.get(key);
      if (known) return known;
      const row = rows.find((one) => one.key === key);
      if (!row) throw new ConnectorError('not_allowed', collection.source, `there is no connection "${key}"`);
      const config: unknown = JSON.parse(ctx.vault.open(row.configSealed, 'connections.config'));
      const connector = openConnector({ key, kind: row.kind, config }, world);
      opened.set(key, connector);
      return connector;
    },
    async close() {
      await Promise.all([...opened.values()].map((connector) => connector.close()));
    },
  };
}
