import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { FILED_FOR } from '#app/domain/identity/assurance.ts';
import { normaliseAccountId, normaliseEmail, normaliseName } from '#app/domain/identity/normalise.ts';
import { FIRST_STATUS } from '#app/domain/lifecycle/item-status.ts';
import { chooseService } from '#app/domain/requests/service-choice.ts';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import type { ApplicableRegime } from '#app/domain/rules/applicable-regime.ts';
import { assuranceFor } from '#app/domain/rules/duties-under.ts';
import { requestItems, requests, residenceRecords } from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { unlessLimited } from '../identity/code-budget.ts';
import { issueCode } from '../identity/codes.ts';
import { openSubjectSession } from '../identity/subject-sessions.ts';
import { offeredServices } from '../organisation/read-services.ts';
import { confirmedReceiver, recordWish } from '../transfers/record-wish.ts';
import { type ItemRow, moveItems } from './move-item.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';
import { newReference } from './reference.ts';
import { regimeAt } from './regime-at.ts';

export const NAME_LENGTH = 200;
export const EMAIL_LENGTH = 254;
export const ACCOUNT_LENGTH = 80;
const DETAIL_LENGTH = 4000;

const person = z.strictObject({
  name: z.string().trim().min(1).max(NAME_LENGTH),
  relation: z.string().trim().max(NAME_LENGTH),
});

/** What a filing holds once its pages are filled in. */
export const filingSchema = z.strictObject({
  submissionKey: z.string().min(16).max(100),
  locale: z.string().max(35),
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
    .nullable(),
  filedFor: z.enum(FILED_FOR),
  representative: person.nullable(),
  name: z.string().trim().min(1).max(NAME_LENGTH),
  email: z.email().max(EMAIL_LENGTH),
  accountId: z.string().trim().min(1).max(ACCOUNT_LENGTH).nullable(),
  /** The id of a service on offer; anything else is read as any of them. */
  service: z.string().max(40).optional(),
  items: z
    .array(
      z.strictObject({
        right: z.enum(RIGHTS),
        details: z.record(
          z.string(),
          z.union([z.string().max(DETAIL_LENGTH), z.array(z.string().max(200)).max(50)]),
        ),
        /** Portability: another controller to send to, as its description was confirmed. */
        receiver: z.strictObject({ key: z.string().max(40), changedAt: z.string().max(40) }).optional(),
      }),
    )
    .min(1)
    .max(RIGHTS.length)
    .refine(
      (items) => new Set(items.map(({ right }) => right)).size === items.length,
      'expected each right once',
    ),
  /** Prefix of the network that it comes from, for limits; none for what the house itself files. */
  network: z.string().min(1).optional(),
});
export type Filing = z.infer<typeof filingSchema>;

export interface FiledRequest {
  readonly requestId: string;
  readonly reference: string;
  /** Lets the browser that filed see the receipt; null on a double submit from elsewhere. */
  readonly session: { readonly token: string; readonly expiresAt: string };
  /** True when this form had been sent before: the request is the one that was made then. */
  readonly repeated: boolean;
}

/**
 * Receives a request: anybody may file. The request, its items with their deadlines, the audit entries, the
 * receipt and the code leave in one transaction. The same `submissionKey` twice yields one request. Past the codes an
 * hour that this network, or strangers together, may send to the address it is received all the same; no mail leaves
 * then, since strangers could fill a mailbox, and the code is asked for later.
 * @throws z.ZodError when the filing is not of the form above
 * @throws Conflict `receiver_changed` when a controller to send to is no longer what was confirmed
 */
export function fileRequest(ctx: Ctx, input: Filing): Promise<FiledRequest> {
  const filing = filingSchema.parse(input);
  return change(ctx, async (tx) => {
    const inserted = await insertRequest(ctx, tx, filing);
    if (!inserted) return repeatedFiling(ctx, tx, filing);
    const items = await insertItems(ctx, tx, inserted, filing);
    await tx.audit({
      kind: 'request.filed',
      requestId: inserted.id,
      data: {
        jurisdiction: inserted.jurisdiction,
        rights: items.map(({ right }) => right),
        filedFor: filing.filedFor,
      },
    });
    await recomputeDeadlines(tx, inserted.id);
    await startItems(ctx, tx, inserted.regime, items);
    await sendReceiptAndCode(ctx, tx, inserted.id, inserted.reference, filing);
    const session = await openSubjectSession(ctx, tx, inserted.id, 'filed');
    return { requestId: inserted.id, reference: inserted.reference, session, repeated: false };
  });
}

async function insertRequest(ctx: Ctx, tx: Change, filing: Filing) {
  const now = ctx.clock.now();
  const regime = regimeAt({ country: filing.country, region: filing.region ?? undefined }, now);
  const [row] = await tx.db
    .insert(requests)
    .values({
      reference: newReference(),
      submissionKey: ctx.vault.tokenHash('submission', filing.submissionKey),
      locale: filing.locale,
      country: filing.country,
      region: filing.region,
      jurisdiction: regime.jurisdiction,
      regimeKind: regime.kind,
      receivedAt: now,
      filedFor: filing.filedFor,
      ...chooseService(await offeredServices(tx), filing.service),
      nameSealed: ctx.vault.seal(filing.name, 'requests.name'),
      nameIndex: ctx.vault.blindIndex('name', normaliseName(filing.name)),
      emailSealed: ctx.vault.seal(filing.email, 'requests.email'),
      emailIndex: ctx.vault.blindIndex('email', normaliseEmail(filing.email)),
      accountSealed: ctx.vault.sealOptional(filing.accountId, 'requests.account'),
      accountIndex: filing.accountId
        ? ctx.vault.blindIndex('account_id', normaliseAccountId(filing.accountId))
        : null,
      representativeSealed: ctx.vault.sealOptional(
        filing.representative ? JSON.stringify(filing.representative) : null,
        'requests.representative',
      ),
    })
    .onConflictDoNothing({ target: requests.submissionKey })
    .returning();
  if (row)
    await tx.db.insert(residenceRecords).values({
      requestId: row.id,
      country: filing.country,
      region: filing.region,
      jurisdiction: regime.jurisdiction,
      recordedBy: 'subject',
      recordedAt: now,
    });
  return row ? { ...row, regime } : undefined;
}

async function repeatedFiling(ctx: Ctx, tx: Change, filing: Filing): Promise<FiledRequest> {
  const [row] = await tx.db
    .select({ id: requests.id, reference: requests.reference })
    .from(requests)
    .where(eq(requests.submissionKey, ctx.vault.tokenHash('submission', filing.submissionKey)));
  if (!row) throw new Error('requests: a filing collided with a submission key that is not there');
  const session = await openSubjectSession(ctx, tx, row.id, 'filed');
  return { requestId: row.id, reference: row.reference, session, repeated: true };
}

async function insertItems(
  ctx: Ctx,
  tx: Change,
  request: { readonly id: string; readonly regime: ApplicableRegime },
  filing: Filing,
): Promise<ItemRow[]> {
  const rows = filing.items.map(({ right, details }, ordinal) => ({
    requestId: request.id,
    ordinal,
    right,
    status: FIRST_STATUS,
    detailsSealed: ctx.vault.seal(JSON.stringify(details), 'request_items.details'),
  }));
  const items = await tx.db.insert(requestItems).values(rows).returning();
  await recordWishes(ctx, tx, request.regime, items, filing);
  return items;
}

/** Who asks for portability can want the data sent to another controller: one of the list, or one in their own words. */
async function recordWishes(
  ctx: Ctx,
  tx: Change,
  regime: ApplicableRegime,
  items: readonly ItemRow[],
  filing: Filing,
): Promise<void> {
  for (const { right, details, receiver } of filing.items) {
    const item = items.find((one) => one.right === right);
    if (!item || right !== 'portability') continue;
    if (receiver) await recordWish(ctx, tx, item, await confirmedReceiver(tx, regime, receiver));
    else if (details.transferTo) await recordWish(ctx, tx, item, null);
  }
}

/** Opt-outs act at once; everything else waits until the address is proven. */
async function startItems(
  ctx: Ctx,
  tx: Change,
  regime: ApplicableRegime,
  items: readonly ItemRow[],
): Promise<void> {
  const system = actingAs(ctx, { kind: 'system', name: 'intake' });
  const atOnce = items.filter(
    ({ right }) => regime.kind !== 'not_described' && assuranceFor(regime, right) === 'none',
  );
  const others = items.filter((item) => !atOnce.includes(item));
  await moveItems(system, tx, atOnce, 'started_without_identity');
  await moveItems(system, tx, others, 'identity_requested');
}

async function sendReceiptAndCode(
  ctx: Ctx,
  tx: Change,
  requestId: string,
  reference: string,
  filing: Filing,
) {
  const { locale, email, network = 'house' } = filing;
  const asker = { kind: 'stranger', network } as const;
  const code = { requestId, reference, purpose: 'verify', address: email, locale, asker } as const;
  const sent = await issueCode(ctx, tx, code).then(() => true, unlessLimited);
  if (sent) await tx.mail({ kind: 'receipt', locale, to: email, requestId, reference });
}
