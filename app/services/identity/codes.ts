import { randomInt, randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { type CodePurpose, oneTimeCodes } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { type Asker, countFailure, requireTriesLeft, takeCodeBudget } from './code-budget.ts';

const CODE_DIGITS = 6;
export const CODE_MINUTES = 15;
const TRIES_PER_CODE = 5;

export interface CodeRequest {
  /** Null when the reference or address is unknown: a row is kept all the same, no mail leaves. */
  readonly requestId: string | null;
  /** Instead of a request: the instructions for after death that the code opens. */
  readonly registrationId?: string | null;
  readonly purpose: CodePurpose;
  readonly address: string;
  readonly locale: string;
  readonly reference: string | null;
  /** Whose budget the code comes out of. */
  readonly asker: Asker;
}

function newCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** Keyed hash of the address a code goes to; never the address. */
export function addressIndex(ctx: Ctx, address: string): string {
  return ctx.vault.blindIndex('email', normaliseEmail(address));
}

/**
 * Makes a code and mails it within the caller's change. The mail carries the code, the reference and fixed text,
 * nothing that the visitor typed.
 * @throws RateLimited when whoever asks has had the codes of this hour (see `code-budget.ts`)
 */
export async function issueCode(ctx: Ctx, tx: Change, request: CodeRequest): Promise<void> {
  const address = normaliseEmail(request.address);
  await takeCodeBudget(ctx, tx.db, { purpose: request.purpose, address, asker: request.asker });
  const code = newCode();
  const now = ctx.clock.now();
  const id = randomUUID();
  await tx.db.insert(oneTimeCodes).values({
    id,
    requestId: request.requestId,
    registrationId: request.registrationId ?? null,
    purpose: request.purpose,
    addressIndex: addressIndex(ctx, address),
    codeHash: ctx.vault.tokenHash(`code:${id}`, code),
    createdAt: now,
    expiresAt: now.add({ minutes: CODE_MINUTES }),
  });
  if (!request.requestId && !request.registrationId) return;
  await tx.audit({ kind: 'code.issued', requestId: request.requestId, data: { purpose: request.purpose } });
  await tx.mail({
    kind: 'code',
    locale: request.locale,
    to: request.address,
    requestId: request.requestId,
    reference: request.reference,
    params: { code, minutes: CODE_MINUTES, purpose: request.purpose },
  });
}

/** `requestId` is what the code was made for: a request, or else a registration of instructions. */
export type CodeCheck = { readonly ok: true; readonly requestId: string } | { readonly ok: false };

/**
 * Tries a code for an address. Wrong code, expired code, unknown request: the answer is the same.
 * The row stays locked until the change ends, so that parallel guesses cannot exceed the tries; the caller must
 * let the change commit when the answer is no, or the failure would not be counted.
 * @throws RateLimited when whoever tries has failed too often today (see `code-budget.ts`)
 */
export async function checkCode(
  ctx: Ctx,
  tx: Change,
  attempt: {
    purpose: CodePurpose;
    address: string;
    code: string;
    requestId: string | null;
    registrationId?: string | null;
    asker: Asker;
  },
): Promise<CodeCheck> {
  const { purpose, asker } = attempt;
  const trying = { purpose, asker, address: normaliseEmail(attempt.address) };
  const candidate = await lockNewestCode(ctx, tx, attempt, ctx.clock.now());
  // Asked once the row is ours: whoever waited for it sees what those before them failed.
  await requireTriesLeft(ctx, tx.db, trying);
  const madeFor = candidate?.requestId ?? candidate?.registrationId;
  const right = await tryCode(ctx, tx, candidate, attempt.code, trying);
  return right && madeFor ? { ok: true, requestId: madeFor } : { ok: false };
}

type CodeRow = typeof oneTimeCodes.$inferSelect;

/**
 * Compares, then consumes the code, and with it earlier ones of its kind that nobody entered, or counts the failure. A
 * code that was made for nobody is never right.
 */
async function tryCode(
  ctx: Ctx,
  tx: Change,
  candidate: CodeRow | undefined,
  code: string,
  trying: Parameters<typeof countFailure>[2],
): Promise<boolean> {
  const typed = code.normalize('NFKC').replace(/\D/g, '');
  const hash = candidate?.codeHash ?? '00'.repeat(32);
  const matches = ctx.vault.tokenMatches(`code:${candidate?.id ?? ''}`, typed, hash);
  if (candidate && matches && (candidate.requestId ?? candidate.registrationId)) {
    const { requestId, registrationId, purpose } = candidate;
    await tx.db
      .update(oneTimeCodes)
      .set({ consumedAt: ctx.clock.now() })
      .where(
        and(
          eq(oneTimeCodes.addressIndex, candidate.addressIndex),
          eq(oneTimeCodes.purpose, purpose),
          requestId ? eq(oneTimeCodes.requestId, requestId) : isNull(oneTimeCodes.requestId),
          registrationId
            ? eq(oneTimeCodes.registrationId, registrationId)
            : isNull(oneTimeCodes.registrationId),
          isNull(oneTimeCodes.consumedAt),
        ),
      );
    return true;
  }
  await countFailure(ctx, tx.db, trying);
  if (candidate) {
    await tx.db
      .update(oneTimeCodes)
      .set({ failures: sql`${oneTimeCodes.failures} + 1` })
      .where(eq(oneTimeCodes.id, candidate.id));
  }
  return false;
}

/**
 * Tries a code of a request wherever it was mailed to: for an address that we found ourselves and nobody typed.
 * Failures count per request; the caller must let the change commit when the answer is no.
 * @throws RateLimited past twenty failures a day for one request
 */
export async function checkCodeOfRequest(
  ctx: Ctx,
  tx: Change,
  attempt: { requestId: string; purpose: CodePurpose; code: string },
): Promise<boolean> {
  const { requestId, purpose } = attempt;
  const asker = { kind: 'known', id: requestId } as const;
  const trying = { purpose, asker, address: '' };
  await requireTriesLeft(ctx, tx.db, trying);
  const now = ctx.clock.now();
  const [candidate] = await tx.db
    .select()
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.requestId, requestId), ...stillOpen(purpose, now)))
    .orderBy(desc(oneTimeCodes.createdAt))
    .limit(1)
    .for('update');
  return tryCode(ctx, tx, candidate, attempt.code, trying);
}

/** Codes of a purpose that can still be entered. */
function stillOpen(purpose: CodePurpose, now: Temporal.Instant) {
  return [
    eq(oneTimeCodes.purpose, purpose),
    isNull(oneTimeCodes.consumedAt),
    gt(oneTimeCodes.expiresAt, now),
    lt(oneTimeCodes.failures, TRIES_PER_CODE),
  ];
}

async function lockNewestCode(
  ctx: Ctx,
  tx: Change,
  {
    purpose,
    address,
    requestId,
    registrationId,
  }: Pick<CodeRequest, 'purpose' | 'address' | 'requestId' | 'registrationId'>,
  now: Temporal.Instant,
) {
  const [row] = await tx.db
    .select()
    .from(oneTimeCodes)
    .where(
      and(
        eq(oneTimeCodes.addressIndex, addressIndex(ctx, address)),
        ...stillOpen(purpose, now),
        requestId ? eq(oneTimeCodes.requestId, requestId) : isNull(oneTimeCodes.requestId),
        registrationId
          ? eq(oneTimeCodes.registrationId, registrationId)
          : isNull(oneTimeCodes.registrationId),
      ),
    )
    .orderBy(desc(oneTimeCodes.createdAt))
    .limit(1)
    .for('update');
  return row;
}
