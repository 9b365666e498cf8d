import { dayOf } from './day-number.ts';
import type { Deadline } from './deadline.ts';

/** Whether an extension may still be announced, and if not, why. */
export type ExtensionOffer =
  | { allowed: true; noticeBy: string; newDue: string | null }
  | { allowed: false; because: 'law_knows_none' | 'used_up' | 'too_late' | 'clock_not_running' };

/**
 * Whether a notice of extension sent on `today` (local date of the deadline's zone, `YYYY-MM-DD`) would be lawful,
 * and the limit that it would bring; `newDue` is null where the law sets no maximum and the notice must name one.
 */
export function offerExtension(deadline: Deadline, today: string): ExtensionOffer {
  const known = deadline.derivation.some((step) => step.of === 'extended');
  if (!known) {
    const waits = deadline.clock.state !== 'running' && deadline.due === null;
    return { allowed: false, because: waits ? 'clock_not_running' : 'law_knows_none' };
  }
  const { extensionNoticeBy: noticeBy } = deadline;
  if (noticeBy === null) return { allowed: false, because: 'used_up' };
  if (dayOf(today) > dayOf(noticeBy)) return { allowed: false, because: 'too_late' };
  const newDue = deadline.extensionsUsed === 0 ? deadline.extendedDue : deadline.secondExtendedDue;
  return { allowed: true, noticeBy, newDue };
}
