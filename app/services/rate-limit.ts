import { and, eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Db, Tx } from '#db/client.ts';
import { rateLimits } from '#db/schema/index.ts';
import type { Ctx } from './context.ts';
import { RateLimited } from './errors.ts';

/** How often something may happen in a fixed window. */
export interface Limit {
  /** Names the counter in the database; part of the key. */
  readonly name: string;
  readonly most: number;
  readonly windowSeconds: number;
}

export const LIMITS = {
  filingPerNetwork: { name: 'filing-network', most: 30, windowSeconds: 3600 },
  draftsPerNetwork: { name: 'drafts-network', most: 300, windowSeconds: 3600 },
  // Four strangers' shares: one cannot use up an address, and all together fill no mailbox.
  codesPerAddressAndNetwork: { name: 'codes-address-network', most: 5, windowSeconds: 3600 },
  codesPerAddress: { name: 'codes-address', most: 20, windowSeconds: 3600 },
  codesOfOwn: { name: 'codes-own', most: 5, windowSeconds: 3600 },
  codesOnFilePerAddress: { name: 'codes-on-file', most: 10, windowSeconds: 3600 },
  codesPerNetwork: { name: 'codes-network', most: 40, windowSeconds: 3600 },
  codeFailuresPerAddressAndNetwork: {
    name: 'code-failures-address-network',
    most: 20,
    windowSeconds: 86_400,
  },
  // A million codes: sixty guesses a day find one in forty-five years. NIST SP 800-63B allows a hundred in a row.
  codeFailuresPerAddress: { name: 'code-failures-address', most: 60, windowSeconds: 86_400 },
  codeFailuresOfOwn: { name: 'code-failures-own', most: 20, windowSeconds: 86_400 },
  codeTriesPerNetwork: { name: 'code-tries-network', most: 100, windowSeconds: 3600 },
  trackingPerNetwork: { name: 'tracking-network', most: 60, windowSeconds: 3600 },
  signInPerNetwork: { name: 'sign-in-network', most: 200, windowSeconds: 900 },
  signInPerAddress: { name: 'sign-in-address', most: 10, windowSeconds: 900 },
  uploadsPerNetwork: { name: 'uploads-network', most: 60, windowSeconds: 3600 },
} as const satisfies Record<string, Limit>;

function windowStart(now: Temporal.Instant, seconds: number): Temporal.Instant {
  const epoch = Math.floor(now.epochMilliseconds / 1000);
  return Temporal.Instant.fromEpochMilliseconds((epoch - (epoch % seconds)) * 1000);
}

function bucketOf(ctx: Ctx, limit: Limit, key: string): string {
  return `${limit.name}:${ctx.vault.blindIndex('rate-limit', key)}`;
}

/**
 * Counts one use and refuses when the limit is passed. The counter lives in the database, so that it holds over
 * several processes.
 * @param db the transaction when called within one: a second connection there could wait for the pool for ever
 * @param key what is limited (a network prefix, a normalised address); stored as a keyed hash only
 * @throws RateLimited with `retryAfterSeconds`
 */
export async function takeToken(ctx: Ctx, limit: Limit, key: string, db: Db | Tx = ctx.db): Promise<void> {
  const now = ctx.clock.now();
  const start = windowStart(now, limit.windowSeconds);
  const [row] = await db
    .insert(rateLimits)
    .values({ bucket: bucketOf(ctx, limit, key), windowStart: start, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.bucket, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count });
  if ((row?.count ?? 0) > limit.most) throw refusal(now, start, limit);
}

/** @throws RateLimited when the limit is already used up; counts nothing */
export async function requireTokens(
  ctx: Ctx,
  limit: Limit,
  key: string,
  db: Db | Tx = ctx.db,
): Promise<void> {
  const now = ctx.clock.now();
  const start = windowStart(now, limit.windowSeconds);
  const [row] = await db
    .select({ count: rateLimits.count })
    .from(rateLimits)
    .where(
      sql`${rateLimits.bucket} = ${bucketOf(ctx, limit, key)} and ${rateLimits.windowStart} = ${start.toString()}`,
    );
  if ((row?.count ?? 0) >= limit.most) throw refusal(now, start, limit);
}

/** Gives back one use that turned out to be none, such as a sign-in that succeeded where failures are counted. */
export async function giveBack(ctx: Ctx, limit: Limit, key: string): Promise<void> {
  const start = windowStart(ctx.clock.now(), limit.windowSeconds);
  await ctx.db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(and(eq(rateLimits.bucket, bucketOf(ctx, limit, key)), eq(rateLimits.windowStart, start)));
}

function refusal(now: Temporal.Instant, start: Temporal.Instant, limit: Limit): RateLimited {
  const end = start.add({ seconds: limit.windowSeconds });
  return new RateLimited('rate_limited', {
    limit: limit.name,
    retryAfterSeconds: Math.ceil(now.until(end).total('seconds')),
  });
}
