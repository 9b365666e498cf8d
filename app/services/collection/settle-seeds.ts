import type { Connector } from '#app/connectors/connector.ts';
import type { DataMap, MapCollection } from '#app/domain/data-map/data-map.ts';
import { MATCH_RULES, normaliseIdentity, type ProvenAttribute } from '#app/domain/data-map/identity.ts';
import {
  type SettledSubject,
  type SubjectCandidate,
  settleSubject,
} from '#app/domain/data-map/settle-subject.ts';
import { projectionOf } from '#app/domain/disclosure/projection.ts';

/** A candidate with the row that lets an officer tell the people apart. */
export type FoundCandidate = SubjectCandidate & { readonly json: string };

/** More records than anybody can tell apart on a page; further ones change nothing about the answer. */
const MOST_CANDIDATES = 50;

export type SettledSeeds =
  | Extract<SettledSubject, { kind: 'settled' }>
  | {
      readonly kind: 'ambiguous-match';
      readonly source: string;
      readonly candidates: readonly FoundCandidate[];
    };

/** Looks at the subject records behind each proven attribute before anything is collected. */
export async function settleSeeds(
  map: DataMap,
  proven: readonly ProvenAttribute[],
  connectorFor: (collection: MapCollection) => Connector,
  signal: AbortSignal | undefined,
): Promise<SettledSeeds> {
  const found = new Map<string, FoundCandidate>();
  for (const collection of map.collections.filter((c) => c.subjectRecord && !c.skip)) {
    for (const attribute of proven) {
      for (const field of collection.fields.filter((f) => f.identity === attribute.kind)) {
        await addCandidates(found, collection, field.path, attribute, connectorFor(collection), signal);
      }
    }
  }
  const settled = settleSubject(proven, [...found.values()]);
  if (settled.kind === 'settled') return settled;
  const candidates = [...found.values()].filter((candidate) => candidate.source === settled.source);
  return { kind: 'ambiguous-match', source: settled.source, candidates };
}

async function addCandidates(
  found: Map<string, FoundCandidate>,
  collection: MapCollection,
  field: string,
  { kind, value }: ProvenAttribute,
  connector: Connector,
  signal: AbortSignal | undefined,
): Promise<void> {
  const matched = { kind, value: normaliseIdentity(kind, value) };
  if (matched.value === '') return;
  const batches = connector.read({
    collection,
    columns: projectionOf(collection).columns,
    keys: collection.primaryKey,
    where: { field, match: MATCH_RULES[kind], values: [matched.value] },
    signal,
  });
  for await (const rows of batches) {
    for (const row of rows) {
      if (found.size >= MOST_CANDIDATES) return;
      const key = row.keys.length === 1 ? (row.keys[0] ?? '') : JSON.stringify(row.keys);
      const id = `${collection.source} ${key}`;
      const before = found.get(id);
      const one = {
        source: collection.source,
        key,
        json: row.json,
        matched: [...(before?.matched ?? []), matched],
      };
      found.set(id, one);
    }
  }
}
