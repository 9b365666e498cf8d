import type { RightStanding } from '../rights/data-subject-right.ts';
import type { Confidence } from './confidence.ts';
import type { DerivationStep } from './deadline-derivation.ts';

export type { Confidence, DerivationStep };

export interface ClockInterval {
  readonly state: 'running' | 'paused' | 'not_started' | 'stopped';
  /** ISO plain date in the law's zone, first day of the interval. */
  readonly from: string;
  /** Last day of the interval; absent while it lasts. */
  readonly to?: string | undefined;
  readonly ground?: string | undefined;
}

/** A notice of extension that was sent: when, and until when for an extension without a maximum. */
export interface ExtensionNotice {
  /** A local date or an RFC 3339 instant. */
  readonly sentAt: string;
  readonly until?: string;
}

/** A change of what an administrator keeps (public holidays, targets) that moved a date which people had been shown. */
export interface MovedDate {
  /** When it was changed: a local date or an RFC 3339 instant. */
  readonly on: string;
  /** The date until then, `YYYY-MM-DD`. */
  readonly before: string;
}

export type ControllerSize = 'standard' | 'small';

/**
 * The answer to "when": dates with their derivation. A date is a plain date `YYYY-MM-DD` (until 24:00 in
 * `timezone`), or an RFC 3339 instant where the law counts hours; `null` where the law gives no number.
 */
export interface Deadline {
  readonly pack: string;
  readonly version: string;
  readonly timezone: string;
  readonly standing: RightStanding;
  readonly confidence: Confidence;
  /** Response due by law. */
  readonly due: string | null;
  /** The same before roll-over; null when it does not differ. */
  readonly dueUnrolled: string | null;
  readonly ackDue: string | null;
  readonly extendedDue: string | null;
  readonly secondExtendedDue: string | null;
  /** Last moment at which an extension notice is still lawful. */
  readonly extensionNoticeBy: string | null;
  /** The organisation's own promise; never shown as law. */
  readonly policyDue: string | null;
  /** What official guidance recommends; never shown as law. */
  readonly guidanceDue: string | null;
  /** Response due by law after the extension notices that were sent in time. */
  readonly dueNow: string | null;
  readonly extensionsUsed: 0 | 1 | 2;
  /** The date that work is steered by: the earlier, and the safe one where roll-over or pause is uncertain. */
  readonly steerBy: string | null;
  readonly clock: { readonly state: ClockInterval['state']; readonly intervals: readonly ClockInterval[] };
  readonly derivation: readonly DerivationStep[];
}
