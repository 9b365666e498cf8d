import { Temporal } from 'temporal-polyfill';
import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import type { Confidence, Deadline } from '../rules/deadline.ts';
import { type ItemStatus, isClosed } from './item-status.ts';

/** Whose date work is steered by; `safe` is the earlier one where a roll-over or a pause is in doubt. */
export type SteerSource = 'law' | 'promise' | 'guidance' | 'target' | 'safe' | 'none';

export interface QueueWhy {
  /** The right whose date comes first; null when nothing is open. */
  readonly right: DataSubjectRight | null;
  /** RFC 3339; null where no date is promised. */
  readonly steerAt: string | null;
  readonly source: SteerSource;
  /** The date as the law has it: a plain date in `timezone`, or an instant. */
  readonly steerBy: string | null;
  readonly timezone: string;
  readonly confidence: Confidence | null;
  readonly late: boolean;
  /** Whole days until the end of that day, negative when it is over. */
  readonly days: number | null;
  /** What the item waits for. */
  readonly waitsFor: 'us' | 'identity' | 'answer' | 'nobody';
}

interface SteeredItem {
  readonly right: DataSubjectRight;
  readonly status: ItemStatus;
  readonly deadline: Deadline | null;
  readonly steerAt: Temporal.Instant | null;
}

/** Says which open item comes first, by whose date, and what it waits for. */
export function whySteered(items: readonly SteeredItem[], now: Temporal.Instant): QueueWhy {
  const first = items.filter(({ status }) => !isClosed(status)).sort(bySteer)[0];
  const steerAt = first?.steerAt ?? null;
  return {
    right: first?.right ?? null,
    steerAt: steerAt?.toString() ?? null,
    source: steerSource(first?.deadline ?? null),
    steerBy: first?.deadline?.steerBy ?? null,
    timezone: first?.deadline?.timezone ?? 'UTC',
    confidence: first?.deadline?.confidence ?? null,
    late: steerAt !== null && Temporal.Instant.compare(steerAt, now) <= 0,
    days: first ? daysUntil(first.deadline, now) : null,
    waitsFor: first ? waitsFor(first.status) : 'nobody',
  };
}

function bySteer(a: SteeredItem, b: SteeredItem): number {
  if (a.steerAt && b.steerAt) return Temporal.Instant.compare(a.steerAt, b.steerAt);
  return Number(b.steerAt !== null) - Number(a.steerAt !== null);
}

/** Which of a deadline's dates the date to work by is. */
export function steerSource(deadline: Deadline | null): SteerSource {
  const by = deadline?.steerBy;
  if (!deadline || !by) return 'none';
  if (by === deadline.dueNow) return 'law';
  if (by === deadline.policyDue) return 'promise';
  if (by === deadline.guidanceDue) return 'guidance';
  return deadline.dueNow ? 'safe' : 'target';
}

/** Whole days from today to the date to work by, both in the zone of the law. */
export function daysUntil(deadline: Deadline | null, now: Temporal.Instant): number | null {
  const by = deadline?.steerBy;
  if (!deadline || !by) return null;
  const zone = deadline.timezone;
  const day = by.includes('T')
    ? Temporal.Instant.from(by).toZonedDateTimeISO(zone).toPlainDate()
    : Temporal.PlainDate.from(by);
  return now.toZonedDateTimeISO(zone).toPlainDate().until(day, { largestUnit: 'days' }).days;
}

function waitsFor(status: ItemStatus): QueueWhy['waitsFor'] {
  if (status === 'received' || status === 'awaiting-identity') return 'identity';
  return status === 'awaiting-clarification' ? 'answer' : 'us';
}
