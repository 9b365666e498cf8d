import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ConnectorError } from '#app/connectors/connector.ts';
import { normaliseIdentity } from '#app/domain/data-map/identity.ts';
import { suffices } from '#app/domain/identity/assurance.ts';
import {
  type AccountControl,
  compareRealName,
  REAL_NAME_RULE,
  type RealNameRecord,
  realNameShortfalls,
} from '#app/domain/identity/real-name.ts';
import { realNameChecks, requests } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { type Change, change } from '../change.ts';
import { provenOf } from '../collection/collection-world.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { addressOnFile, lookInto } from '../identity/address-on-file.ts';
import { startWaiting } from '../identity/prove-account.ts';
import { readRealNames, realNameSource } from '../identity/read-real-names.ts';
import { recordAccountProof } from '../identity/record-account-proof.ts';
import { setAsideUnproven, withdrawRealName } from '../identity/withdraw-real-name.ts';
import { parseReference } from '../requests/reference.ts';
import { lockCase, type RequestRow, referenceSchema } from './load-case.ts';

const inputSchema = z.strictObject({ reference: referenceSchema });

/** Proofs that only the holder of an account can give. */
const BY_THE_HOLDER = ['code_to_address_on_file', 'account_sign_in'];

/**
 * Looks up, in the organisation's own system, under which name the account of a request was real-name authenticated. Where
 * residence, name and control over the account meet the rule, the assurance rises; otherwise the officer is told what is
 * missing, and nothing is refused. A later look replaces what an earlier one gave; what was
 * found by an account that nothing proves any more is set aside. The name itself is not kept.
 * @throws Forbidden, z.ZodError, NotFound;
 *   Conflict `no_account`, `nothing_open`, `no_data_map`, `no_real_name_source`, `source_unreadable`
 */
export async function checkRealName(ctx: Ctx, input: z.input<typeof inputSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference } = inputSchema.parse(input);
  const account = await accountOf(ctx, reference);
  // Read before the change: a source takes as long as it takes, and the case must not stay locked meanwhile.
  const seen = await lookUp(ctx, account);
  await change(ctx, async (tx) => {
    const { request } = await lockCase(tx, reference);
    if (claimedAccount(ctx, request) !== account) throw new Conflict('no_account');
    const name = ctx.vault.openOptional(request.nameSealed, 'requests.name') ?? '';
    const fell = await withdrawRealName(ctx, tx, request.id);
    const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
    const { finding, record } = compareRealName(name, seen.records, today);
    const control = await controlOver(ctx, tx, request.id, account, seen.mailbox);
    const { jurisdiction, filedFor } = request;
    const shortfalls = realNameShortfalls({ jurisdiction, filedFor, finding, control });
    const raised = shortfalls.length === 0;
    // Whoever owns the account by its real name has proven it.
    const proofId = raised
      ? await recordAccountProof(ctx, tx, {
          requestId: request.id,
          account,
          method: 'real_name_authentication',
          assurance: REAL_NAME_RULE.assurance,
          attributes: ['name', 'account_id'],
          recordedBy: personId,
        })
      : null;
    const [check] = await tx.db
      .insert(realNameChecks)
      .values({
        requestId: request.id,
        finding,
        control,
        shortfalls,
        source: seen.source,
        method: record?.method?.slice(0, 80) ?? null,
        authenticatedOn: dayOf(record?.at),
        proofId,
        checkedBy: personId,
        checkedAt: ctx.clock.now(),
      })
      .returning({ id: realNameChecks.id });
    await tx.audit({
      kind: 'identity.real_name_checked',
      requestId: request.id,
      data: { check: check?.id ?? '', finding, control, raised },
    });
    if (raised) await raise(ctx, tx, request.id);
    else if (fell) await setAsideUnproven(ctx, tx, request.id);
  });
}

/** The account that a request names, as far as it can still be looked up. */
async function accountOf(ctx: Ctx, reference: string): Promise<string> {
  const [request] = await ctx.db
    .select()
    .from(requests)
    .where(eq(requests.reference, parseReference(reference) ?? ''));
  if (!request) throw new NotFound('request');
  if (request.closedAt) throw new Conflict('nothing_open');
  const account = claimedAccount(ctx, request);
  if (!account) throw new Conflict('no_account');
  return account;
}

function claimedAccount(ctx: Ctx, request: RequestRow): string | null {
  const typed = ctx.vault.openOptional(request.accountSealed, 'requests.account');
  return typed ? normaliseIdentity('account_id', typed) : null;
}

interface Seen {
  readonly source: string;
  readonly records: readonly RealNameRecord[];
  /** The one address on file for the account. */
  readonly mailbox: string | null;
}

async function lookUp(ctx: Ctx, account: string): Promise<Seen> {
  try {
    return await lookInto(ctx, async (data) => {
      const source = realNameSource(data.map);
      if (!source) throw new Conflict('no_real_name_source');
      const records = await readRealNames(data, source, account);
      return {
        source: source.collection.source,
        records,
        mailbox: await addressOnFile(data, account),
      };
    });
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    ctx.log.warn({ source: error.source, code: error.code }, 'a real-name record could not be read');
    throw new Conflict('source_unreadable', { source: error.source, code: error.code });
  }
}

/** What proves that who asks controls the account: its sign-in, a code to its address, or that very mailbox. */
async function controlOver(
  ctx: Ctx,
  tx: Change,
  requestId: string,
  account: string,
  mailbox: string | null,
): Promise<AccountControl> {
  const proven = await provenOf(ctx, tx, requestId);
  const by = (kind: string, value: string, methods: readonly string[]) =>
    proven.some(
      (one) =>
        one.kind === kind && one.value === value && one.methods.some((method) => methods.includes(method)),
    );
  if (by('account_id', account, BY_THE_HOLDER)) return 'account_proven';
  return mailbox && by('email', normaliseIdentity('email', mailbox), ['email_code'])
    ? 'mailbox_on_file'
    : 'none';
}

async function raise(ctx: Ctx, tx: Change, requestId: string): Promise<void> {
  const [request] = await tx.db.select().from(requests).where(eq(requests.id, requestId));
  if (!request) throw new NotFound('request');
  const { assurance } = REAL_NAME_RULE;
  if (!suffices(request.assurance, assurance))
    await tx.db.update(requests).set({ assurance }).where(eq(requests.id, requestId));
  await startWaiting(ctx, tx, request, assurance);
}

/** The day of a date or instant as a source writes it; null for anything else. */
function dayOf(text: string | null | undefined): Temporal.PlainDate | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '') ?? [];
  try {
    return day ? Temporal.PlainDate.from(day, { overflow: 'reject' }) : null;
  } catch {
    return null;
  }
}
