import { type Connector, ConnectorError, type SourceRow } from '#app/connectors/connector.ts';
import {
  collectionOf,
  type DataMap,
  type IdentityKind,
  type MapCollection,
} from '#app/domain/data-map/data-map.ts';
import { MATCH_RULES, normaliseIdentity, type ProvenAttribute } from '#app/domain/data-map/identity.ts';
import { type NotWalked, planWalk, type Reach, type WalkStep } from '#app/domain/data-map/plan-walk.ts';
import { headerLine, mentionsOthers, rowLine } from '#app/domain/disclosure/collected-line.ts';
import { parseLossless } from '#app/domain/disclosure/lossless-json.ts';
import { projectionOf, projectRow } from '#app/domain/disclosure/projection.ts';
import { fieldsLookedAt, marksOthers, textsAt } from '#app/domain/disclosure/third-persons.ts';
import { type FoundCandidate, settleSeeds } from './settle-seeds.ts';

export type SourceProgress = {
  readonly source: string;
  readonly status: 'waiting' | 'reading' | 'read' | 'manual';
  readonly rows: number;
  readonly thirdPartyRows: number;
  readonly bytes: number;
};

/** What the walk needs of the world. */
export type WalkWorld = {
  readonly connectorFor: (collection: MapCollection) => Connector;
  /** Keeps the lines of a source; a second write of the same source replaces the first. */
  readonly write: (source: string, lines: AsyncIterable<Uint8Array>) => Promise<{ readonly bytes: number }>;
  readonly onProgress: (progress: SourceProgress) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
};

export type WalkResult =
  | {
      readonly kind: 'ambiguous-match';
      readonly source: string;
      readonly candidates: readonly FoundCandidate[];
    }
  | {
      readonly kind: 'collected';
      readonly sources: readonly SourceProgress[];
      readonly notWalked: readonly NotWalked[];
      /** Proven attributes that seeded nothing because they also lead to somebody else's record. */
      readonly shared: readonly ProvenAttribute[];
    };

/** Keys that one source may hand on: their memory is the only thing that grows with the data. */
const MOST_KEYS = 200_000;
const VALUES_PER_QUERY = 1_000;
const ROWS_PER_REPORT = 5_000;
const CHUNK_CHARACTERS = 48 * 1024;

/**
 * Walks the data map from the proven attributes and writes what belongs to the data subject, source by source, in
 * constant memory. Nothing is written for an ambiguous match. Run again, it replaces what it wrote before.
 * @throws ConnectorError when a source cannot be read
 */
export async function walkSources(
  map: DataMap,
  proven: readonly ProvenAttribute[],
  world: WalkWorld,
): Promise<WalkResult> {
  const settled = await settleSeeds(map, proven, world.connectorFor, world.signal);
  if (settled.kind === 'ambiguous-match') return settled;
  const { steps, notWalked } = planWalk(map, settled.seeds);
  const known: Known = { own: new Map(), keys: new Map() };
  for (const { kind, value } of settled.seeds) addOwn(known, kind, value);
  for (const step of steps) await world.onProgress(progressOf(step.source, 'waiting'));
  const sources: SourceProgress[] = [];
  for (const step of steps)
    sources.push(await collectSource(collectionOf(map, step.source), step, known, world));
  return { kind: 'collected', sources, notWalked, shared: settled.shared };
}

/** What earlier sources told: the subject's own values, and the keys that lead on (by `source field`). */
type Known = { readonly own: Map<IdentityKind, Set<string>>; readonly keys: Map<string, Set<string>> };

async function collectSource(
  collection: MapCollection,
  step: WalkStep,
  known: Known,
  world: WalkWorld,
): Promise<SourceProgress> {
  const count = { rows: 0, thirdPartyRows: 0 };
  try {
    await world.onProgress(progressOf(step.source, 'reading'));
    const { bytes } = await world.write(step.source, linesOf(collection, step, known, world, count));
    const done = { source: step.source, status: 'read' as const, ...count, bytes };
    await world.onProgress(done);
    return done;
  } catch (error) {
    if (!(error instanceof ConnectorError && error.code === 'awaiting_person')) throw error;
    const waiting = progressOf(step.source, 'manual');
    await world.onProgress(waiting);
    return waiting;
  }
}

async function* linesOf(
  collection: MapCollection,
  step: WalkStep,
  known: Known,
  world: WalkWorld,
  count: { rows: number; thirdPartyRows: number },
): AsyncGenerator<Buffer> {
  const projection = projectionOf(collection);
  const ways = step.reaches.map((reach) => waysIn(reach, known));
  const identityFields = collection.subjectRecord ? collection.fields.filter((field) => field.identity) : [];
  const keys = [
    ...new Set([
      ...ways.map((way) => way.field),
      ...step.carries,
      ...fieldsLookedAt(collection),
      ...identityFields.map((field) => field.path),
    ]),
  ];
  const connector = world.connectorFor(collection);
  let text = headerLine(collection.source, step.reaches);
  for (const [index, way] of ways.entries()) {
    for (const values of batches(way.values, VALUES_PER_QUERY)) {
      const where = { field: way.field, match: way.match, values };
      const query = { collection, columns: projection.columns, keys, where, signal: world.signal };
      for await (const rows of connector.read(query)) {
        for (const row of rows) {
          const textOf = (field: string) => row.keys[keys.indexOf(field)] ?? null;
          const via = ways.flatMap((other, position) => (other.holds(textOf(other.field)) ? [position] : []));
          // A row that an earlier way reached is already written.
          if (via.some((position) => position < index)) continue;
          for (const field of identityFields)
            addOwn(known, field.identity as IdentityKind, textOf(field.path) ?? '');
          for (const field of step.carries) carry(known, collection.source, field, textOf(field));
          const marks = { via, ...marksOthers(collection, known.own, textsOf(row, textOf)) };
          text += rowLine(marks, projection.inner.size > 0 ? projected(row, projection) : row.json);
          count.rows += 1;
          if (mentionsOthers(marks)) count.thirdPartyRows += 1;
          if (text.length >= CHUNK_CHARACTERS) {
            yield Buffer.from(text);
            text = '';
          }
          if (count.rows % ROWS_PER_REPORT === 0) {
            await world.onProgress({ source: collection.source, status: 'reading', ...count, bytes: 0 });
          }
        }
      }
    }
  }
  yield Buffer.from(text);
}

function waysIn(reach: Reach, known: Known) {
  if (reach.by === 'identity') {
    const set = new Set(reach.values);
    const holds = (value: string | null) => value !== null && set.has(normaliseIdentity(reach.kind, value));
    return { field: reach.field, match: MATCH_RULES[reach.kind], values: set, holds };
  }
  const set = known.keys.get(`${reach.from.source} ${reach.from.field}`) ?? new Set<string>();
  const holds = (value: string | null) => value !== null && set.has(value);
  return { field: reach.field, match: 'exact' as const, values: set, holds };
}

/** A list, or a path through one, has no one text for a source to tell: its texts are looked for in the row. */
function textsOf(row: SourceRow, textOf: (field: string) => string | null) {
  let parsed: unknown;
  return (field: string): readonly string[] => {
    const text = textOf(field);
    if (text === null ? !field.includes('.') : !/^[[{]/.test(text)) return text === null ? [] : [text];
    parsed ??= parseLossless(row.json);
    const found = textsAt(parsed, field.split('.'));
    return found.length === 0 && text !== null ? [text] : found;
  };
}

function projected(row: SourceRow, projection: ReturnType<typeof projectionOf>): string {
  return JSON.stringify(projectRow(parseLossless(row.json) as Record<string, unknown>, projection));
}

function addOwn({ own }: Known, kind: IdentityKind, value: string): void {
  const normal = normaliseIdentity(kind, value);
  if (normal === '') return;
  const values = own.get(kind) ?? new Set<string>();
  own.set(kind, values.add(normal));
}

function carry({ keys }: Known, source: string, field: string, value: string | null): void {
  // An empty reference leads nowhere; followed, it would lead to everybody whose own is empty.
  if (value === null || value.trim() === '') return;
  const name = `${source} ${field}`;
  const values = keys.get(name) ?? new Set<string>();
  keys.set(name, values.add(value));
  if (values.size > MOST_KEYS) {
    throw new ConnectorError(
      'failed',
      source,
      `more than ${MOST_KEYS} values of "${field}" lead on to other sources`,
    );
  }
}

function* batches(values: Iterable<string>, size: number): Generator<string[]> {
  let batch: string[] = [];
  for (const value of values) {
    batch.push(value);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function progressOf(source: string, status: SourceProgress['status']): SourceProgress {
  return { source, status, rows: 0, thirdPartyRows: 0, bytes: 0 };
}
