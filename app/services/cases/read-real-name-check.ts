import { desc, eq } from 'drizzle-orm';
import type { AccountControl, RealNameFinding, RealNameShortfall } from '#app/domain/identity/real-name.ts';
import { identityProofs, realNameChecks } from '#db/schema/index.ts';
import { activeDataMap } from '../collection/collection-world.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { realNameSource } from '../identity/read-real-names.ts';
import type { RequestRow } from './load-case.ts';

/** The last look at a real-name record. */
export interface RealNameCheck {
  readonly finding: RealNameFinding;
  readonly control: AccountControl;
  readonly shortfalls: readonly RealNameShortfall[];
  readonly source: string;
  readonly method: string | null;
  /** ISO date. */
  readonly authenticatedOn: string | null;
  /** True while the proof that it led to stands. */
  readonly counts: boolean;
  readonly by: string;
  readonly at: string;
}

/** What an officer can know of the real name behind the account of a request. */
export interface RealNameView {
  /** The data map says where it is recorded, and the request names an account: it can be looked up. */
  readonly available: boolean;
  readonly last: RealNameCheck | null;
}

/** The caller has checked who reads. Null where there is no account to look up and nobody has looked. */
export async function readRealNameCheck(ctx: Ctx, request: RequestRow): Promise<RealNameView | null> {
  const [row] = await ctx.db
    .select({ check: realNameChecks, revokedAt: identityProofs.revokedAt })
    .from(realNameChecks)
    .leftJoin(identityProofs, eq(identityProofs.id, realNameChecks.proofId))
    .where(eq(realNameChecks.requestId, request.id))
    .orderBy(desc(realNameChecks.checkedAt), desc(realNameChecks.id))
    .limit(1);
  const available = request.accountSealed !== null && (await isRecorded(ctx));
  if (!row) return available ? { available, last: null } : null;
  const { check, revokedAt } = row;
  const { finding, control, shortfalls, source, method, authenticatedOn, proofId, checkedBy, checkedAt } =
    check;
  return {
    available,
    last: {
      finding,
      control,
      shortfalls,
      source,
      method,
      authenticatedOn: authenticatedOn?.toString() ?? null,
      counts: proofId !== null && revokedAt === null,
      by: checkedBy,
      at: checkedAt.toString(),
    },
  };
}

async function isRecorded(ctx: Ctx): Promise<boolean> {
  try {
    return realNameSource((await activeDataMap(ctx)).map) !== null;
  } catch (error) {
    // Without a map that can be read there is nowhere to look.
    if (error instanceof Conflict) return false;
    throw error;
  }
}
