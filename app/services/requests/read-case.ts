import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { suffices } from '#app/domain/identity/assurance.ts';
import { availableEvents } from '#app/domain/lifecycle/apply-event.ts';
import { type ItemStatus, isClosed } from '#app/domain/lifecycle/item-status.ts';
import type { Details } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { decisions, deliveryAuthorities, packages, requestItems, requests } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { assuranceNeeded } from '../cases/case-law.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { mayProveAccount } from '../identity/prove-account.ts';
import { type RequestService, serviceOfRequest } from '../organisation/read-services.ts';
import type { TransferRow } from '../transfers/move-transfer.ts';
import { type OwnTransfer, ownTransfer, transfersOf } from '../transfers/read-transfers.ts';
import { type DeliveryStanding, deliveryStanding } from './delivery-standing.ts';
import { type CaseMessage, readCaseMessages } from './read-case-messages.ts';
import { type CaseMoment, readCaseTimeline } from './read-case-timeline.ts';
import { regimeOfRequest } from './regime-at.ts';

/** What was decided on an item, as the subject is told. */
export interface CaseDecision {
  readonly outcome: 'fulfilled' | 'partly-fulfilled' | 'refused';
  readonly ground: string | null;
  readonly reasons: string | null;
  readonly regulator: { name: string; url?: string; phone?: string } | null;
  readonly remedy: string | null;
  readonly decidedAt: string;
}

export interface CaseItem {
  readonly ordinal: number;
  readonly right: DataSubjectRight;
  readonly status: ItemStatus;
  readonly details: Details;
  readonly deadline: Deadline | null;
  /** True when an officer has to check the identity before work starts: the law asks for more than a mailbox. */
  readonly officerChecks: boolean;
  readonly mayWithdraw: boolean;
  readonly decision: CaseDecision | null;
  /** The wish to have the data sent to another controller; null where there is none. */
  readonly transfer: OwnTransfer | null;
}

/** A package that waits for its download, or did. */
export interface CasePackage {
  readonly id: string;
  readonly ordinal: number;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly files: number | null;
  readonly expiresAt: string | null;
  readonly downloads: number;
  readonly standing: DeliveryStanding;
}

/** A request as its data subject sees it. Personal values are opened here and nowhere else on the subject's side. */
export interface CaseView {
  readonly requestId: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly country: string;
  readonly region: string | null;
  readonly jurisdiction: string;
  readonly regimeKind: 'law' | 'policy' | 'not_described';
  readonly filedFor: string;
  /** Null where nobody asked which service it is about. */
  readonly service: RequestService | null;
  readonly email: string;
  readonly contactVerified: boolean;
  /** A code to the address of the named account would help. */
  readonly mayProveAccount: boolean;
  readonly items: readonly CaseItem[];
  readonly messages: readonly CaseMessage[];
  readonly packages: readonly CasePackage[];
  readonly timeline: readonly CaseMoment[];
}

/**
 * Everything that the subject may see of their request. While nobody has proven the address, that is what the filing
 * said and the dates: what the office wrote, decided and made is for the subject, and anybody can file in their name.
 * @throws Forbidden without this request's session
 * @throws NotFound when its content was purged
 */
export async function readCase(ctx: Ctx, requestId: string): Promise<CaseView> {
  requireSubject(ctx.actor, requestId);
  const [request] = await ctx.db.select().from(requests).where(eq(requests.id, requestId));
  const email = ctx.vault.openOptional(request?.emailSealed, 'requests.email');
  if (!request || !email) throw new NotFound('request_gone', { requestId });
  const proven = request.contactVerifiedAt !== null;
  const rows = await ctx.db
    .select({ item: requestItems, decision: decisions })
    .from(requestItems)
    .leftJoin(decisions, eq(decisions.itemId, requestItems.id))
    .where(eq(requestItems.requestId, requestId))
    .orderBy(asc(requestItems.ordinal));
  const sent = await transfersOf(ctx, requestId);
  return {
    requestId,
    reference: request.reference,
    receivedAt: request.receivedAt.toString(),
    country: request.country,
    region: request.region,
    jurisdiction: request.jurisdiction,
    regimeKind: request.regimeKind,
    filedFor: request.filedFor,
    service: await serviceOfRequest(ctx, request),
    email,
    contactVerified: proven,
    mayProveAccount: mayProveAccount(request) && rows.some(({ item }) => item.status === 'awaiting-identity'),
    items: rows.map(({ item, decision }) => ({
      ...itemView(ctx, request, item, proven ? decision : null),
      transfer: seenTransfer(ctx, sent.get(item.id), item, proven),
    })),
    messages: proven ? await readCaseMessages(ctx, requestId) : [],
    packages: proven
      ? await packageViews(
          ctx,
          request,
          rows.map(({ item }) => item),
        )
      : [],
    timeline: await readCaseTimeline(ctx, requestId),
  };
}

/** To a browser that only filed, a transfer is what its filing said. */
function seenTransfer(
  ctx: Ctx,
  row: TransferRow | undefined,
  item: Pick<ItemRow, 'status'>,
  proven: boolean,
): OwnTransfer | null {
  if (!row) return null;
  const seen = ownTransfer(ctx, row, item.status);
  if (proven) return seen;
  const untold = { restedAt: null, receipt: null, reason: null, citation: null, words: null };
  return { ...seen, ...untold, state: 'wished', mayWithdraw: false };
}

type RequestRow = typeof requests.$inferSelect;
type ItemRow = typeof requestItems.$inferSelect;

function itemView(
  ctx: Ctx,
  request: RequestRow,
  item: ItemRow,
  decision: typeof decisions.$inferSelect | null,
): Omit<CaseItem, 'transfer'> {
  const details = ctx.vault.openOptional(item.detailsSealed, 'request_items.details');
  return {
    ordinal: item.ordinal,
    right: item.right,
    status: item.status,
    details: details ? (JSON.parse(details) as Details) : {},
    deadline: item.deadline ?? null,
    officerChecks:
      !isClosed(item.status) &&
      (request.filedFor !== 'self' ||
        !suffices('email', assuranceNeeded(regimeOfRequest(request), item.right))) &&
      !suffices(request.assurance, assuranceNeeded(regimeOfRequest(request), item.right)),
    mayWithdraw: availableEvents(item.status, 'subject').includes('withdrawn'),
    decision: decision && {
      outcome: decision.outcome,
      ground: decision.ground,
      reasons: ctx.vault.openOptional(decision.reasonsSealed, 'decisions.reasons'),
      regulator: decision.regulator ?? null,
      remedy: decision.remedy,
      decidedAt: decision.decidedAt.toString(),
    },
  };
}

async function packageViews(
  ctx: Ctx,
  request: RequestRow,
  items: readonly ItemRow[],
): Promise<CasePackage[]> {
  const delivered = await ctx.db
    .select()
    .from(packages)
    .where(and(eq(packages.requestId, request.id), isNotNull(packages.deliveredAt)))
    .orderBy(asc(packages.deliveredAt));
  const [authority] = await ctx.db
    .select({ recipient: deliveryAuthorities.recipient })
    .from(deliveryAuthorities)
    .where(eq(deliveryAuthorities.requestId, request.id));
  const now = ctx.clock.now();
  return delivered.flatMap((row) => {
    const item = items.find(({ id }) => id === row.itemId);
    if (!item) return [];
    const { id, bytes, rows, files, downloads } = row;
    const expiresAt = row.expiresAt?.toString() ?? null;
    const standing = deliveryStanding(request, item.right, row, authority, now);
    return [{ id, ordinal: item.ordinal, bytes, rows, files, downloads, expiresAt, standing }];
  });
}
