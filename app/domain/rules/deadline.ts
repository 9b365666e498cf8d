/** How far a stated fact of law can be relied on; below `certain` it is shown as such to officers. */
export type Confidence = 'certain' | 'likely' | 'unsure';

/** One cited step from the receipt to a date; `step` is a key under `derivation` in `locales/<tag>/legal.json`. */
export interface DerivationStep {
  readonly step: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly date?: string;
  readonly citation?: string;
  readonly confidence: Confidence;
}

export interface ClockInterval {
  readonly state: 'running' | 'paused' | 'not_started' | 'stopped';
  /** ISO plain date in the law's zone, first day of the interval. */
  readonly from: string;
  readonly to?: string;
  readonly ground?: string;
}

/**
 * The answer to "when": dates with their derivation. A date is a plain date `YYYY-MM-DD` (until 24:00 in
 * `timezone`), or an RFC 3339 instant where the law counts hours; `null` where the law gives no number.
 */
export interface Deadline {
  readonly pack: string;
  readonly version: string;
  readonly timezone: string;
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
  /** The date that work is steered by: the earlier, and the safe one where roll-over or pause is uncertain. */
  readonly steerBy: string | null;
  readonly clock: { readonly state: ClockInterval['state']; readonly intervals: readonly ClockInterval[] };
  readonly derivation: readonly DerivationStep[];
}
