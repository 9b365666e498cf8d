import { Temporal } from 'temporal-polyfill';
import { zoneOf } from '#app/domain/rules/applicable-regime.ts';
import { isJurisdiction } from '#app/domain/rules/jurisdiction.ts';
import type { Ctx } from '../context.ts';
import type { RequestService } from '../organisation/read-services.ts';
import {
  type ContactCard,
  type ControllerView,
  contactCard,
  nameOfLaw,
  type RegulatorView,
  regulatorView,
  responsible,
} from './describe-rights.ts';
import { type CaseItem, readCase } from './read-case.ts';
import { regimeOfRequest } from './regime-at.ts';

/** What a receipt tells: what was asked, under which law, and until when it is answered. */
export interface ReceiptView {
  readonly reference: string;
  readonly receivedAt: string;
  /** The zone in which the law reads the day of receipt. */
  readonly timezone: string;
  readonly country: string;
  readonly region: string | null;
  readonly jurisdiction: string;
  readonly kind: 'law' | 'policy' | 'not_described';
  readonly law: { readonly pack: string; readonly name: string; readonly citation: string } | null;
  /** Null where nobody asked which service it is about. */
  readonly service: RequestService | null;
  readonly controller: ControllerView | null;
  readonly card: ContactCard | null;
  readonly regulator: RegulatorView | null;
  readonly filedFor: string;
  readonly email: string;
  readonly contactVerified: boolean;
  readonly items: readonly Pick<CaseItem, 'ordinal' | 'right' | 'details' | 'deadline' | 'transfer'>[];
}

/**
 * The receipt of a request, for its data subject.
 * @throws Forbidden without this request's session
 */
export async function readReceipt(ctx: Ctx, requestId: string): Promise<ReceiptView> {
  const found = await readCase(ctx, requestId);
  const { jurisdiction } = found;
  const receivedAt = Temporal.Instant.from(found.receivedAt);
  const regime = regimeOfRequest({ jurisdiction, receivedAt });
  const described = regime.kind === 'not_described' ? null : regime;
  const { controller } = await responsible(ctx, jurisdiction);
  return {
    reference: found.reference,
    receivedAt: found.receivedAt,
    timezone: zoneFor(jurisdiction),
    country: found.country,
    region: found.region,
    jurisdiction,
    kind: regime.kind,
    law: described && nameOfLaw(described),
    service: found.service,
    controller,
    card: contactCard(regime),
    regulator: regulatorView(regime),
    filedFor: found.filedFor,
    email: found.email,
    contactVerified: found.contactVerified,
    items: found.items.map(({ ordinal, right, details, deadline, transfer }) => ({
      ordinal,
      right,
      details,
      deadline,
      transfer,
    })),
  };
}

/** The zone in which the law of a stored jurisdiction reads the clock; UTC where none is described. */
export function zoneFor(jurisdiction: string): string {
  return (isJurisdiction(jurisdiction) && zoneOf(jurisdiction)) || 'UTC';
}
