import { and, eq, isNull, or } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FEE_GROUNDS, feeRefusal, feeRule } from '#app/domain/fees/fee-rule.ts';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { feeAnnouncements } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import {
  type CaseItem,
  contactOf,
  itemOf,
  lockCase,
  referenceSchema,
  wordsSchema,
} from '../cases/load-case.ts';
import { receivedOn } from '../cases/received-on.ts';
import { recordMessage } from '../cases/record-message.ts';
import { wrongField } from '../cases/refuse-field.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { recordClockEvent } from '../requests/move-item.ts';
import { recomputeDeadlines } from '../requests/recompute-deadlines.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { composeFee } from './compose-fee.ts';

/** Ten million of any currency: beyond it something was mistyped. */
const MOST_MINOR = 1_000_000_000;

export const feeSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  ground: z.enum(FEE_GROUNDS),
  /** In hundredths of the currency. */
  amountMinor: z.int().positive().max(MOST_MINOR),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** In the subject's language: they read it. */
  reasons: wordsSchema,
});
export type FeeInput = z.infer<typeof feeSchema>;

/** The notice as it would be sent now. @throws as {@link announceFee} */
export function previewFee(ctx: Ctx, input: FeeInput): Promise<string> {
  requireStaff(ctx.actor, ...FULFILLING);
  const fee = feeSchema.parse(input);
  return change(ctx, async (tx) => (await compose(ctx, tx, fee)).notice);
}

/**
 * Announces a fee for one right, where and as far as the law allows one. The clock learns of it in the way of the law:
 * it waits for the payment, pauses until the subject agrees, or starts after the days to reflect.
 * @param previewed the notice that the officer read; another one is never sent in its place
 * @throws Forbidden, z.ZodError, NotFound; Invalid `no_fee_here`, `fee_above_cap`, `fee_currency`;
 *   Conflict `item_closed`, `fee_open` while an earlier one is undecided or unpaid, `no_address`, `notice_changed` when
 *   the facts moved since the preview
 */
export function announceFee(ctx: Ctx, input: FeeInput, previewed: string): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const fee = feeSchema.parse(input);
  return change(ctx, async (tx) => {
    const composed = await compose(ctx, tx, fee);
    const { request, item, contact, notice } = composed;
    if (notice !== previewed.replace(/\r\n/g, '\n')) throw new Conflict('notice_changed');
    await recordAnnouncement(ctx, tx, fee, composed, personId);
    const agreed = composed.rule.mechanism === 'acceptance';
    await recordClockEvent(ctx, tx, item, agreed ? 'fee_notified' : 'fee_requested');
    await recomputeDeadlines(tx, request.id, item.id);
    await recordMessage(ctx, tx, request, { kind: 'fee', body: notice, itemId: item.id });
    await tx.mail({
      kind: 'fee',
      ...contact,
      requestId: request.id,
      reference: request.reference,
      params: { notice },
    });
  });
}

async function compose(ctx: Ctx, tx: Change, fee: FeeInput) {
  const found = await lockCase(tx, fee.reference);
  const { request } = found;
  const item = itemOf(found, fee.itemId);
  if (isClosed(item.status)) throw new Conflict('item_closed');
  if (await openFee(tx, item)) throw new Conflict('fee_open');
  const contact = contactOf(ctx, request);
  if (!contact) throw new Conflict('no_address');
  const rule = feeRule(regimeOfRequest(request), item.right);
  const option = rule.options.find(({ ground }) => ground === fee.ground);
  const refusal = feeRefusal(option, fee);
  if (!option || refusal) {
    const field = { no_fee_here: 'ground', fee_currency: 'currency', fee_above_cap: 'amount' } as const;
    throw wrongField(field[refusal ?? 'no_fee_here'], refusal ?? 'no_fee_here');
  }
  const zone = item.deadline?.timezone ?? 'UTC';
  const today = ctx.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const confirmBy = rule.reflectionDays === null ? null : today.add({ days: rule.reflectionDays }).toString();
  const { citation } = option;
  const notice = composeFee({
    ...fee,
    locale: request.locale,
    receivedOn: receivedOn(request.receivedAt, zone),
    right: item.right,
    mechanism: rule.mechanism,
    citation,
    confirmBy,
  });
  return { request, item, contact, rule, citation, confirmBy, notice };
}

/** The fee of an item that waits for an answer or for its payment; undefined when none does. */
export async function openFee(tx: Pick<Change, 'db'>, item: Pick<CaseItem, 'id'>) {
  const [open] = await tx.db
    .select()
    .from(feeAnnouncements)
    .where(
      and(
        eq(feeAnnouncements.itemId, item.id),
        isNull(feeAnnouncements.paidAt),
        or(isNull(feeAnnouncements.answer), eq(feeAnnouncements.answer, 'accepted')),
      ),
    );
  return open;
}

async function recordAnnouncement(
  ctx: Ctx,
  tx: Change,
  fee: FeeInput,
  { item, rule, citation, confirmBy, notice }: Awaited<ReturnType<typeof compose>>,
  personId: string,
): Promise<void> {
  const [row] = await tx.db
    .insert(feeAnnouncements)
    .values({
      requestId: item.requestId,
      itemId: item.id,
      ground: fee.ground,
      mechanism: rule.mechanism,
      amountMinor: fee.amountMinor,
      currency: fee.currency,
      citation,
      noticeSealed: ctx.vault.seal(notice, 'fee_announcements.notice'),
      confirmBy: confirmBy ? Temporal.PlainDate.from(confirmBy) : null,
      announcedBy: personId,
      announcedAt: ctx.clock.now(),
    })
    .returning({ id: feeAnnouncements.id });
  await tx.audit({
    kind: 'fee.announced',
    requestId: item.requestId,
    itemId: item.id,
    data: { fee: row?.id ?? '', ground: fee.ground, mechanism: rule.mechanism },
  });
}
