import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { filingDrafts } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** A form that nobody touched for this long is purged. */
export const DRAFT_MINUTES = OWN_RECORDS.filingDraft.keep.amount * 60;
const PURPOSE = 'filing_drafts.data';

/** What a visitor typed so far, page by page; the pages check it, this service only keeps it. */
export type DraftData = Readonly<Record<string, unknown>>;

function tokenHash(ctx: Ctx, token: string): string {
  return ctx.vault.tokenHash('filing-draft', token);
}

/** Reads the draft behind a cookie's token; null when there is none or it expired. */
export async function readDraft(ctx: Ctx, token: string | null): Promise<DraftData | null> {
  if (!token) return null;
  const [row] = await ctx.db
    .select({ sealed: filingDrafts.dataSealed })
    .from(filingDrafts)
    .where(
      and(eq(filingDrafts.tokenHash, tokenHash(ctx, token)), gt(filingDrafts.expiresAt, ctx.clock.now())),
    );
  return row ? (JSON.parse(ctx.vault.open(row.sealed, PURPOSE)) as DraftData) : null;
}

/** Keeps a draft; makes one, with a new token, when there is none. Returns the token for the cookie. */
export async function saveDraft(ctx: Ctx, token: string | null, data: DraftData): Promise<string> {
  const now = ctx.clock.now();
  const values = {
    dataSealed: ctx.vault.seal(JSON.stringify(data), PURPOSE),
    updatedAt: now,
    expiresAt: now.add({ minutes: DRAFT_MINUTES }),
  };
  if (token) {
    const kept = await ctx.db
      .update(filingDrafts)
      .set(values)
      .where(and(eq(filingDrafts.tokenHash, tokenHash(ctx, token)), gt(filingDrafts.expiresAt, now)))
      .returning({ id: filingDrafts.id });
    if (kept.length > 0) return token;
  }
  const fresh = randomBytes(32).toString('base64url');
  await ctx.db.insert(filingDrafts).values({ ...values, tokenHash: tokenHash(ctx, fresh) });
  return fresh;
}

/** Throws a draft away, once it was filed or when its owner asks. */
export async function discardDraft(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(filingDrafts).where(eq(filingDrafts.tokenHash, tokenHash(ctx, token)));
}

/** Purges drafts whose time is over. Returns how many. */
export async function purgeDrafts(ctx: Ctx): Promise<number> {
  const gone = await ctx.db
    .delete(filingDrafts)
    .where(lt(filingDrafts.expiresAt, ctx.clock.now()))
    .returning({ id: filingDrafts.id });
  return gone.length;
}
