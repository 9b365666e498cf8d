import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { suffices } from '#app/domain/identity/assurance.ts';
import { needsSecondPerson } from '#app/domain/lifecycle/irreversible.ts';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { collectionRuns, deliveryAuthorities, executionRecords, packages } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { isAgentDenied } from '../agents/denied-agent.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { assuranceNeeded } from './case-law.ts';
import {
  type CaseItem,
  contactOf,
  itemOf,
  latestApproval,
  lockCase,
  type RequestRow,
  referenceSchema,
} from './load-case.ts';

/** How long a delivered package can be downloaded. */
export const DOWNLOAD_DAYS = 30;
/** The system that an execution record names when the answer left through this desk. */
const THIS_DESK = 'habeas';

export const deliverySchema = z.strictObject({ reference: referenceSchema, itemId: z.uuid() });

/**
 * Lets the data subject download the package of an item, and tells them by mail. Delivery carries the right out: it
 * leaves an execution record.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `no_package`, `already_delivered`, `review_missing`,
 *   `identity_insufficient`, `authority_missing`, `item_closed`, `no_address`
 */
export function deliverPackage(ctx: Ctx, input: z.input<typeof deliverySchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId } = deliverySchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const { request } = found;
    const item = itemOf(found, itemId);
    const built = await packageToLeave(tx, request, item);
    if (built.deliveredAt) throw new Conflict('already_delivered');
    const contact = contactOf(ctx, request);
    if (!contact) throw new Conflict('no_address');
    const now = ctx.clock.now();
    const expiresAt = now.add({ hours: DOWNLOAD_DAYS * 24 });
    await tx.db.update(packages).set({ deliveredAt: now, expiresAt }).where(eq(packages.id, built.id));
    await tx.audit({ kind: 'package.delivered', requestId: request.id, itemId, data: { package: built.id } });
    const [record] = await tx.db
      .insert(executionRecords)
      .values({
        itemId,
        system: THIS_DESK,
        executedBy: personId,
        executedAt: now,
        counts: { rows: built.rows ?? 0, files: built.files ?? 0 },
        recordedBy: personId,
        recordedAt: now,
      })
      .returning({ id: executionRecords.id });
    await tx.audit({
      kind: 'execution.recorded',
      requestId: request.id,
      itemId,
      data: { execution: record?.id ?? '', system: THIS_DESK },
    });
    await tx.mail({
      kind: 'delivery',
      ...contact,
      requestId: request.id,
      reference: request.reference,
      params: { expiresOn: expiresAt.toZonedDateTimeISO('UTC').toPlainDate().toString() },
    });
  });
}

/**
 * The package of an item that may leave the house now, to whomever: one rule for its delivery to the data subject and
 * for its transfer to another controller.
 * @throws Conflict naming the first thing that is missing: `item_closed`, `no_package`, `review_missing`,
 *   `second_person_missing`, `identity_insufficient`, `authority_missing`, `agent_denied`
 */
export async function packageToLeave(
  tx: Pick<Change, 'db'>,
  request: RequestRow,
  item: CaseItem,
): Promise<typeof packages.$inferSelect> {
  if (isClosed(item.status)) throw new Conflict('item_closed');
  const [latest] = await tx.db
    .select({ built: packages, reviewedAt: collectionRuns.reviewedAt })
    .from(packages)
    .innerJoin(collectionRuns, eq(collectionRuns.id, packages.runId))
    .where(and(eq(packages.requestId, request.id), eq(packages.itemId, item.id)))
    .orderBy(desc(packages.queuedAt))
    .limit(1);
  if (latest?.built.status !== 'built') throw new Conflict('no_package');
  if (!latest.reviewedAt) throw new Conflict('review_missing');
  const approved = (await latestApproval(tx, item.id))?.outcome === 'approved';
  if (needsSecondPerson(item.right) && !approved) throw new Conflict('second_person_missing');
  const needed = assuranceNeeded(regimeOfRequest(request), item.right);
  if (!suffices(request.assurance, needed)) throw new Conflict('identity_insufficient', { needed });
  if (request.filedFor !== 'self') {
    const seen = await tx.db.$count(deliveryAuthorities, eq(deliveryAuthorities.requestId, request.id));
    if (seen === 0) throw new Conflict('authority_missing');
    if (await isAgentDenied(tx, request.id)) throw new Conflict('agent_denied');
  }
  return latest.built;
}
