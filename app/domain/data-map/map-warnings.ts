import type { DataMap } from './data-map.ts';
import { planWalk } from './plan-walk.ts';

export type MapWarning = {
  readonly source: string;
  readonly code: 'unreachable' | 'cycle' | 'no_purpose' | 'no_retention' | 'no_category';
  readonly detail: string;
};

/** What a valid map leaves undone: sources that no identity leads to, cut cycles, things the law wants told and nobody said. */
export function mapWarnings(map: DataMap): MapWarning[] {
  const everything = planWalk(map, [
    { kind: 'email', value: 'x' },
    { kind: 'account_id', value: 'x' },
    { kind: 'phone', value: '1' },
  ]);
  const warnings: MapWarning[] = [];
  for (const { source, field, reason } of everything.notWalked) {
    if (reason === 'not_reached') warnings.push({ source, code: 'unreachable', detail: source });
    if (reason === 'cycle') warnings.push({ source, code: 'cycle', detail: field ?? source });
  }
  for (const collection of map.collections) {
    const { source } = collection;
    if (collection.purposes.length === 0)
      warnings.push({ source, code: 'no_purpose', detail: 'meta.purposes' });
    if (!collection.retention) warnings.push({ source, code: 'no_retention', detail: 'meta.retention' });
    for (const field of collection.fields) {
      if (field.categories.length === 0) warnings.push({ source, code: 'no_category', detail: field.path });
    }
  }
  return warnings;
}
