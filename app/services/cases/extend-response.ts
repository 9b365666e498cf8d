import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { extensionStanding, extensionSteps, isOver } from '#app/domain/lifecycle/extension.ts';
import type { Requirement } from '#app/domain/lifecycle/transitions.ts';
import { rightUnder } from '#app/domain/rules/applicable-regime.ts';
import { clockEvents } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { moveItems } from '../requests/move-item.ts';
import { EXTENSION_SENT } from '../requests/recompute-deadlines.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { regulatorToTell } from './case-law.ts';
import { composeExtension } from './compose-notice.ts';
import {
  type CaseItem,
  contactOf,
  itemOf,
  type LockedCase,
  lockCase,
  referenceSchema,
  wordsSchema,
} from './load-case.ts';
import { receivedOn } from './received-on.ts';
import { recordMessage } from './record-message.ts';
import { wrongField } from './refuse-field.ts';

export const extensionSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  /** In the subject's language: they read it. */
  reasons: wordsSchema,
  /** Only where the law sets no maximum: until when. */
  until: z.iso.date().nullable(),
});
export type ExtensionInput = z.infer<typeof extensionSchema>;

/** The notice as it would be sent now. @throws as {@link extendResponse} */
export function previewExtension(ctx: Ctx, input: ExtensionInput): Promise<string> {
  requireStaff(ctx.actor, ...FULFILLING);
  const wanted = extensionSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, wanted.reference);
    return compose(ctx, found, itemOf(found, wanted.itemId), wanted);
  });
}

/**
 * Puts the response off, while the law still lets a notice do so, and sends the notice in the subject's language.
 * @param previewed the notice that the officer read; another one is never sent in its place
 * @throws Forbidden, z.ZodError, NotFound; Conflict `extension_not_lawful` with the reason and the last lawful moment,
 *   `notice_changed` when the facts moved since the preview; Invalid `until_required`
 */
export function extendResponse(ctx: Ctx, input: ExtensionInput, previewed: string): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const wanted = extensionSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, wanted.reference);
    const { request } = found;
    const item = itemOf(found, wanted.itemId);
    const notice = compose(ctx, found, item, wanted);
    if (notice !== previewed.replace(/\r\n/g, '\n')) throw new Conflict('notice_changed');
    await recordExtension(ctx, tx, item, wanted.until, personId);
    const met = new Set<Requirement>(['extension_lawful', 'reasons']);
    await moveItems(ctx, tx, [item], 'extended', met);
    await recordMessage(ctx, tx, request, { kind: 'extension', body: notice, itemId: item.id });
    const contact = contactOf(ctx, request);
    if (!contact) throw new Conflict('no_address');
    await tx.mail({
      kind: 'extension',
      ...contact,
      requestId: request.id,
      reference: request.reference,
      params: { notice },
    });
  });
}

function compose(ctx: Ctx, { request }: LockedCase, item: CaseItem, wanted: ExtensionInput): string {
  const now = ctx.clock.now();
  const standing = extensionStanding(item.deadline, now);
  if (!standing.lawful)
    throw new Conflict('extension_not_lawful', { reason: standing.reason, noticeBy: standing.noticeBy });
  const regime = regimeOfRequest(request);
  const newDue = standing.newDue ?? wanted.until;
  const zone = item.deadline?.timezone ?? 'UTC';
  if (!newDue) throw wrongField('until', 'until_required');
  if (isOver(newDue, zone, now)) throw wrongField('until', 'until_in_the_past');
  return composeExtension({
    locale: request.locale,
    reference: request.reference,
    receivedOn: receivedOn(request.receivedAt, zone),
    right: item.right,
    regulator: regulatorToTell(regime, request.locale),
    formerDue: item.deadline?.dueNow ?? null,
    newDue,
    citation: rightUnder(regime, item.right)?.extension?.citation ?? '',
    reasons: wanted.reasons,
    steps: item.deadline ? extensionSteps(item.deadline) : [],
    zone,
  });
}

async function recordExtension(ctx: Ctx, tx: Change, item: CaseItem, until: string | null, personId: string) {
  const at = ctx.clock.now();
  const standing = extensionStanding(item.deadline, at);
  const openEnded = standing.lawful && standing.newDue === null;
  await tx.db.insert(clockEvents).values({
    requestId: item.requestId,
    itemId: item.id,
    kind: EXTENSION_SENT,
    at,
    until: openEnded && until ? Temporal.PlainDate.from(until) : null,
    recordedBy: personId,
    recordedAt: at,
  });
  await tx.audit({
    kind: 'clock.event',
    requestId: item.requestId,
    itemId: item.id,
    data: { event: EXTENSION_SENT, at: at.toString() },
  });
}
