import type { RetentionRule } from './retention-rule.ts';

/** A row of the schedule in the privacy notice; its texts stand under `notice.retention.<id>`. */
export interface ServiceRetention extends Omit<RetentionRule, 'keep'> {
  readonly id: string;
  /** Null: at once. */
  readonly keep: RetentionRule['keep'] | null;
}

const NOTICE = 'Privacy notice of Northwind Cloud, "How long we keep data"';

/** The schedule that the demo organisation promises for the data of its service. */
export const SERVICE_RETENTION: readonly ServiceRetention[] = [
  row('account', 'account_closed', { amount: 30, unit: 'day' }),
  row('payment', 'account_closed', { amount: 30, unit: 'day' }),
  row('transactions', 'account_closed', { amount: 90, unit: 'day' }),
  row('identity_documents', 'account_closed', { amount: 30, unit: 'day' }),
  row('logs', 'account_closed', { amount: 30, unit: 'day' }),
  row('support', 'account_closed', { amount: 24, unit: 'hour' }),
  row('enquiries', 'enquiry_answered', { amount: 180, unit: 'day' }),
  row('marketing', 'opted_out', null),
  row('business_contacts', 'account_closed', { amount: 30, unit: 'day' }),
  row('unfinished_registration', 'registration_abandoned', { amount: 10, unit: 'day' }),
  row('erasure_request', 'erasure_requested', { amount: 10, unit: 'day' }),
];

/** Days within which everything leaves on a request for erasure or with the account, unless a law holds it back. */
export const ERASURE_PROMISE_DAYS = 10;

function row(id: string, trigger: string, keep: ServiceRetention['keep']): ServiceRetention {
  return { id, trigger, keep, action: 'erase', source: NOTICE };
}
