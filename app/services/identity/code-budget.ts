import type { Tx } from '#db/client.ts';
import type { CodePurpose } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { RateLimited } from '../errors.ts';
import { LIMITS, type Limit, requireTokens, takeToken } from '../rate-limit.ts';

/**
 * Who asks for codes to an address, as far as anybody can tell. A stranger has a share of what one address gets, so
 * that none of them uses up the others' or the owner's. What was proven before has a budget of its own, which
 * no stranger touches.
 */
export type Asker =
  | {
      readonly kind: 'stranger';
      /** Prefix of their network. */
      readonly network: string;
    }
  | {
      readonly kind: 'known';
      /** Id of what the code is for: a request or registration whose mailbox was proven, a question that staff asked. */
      readonly id: string;
      /** Where anybody may come and say so, not only a session: the prefix of the network. */
      readonly network?: string;
    };

interface Asking {
  readonly purpose: CodePurpose;
  /** Normalised. */
  readonly address: string;
  readonly asker: Asker;
}

/** @throws RateLimited when whoever asks has had their codes of this hour */
export function takeCodeBudget(ctx: Ctx, db: Tx, asking: Asking): Promise<void> {
  return take(ctx, db, asking, {
    own: LIMITS.codesOfOwn,
    share: LIMITS.codesPerAddressAndNetwork,
    address: LIMITS.codesPerAddress,
  });
}

/** @throws RateLimited when whoever tries has failed too often today; counts nothing */
export async function requireTriesLeft(ctx: Ctx, db: Tx, { purpose, address, asker }: Asking): Promise<void> {
  if (asker.kind === 'known')
    return requireTokens(ctx, LIMITS.codeFailuresOfOwn, `${purpose}:${asker.id}`, db);
  await requireTokens(ctx, LIMITS.codeFailuresPerAddressAndNetwork, `${asker.network} ${address}`, db);
  await requireTokens(ctx, LIMITS.codeFailuresPerAddress, address, db);
}

/** Counts a wrong code. @throws RateLimited when others failed at the same moment and nothing is left */
export function countFailure(ctx: Ctx, db: Tx, asking: Asking): Promise<void> {
  return take(ctx, db, asking, {
    own: LIMITS.codeFailuresOfOwn,
    share: LIMITS.codeFailuresPerAddressAndNetwork,
    address: LIMITS.codeFailuresPerAddress,
  });
}

async function take(
  ctx: Ctx,
  db: Tx,
  { purpose, address, asker }: Asking,
  limits: { own: Limit; share: Limit; address: Limit },
): Promise<void> {
  const asStranger = async (network: string) => {
    await takeToken(ctx, limits.share, `${network} ${address}`, db);
    await takeToken(ctx, limits.address, address, db);
  };
  if (asker.kind === 'stranger') return asStranger(asker.network);
  // Counted as a stranger's too: if it were not, a stranger's own limit would tell them which reference belongs to
  // an address.
  if (asker.network) await asStranger(asker.network).catch(unlessLimited);
  await takeToken(ctx, limits.own, `${purpose}:${asker.id}`, db);
}

/** Passes a limit over in silence; everything else is thrown on. */
export function unlessLimited(error: unknown): null {
  if (error instanceof RateLimited) return null;
  throw error;
}

/** Who asks for codes of a request: its owner, once the mailbox was proven; until then anybody could have filed it. */
export function askerOfRequest(
  request: { readonly id: string; readonly contactVerifiedAt: unknown },
  network: string,
): Asker {
  return request.contactVerifiedAt ? { kind: 'known', id: request.id } : { kind: 'stranger', network };
}
