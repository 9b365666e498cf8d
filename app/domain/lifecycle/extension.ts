import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../rules/deadline.ts';
import type { DerivationStep } from '../rules/deadline-derivation.ts';

/** Whether an extension notice sent now would still count, and what it would bring. */
export type ExtensionStanding =
  | {
      readonly lawful: true;
      /** Last moment of a lawful notice: a plain date in the deadline's zone, or an instant. */
      readonly noticeBy: string;
      /** Response due once extended; null where the law sets no maximum and the notice must say until when. */
      readonly newDue: string | null;
    }
  | {
      readonly lawful: false;
      /** `not_provided`: the law gives none, or all are used up, or the clock does not run; `too_late`: the notice. */
      readonly reason: 'not_provided' | 'too_late';
      readonly noticeBy: string | null;
    };

/**
 * Judges an extension at one instant. A plain date lasts until 24:00 in the zone of the law.
 * @param deadline as computed from the facts on record; null where no law is described
 */
export function extensionStanding(deadline: Deadline | null, now: Temporal.Instant): ExtensionStanding {
  const noticeBy = deadline?.extensionNoticeBy ?? null;
  if (!deadline || noticeBy === null) return { lawful: false, reason: 'not_provided', noticeBy };
  if (isOver(noticeBy, deadline.timezone, now)) return { lawful: false, reason: 'too_late', noticeBy };
  const newDue = deadline.extensionsUsed === 0 ? deadline.extendedDue : deadline.secondExtendedDue;
  return { lawful: true, noticeBy, newDue };
}

/** The cited steps from receipt to the date that the next extension brings; none where a notice has to set it. */
export function extensionSteps(deadline: Deadline): readonly DerivationStep[] {
  const next = deadline.extensionsUsed === 0 ? 'extended' : 'second_extended';
  if (!deadline.derivation.some(({ of }) => of === next)) return [];
  return deadline.derivation.filter(({ of }) => of === 'clock' || of === next);
}

/** Whether a date (to its last moment in the zone) or an instant lies behind. */
export function isOver(date: string, timezone: string, now: Temporal.Instant): boolean {
  if (date.includes('T')) return Temporal.Instant.compare(now, Temporal.Instant.from(date)) > 0;
  const today = now.toZonedDateTimeISO(timezone).toPlainDate();
  return Temporal.PlainDate.compare(today, Temporal.PlainDate.from(date)) > 0;
}
