import { OUR_RECORD_PERIOD, type RetentionRule } from './retention-rule.ts';

const DECISION = 'Decision log, "What we keep of a request and for how long"';

/** What Habeas itself keeps while it serves requests. Every purge reads its period here and nowhere else. */
export const OWN_RECORDS = {
  /** A form that was begun and not sent. */
  filingDraft: rule('last_touched', 2, 'hour', 'GDPR Art. 5(1)(e)'),
  oneTimeCode: rule('code_expired', 1, 'day', 'GDPR Art. 5(1)(e)'),
  /** Instructions for after death whose mailbox was never proven: nothing was registered. */
  unprovenInstructions: rule('form_sent', 7, 'day', 'GDPR Art. 5(1)(e)'),
  subjectSession: rule('session_ended', 1, 'day', 'GDPR Art. 5(1)(e)'),
  staffSession: rule('session_ended', 1, 'day', 'GDPR Art. 5(1)(e)'),
  /** Counters per address and network; the longest window is a day. */
  tryCounter: rule('window_began', 2, 'day', 'GDPR Art. 5(1)(e)'),
  sentMail: rule('mail_sent', 30, 'day', DECISION),
  /** Kept as long as a sent one, so that an operator can mend the server and see what did not leave. */
  failedMail: rule('mail_given_up', 30, 'day', DECISION),
  failedJob: rule('job_failed', 30, 'day', DECISION),
  /** A package leaves with the end of its delivery period, which its own row holds. */
  package: rule('package_expired', 0, 'day', DECISION),
  /** A file that no row names: its process ended between writing it and recording it. */
  strayFile: rule('file_written', 1, 'day', 'GDPR Art. 5(1)(e)'),
  /** The rows that were collected, from which a package can be made again while a decision is contested. */
  collectedRows: rule('request_closed', 30, 'day', 'GDPR Art. 5(1)(e)'),
  /**
   * Who was told of a version of the policy, counted from the day on which a later version took its place. The record of
   * a consent that processing still rests on stays beyond that (GDPR Art. 7(1)).
   */
  policyNotice: rule('policy_superseded', OUR_RECORD_PERIOD.months, 'month', OUR_RECORD_PERIOD.source),
  /** Evidence of identity or authority leaves once every right of the request is closed: it has served. */
  evidence: rule('request_closed', 0, 'day', '11 CCR § 7060(d); GDPR Art. 5(1)(e)'),
} as const satisfies Record<string, RetentionRule>;

/** A request whose mailbox is never proven ends after 90 days, with a warning 15 days before. */
export const UNPROVEN_REQUEST = {
  expiresAfterDays: 90,
  warnDaysBefore: 15,
  /** However late the warning went out, so many days are left after it. */
  leastNoticeDays: 14,
  source: DECISION,
} as const;

function rule(
  trigger: string,
  amount: number,
  unit: RetentionRule['keep']['unit'],
  source: string,
): RetentionRule {
  return { trigger, keep: { amount, unit }, action: 'erase', source };
}
