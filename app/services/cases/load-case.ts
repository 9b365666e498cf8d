import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { approvals, identityProofs, requestItems, requests } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { parseReference } from '../requests/reference.ts';

export type RequestRow = typeof requests.$inferSelect;
export type CaseItem = typeof requestItems.$inferSelect;

/** A request with its items, locked: nobody else changes it until our change ends. */
export interface LockedCase {
  readonly request: RequestRow;
  readonly items: readonly CaseItem[];
}

/** A reference as it comes from an address or a form. */
export const referenceSchema = z.string().max(40);
/** Why an officer did something, in their own words. */
export const reasonSchema = z.string().trim().min(10).max(4000);
/** Words that go to the data subject. */
export const wordsSchema = z.string().trim().min(10).max(10_000);

/** @throws NotFound when no request bears the reference */
export async function lockCase(tx: Change, reference: string): Promise<LockedCase> {
  const [request] = await tx.db
    .select()
    .from(requests)
    .where(eq(requests.reference, parseReference(reference) ?? ''))
    .for('update');
  if (!request) throw new NotFound('request');
  const items = await tx.db
    .select()
    .from(requestItems)
    .where(eq(requestItems.requestId, request.id))
    .orderBy(asc(requestItems.ordinal));
  return { request, items };
}

/** @throws NotFound when the request has no such item */
export function itemOf(found: LockedCase, itemId: string): CaseItem {
  const item = found.items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound('item');
  return item;
}

export function openItems(found: LockedCase): CaseItem[] {
  return found.items.filter(({ status }) => !isClosed(status));
}

/** Where a data subject is written to: the address that stands in the request. */
export function contactOf(ctx: Ctx, request: RequestRow): { to: string; locale: string } | null {
  const to = ctx.vault.openOptional(request.emailSealed, 'requests.email');
  return to ? { to, locale: request.locale } : null;
}

/** Proofs of identity that stand. */
export function standingProofs(tx: Pick<Change, 'db'>, requestId: string) {
  return tx.db
    .select()
    .from(identityProofs)
    .where(and(eq(identityProofs.requestId, requestId), isNull(identityProofs.revokedAt)));
}

/** The newest approval that was asked for an item; undefined when none was. */
export async function latestApproval(tx: Pick<Change, 'db'>, itemId: string) {
  const rows = await tx.db
    .select()
    .from(approvals)
    .where(eq(approvals.itemId, itemId))
    .orderBy(asc(approvals.askedAt));
  return rows.at(-1);
}
