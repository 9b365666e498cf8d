import type { Deadline } from './deadline.ts';

/**
 * The organisation's own promise where it promises anything: a date before the one that the law sets. A promise that
 * ends with the law's time or after it would read as if the law could wait.
 * @returns a date as in {@link Deadline}; null where there is no promise, or none that is earlier
 */
export function earlierPromise({
  policyDue,
  dueNow,
  due,
}: Pick<Deadline, 'policyDue' | 'dueNow' | 'due'>): string | null {
  const byLaw = dueNow ?? due;
  return policyDue && byLaw && day(policyDue) >= day(byLaw) ? null : policyDue;
}

const day = (iso: string) => iso.slice(0, 10);
