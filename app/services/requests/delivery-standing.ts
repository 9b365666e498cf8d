import type { Temporal } from 'temporal-polyfill';
import { suffices } from '#app/domain/identity/assurance.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { packages, requests } from '#db/schema/index.ts';
import { assuranceNeeded } from '../cases/case-law.ts';
import { regimeOfRequest } from './regime-at.ts';

/** Whether a delivered package may leave, and if not, why. */
export type DeliveryStanding =
  | 'ready'
  | 'expired'
  | 'authority_missing'
  | 'for_subject_only'
  | 'identity_missing';

type RequestRow = typeof requests.$inferSelect;
type PackageRow = typeof packages.$inferSelect;

/** One rule for the page that offers a download and for the download itself. */
export function deliveryStanding(
  request: Pick<RequestRow, 'filedFor' | 'assurance' | 'jurisdiction' | 'receivedAt'>,
  right: DataSubjectRight,
  delivered: Pick<PackageRow, 'status' | 'expiresAt'>,
  authority: { readonly recipient: 'subject' | 'representative' } | undefined,
  now: Temporal.Instant,
): DeliveryStanding {
  const { status, expiresAt } = delivered;
  if (status !== 'built' || !expiresAt || expiresAt.epochMilliseconds <= now.epochMilliseconds)
    return 'expired';
  if (request.filedFor !== 'self') {
    if (!authority) return 'authority_missing';
    // The mailbox of this request is the representative's.
    if (authority.recipient === 'subject') return 'for_subject_only';
  }
  const needed = assuranceNeeded(regimeOfRequest(request), right);
  return suffices(request.assurance, needed) ? 'ready' : 'identity_missing';
}
