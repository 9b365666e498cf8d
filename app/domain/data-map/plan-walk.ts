import type { DataMap, IdentityKind, MapEdge } from './data-map.ts';
import { normaliseIdentity, type ProvenAttribute } from './identity.ts';

/** One way into a collection; a row keeps the ways by which it was reached as its provenance. */
export type Reach =
  | {
      readonly by: 'identity';
      readonly field: string;
      readonly kind: IdentityKind;
      readonly values: readonly string[];
    }
  | {
      readonly by: 'reference';
      readonly field: string;
      readonly from: { readonly source: string; readonly field: string };
    };

export type WalkStep = {
  readonly source: string;
  readonly reaches: readonly Reach[];
  /** Fields whose values later steps need. */
  readonly carries: readonly string[];
};

export const NOT_WALKED_REASONS = ['cycle', 'leads_to_other_subjects', 'not_reached', 'skipped'] as const;
export type NotWalked = {
  readonly source: string;
  readonly field?: string;
  readonly reason: (typeof NOT_WALKED_REASONS)[number];
};

/** The order in which sources are read. Empty `steps`: nothing proven leads anywhere. */
export type WalkPlan = { readonly steps: readonly WalkStep[]; readonly notWalked: readonly NotWalked[] };

/**
 * Plans the walk from proven attributes over the references of the map. Only proven attributes seed it; an edge into a
 * subject record is not walked, since it could arrive at another person; an edge that closes a cycle is cut. Both are
 * reported. The order is the map's own wherever references leave it open, so a plan is reproducible.
 */
export function planWalk(map: DataMap, proven: readonly ProvenAttribute[]): WalkPlan {
  const usable = new Map(map.collections.filter((c) => !c.skip).map((c) => [c.source, c]));
  const notWalked: NotWalked[] = map.collections
    .filter((c) => c.skip)
    .map((c) => ({ source: c.source, reason: 'skipped' as const }));
  const seeds = new Map([...usable.values()].map((c) => [c.source, seedsOf(c.fields, proven)]));

  const edges = map.edges.filter((edge) => {
    const target = usable.get(edge.to.source);
    if (!target || !usable.has(edge.from.source)) return false;
    if (!target.subjectRecord) return true;
    notWalked.push({ source: edge.to.source, field: edge.to.field, reason: 'leads_to_other_subjects' });
    return false;
  });
  const { order, kept, cut } = orderFrom(
    [...usable.keys()].filter((source) => (seeds.get(source)?.length ?? 0) > 0),
    edges,
  );
  for (const edge of cut) notWalked.push({ source: edge.to.source, field: edge.to.field, reason: 'cycle' });
  for (const source of usable.keys()) {
    if (!order.includes(source)) notWalked.push({ source, reason: 'not_reached' });
  }
  const steps = order.map((source) => ({
    source,
    // References first: what hangs together (a conversation) then stands together, in the order of its key.
    reaches: [
      ...kept
        .filter((edge) => edge.to.source === source)
        .map((edge) => ({ by: 'reference' as const, field: edge.to.field, from: edge.from })),
      ...(seeds.get(source) ?? []),
    ],
    carries: [...new Set(kept.filter((edge) => edge.from.source === source).map((edge) => edge.from.field))],
  }));
  return { steps, notWalked };
}

function seedsOf(
  fields: readonly { path: string; identity: IdentityKind | undefined }[],
  proven: readonly ProvenAttribute[],
): Reach[] {
  return fields.flatMap((field) => {
    const kind = field.identity;
    if (!kind) return [];
    const values = proven.filter((p) => p.kind === kind).map((p) => normaliseIdentity(kind, p.value));
    const unique = [...new Set(values)].filter((value) => value !== '');
    return unique.length > 0 ? [{ by: 'identity' as const, field: field.path, kind, values: unique }] : [];
  });
}

/** Depth-first from the seeds; an edge back to a collection still being visited closes a cycle and is cut. */
function orderFrom(seeds: readonly string[], edges: readonly MapEdge[]) {
  const state = new Map<string, 'open' | 'done'>();
  const finished: string[] = [];
  const kept: MapEdge[] = [];
  const cut: MapEdge[] = [];
  const visit = (source: string): void => {
    state.set(source, 'open');
    for (const edge of edges) {
      if (edge.from.source !== source) continue;
      const target = state.get(edge.to.source);
      if (target === 'open') {
        cut.push(edge);
        continue;
      }
      kept.push(edge);
      if (!target) visit(edge.to.source);
    }
    state.set(source, 'done');
    finished.push(source);
  };
  for (const seed of [...seeds].reverse()) if (!state.has(seed)) visit(seed);
  return { order: finished.reverse(), kept, cut };
}
