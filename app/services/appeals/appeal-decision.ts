import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { suffices } from '#app/domain/identity/assurance.ts';
import { FIRST_STATUS } from '#app/domain/lifecycle/item-status.ts';
import { appealUnder, statementOfDispute } from '#app/domain/requests/after-refusal.ts';
import { isJurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { decisions, messages, requestItems, requests, residenceRecords } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { assuranceNeeded } from '../cases/case-law.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { ANSWER_LENGTH, recordMessage } from '../requests/answer-question.ts';
import { moveItems } from '../requests/move-item.ts';
import { MOST_COMPLAINTS } from '../requests/object-to-decision.ts';
import { recomputeDeadlines } from '../requests/recompute-deadlines.ts';
import { newReference } from '../requests/reference.ts';
import { jurisdictionRegimeAt, regimeOfRequest } from '../requests/regime-at.ts';

const schema = z.strictObject({
  requestId: z.uuid(),
  ordinal: z.int().nonnegative(),
  body: z.string().trim().min(1).max(ANSWER_LENGTH),
  locale: z.string().max(35),
});
export type AppealInput = z.infer<typeof schema>;

/**
 * Appeals a refusal to the controller, where the law knows that: a request of its own, received now, whose clock runs
 * from here and which names the item that it appeals. Who asks was proven for the first request, and stays so.
 * @returns the reference of the appeal
 * @throws Forbidden; Conflict `not_refused`, `no_appeal_here`, `appeal_filed` when one is there already
 */
export async function appealDecision(ctx: Ctx, input: AppealInput): Promise<string> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinal, body, locale } = schema.parse(input);
  return change(ctx, async (tx) => {
    const { request, item } = await refusedItem(tx, requestId, ordinal);
    if (!appealUnder(regimeOfRequest(request), item.right)) throw new Conflict('no_appeal_here');
    const earlier = await tx.db.$count(requestItems, eq(requestItems.appealsItemId, item.id));
    if (earlier > 0) throw new Conflict('appeal_filed');
    const appeal = await insertAppeal(ctx, tx, request, locale);
    const [filed] = await tx.db
      .insert(requestItems)
      .values({
        requestId: appeal.id,
        ordinal: 0,
        right: 'appeal',
        status: FIRST_STATUS,
        detailsSealed: ctx.vault.seal(JSON.stringify({ more: body }), 'request_items.details'),
        appealsItemId: item.id,
      })
      .returning();
    if (!filed) throw new Error('request_items: the insert returned no row');
    await tx.audit({
      kind: 'request.filed',
      requestId: appeal.id,
      data: { jurisdiction: appeal.jurisdiction, rights: ['appeal'], filedFor: appeal.filedFor },
    });
    await tx.audit({ kind: 'appeal.filed', requestId, itemId: item.id, data: { appealed: item.id } });
    await recomputeDeadlines(tx, appeal.id);
    const needed = assuranceNeeded(regimeOfRequest(appeal), 'appeal');
    if (suffices(appeal.assurance, needed)) await moveItems(ctx, tx, [filed], 'identity_verified');
    const to = ctx.vault.openOptional(appeal.emailSealed, 'requests.email');
    if (to) {
      await tx.mail({
        kind: 'receipt',
        locale,
        to,
        requestId: appeal.id,
        reference: appeal.reference,
      });
    }
    return appeal.reference;
  });
}

/**
 * Puts the subject's statement beside data whose correction was refused, where the law knows that.
 * @throws Forbidden; Conflict `not_refused`, `no_statement_here`, `complaints_used_up` after the third statement
 */
export async function stateDispute(ctx: Ctx, input: AppealInput): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinal, body, locale } = schema.parse(input);
  await change(ctx, async (tx) => {
    const { request, item } = await refusedItem(tx, requestId, ordinal);
    if (!statementOfDispute(regimeOfRequest(request), item.right)) throw new Conflict('no_statement_here');
    const ofItem = and(eq(messages.itemId, item.id), eq(messages.kind, 'dispute'));
    if ((await tx.db.$count(messages, ofItem)) >= MOST_COMPLAINTS) throw new Conflict('complaints_used_up');
    await recordMessage(ctx, tx, { requestId, itemId: item.id, kind: 'dispute', body, locale });
  });
}

async function refusedItem(tx: Change, requestId: string, ordinal: number) {
  const [found] = await tx.db
    .select({ request: requests, item: requestItems, outcome: decisions.outcome })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .innerJoin(decisions, eq(decisions.itemId, requestItems.id))
    .where(
      and(
        eq(requestItems.requestId, requestId),
        eq(requestItems.ordinal, ordinal),
        isNotNull(requests.emailSealed),
        // Who only filed, in whoever's name, does not speak for the subject.
        isNotNull(requests.contactVerifiedAt),
      ),
    )
    .for('update', { of: requestItems });
  if (!found || found.outcome === 'fulfilled') throw new Conflict('not_refused', { requestId, ordinal });
  return found;
}

/** The same person under the same law, received now; sealed columns are copied as they stand. */
async function insertAppeal(ctx: Ctx, tx: Change, first: typeof requests.$inferSelect, locale: string) {
  const now = ctx.clock.now();
  if (!isJurisdiction(first.jurisdiction))
    throw new RangeError(`requests.jurisdiction: ${first.jurisdiction}`);
  const reference = newReference();
  const { kind } = jurisdictionRegimeAt(first.jurisdiction, now);
  const [row] = await tx.db
    .insert(requests)
    .values({
      reference,
      submissionKey: ctx.vault.tokenHash('submission', reference),
      locale,
      country: first.country,
      region: first.region,
      jurisdiction: first.jurisdiction,
      regimeKind: kind,
      receivedAt: now,
      filedFor: first.filedFor,
      nameSealed: first.nameSealed,
      nameIndex: first.nameIndex,
      emailSealed: first.emailSealed,
      emailIndex: first.emailIndex,
      accountSealed: first.accountSealed,
      accountIndex: first.accountIndex,
      representativeSealed: first.representativeSealed,
      assurance: first.assurance,
      contactVerifiedAt: first.contactVerifiedAt,
    })
    .returning();
  if (!row) throw new Error('requests: the insert returned no row');
  await tx.db.insert(residenceRecords).values({
    requestId: row.id,
    country: row.country,
    region: row.region,
    jurisdiction: row.jurisdiction,
    recordedBy: 'subject',
    recordedAt: now,
  });
  return row;
}
