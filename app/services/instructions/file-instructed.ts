import { randomUUID } from 'node:crypto';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { instructedItem } from '#app/domain/instructions/carrying-out.ts';
import type { ActivationClaimant, Instruction } from '#app/domain/instructions/instruction.ts';
import { FIRST_STATUS } from '#app/domain/lifecycle/item-status.ts';
import {
  deliveryAuthorities,
  identityProofs,
  requestItems,
  requests,
  residenceRecords,
} from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { recordAttribute } from '../identity/record-attribute.ts';
import { moveItems } from '../requests/move-item.ts';
import { recomputeDeadlines } from '../requests/recompute-deadlines.ts';
import { newReference } from '../requests/reference.ts';
import { regimeAt } from '../requests/regime-at.ts';
import type { RegistrationRow } from './open-instructions.ts';

/** What an officer saw, and who asks. */
export interface Seen {
  readonly personId: string;
  readonly claimant: ActivationClaimant;
  readonly claimantName: string;
  readonly claimantEmail: string;
  readonly reason: string;
}

/** A document of the death was compared with the name of the registration. */
const PROOF = { method: 'document_checked', assurance: 'reasonable', compared: ['name'] } as const;

/**
 * Opens the request that carries instructions out, within the change that puts them into force: for the deceased, by
 * whoever asks, with the wording's wish as its item, at work at once. The mailbox that was proven at registration seeds
 * the walk over the data; the account was only claimed and does not.
 * @returns its id
 */
export async function fileInstructed(
  ctx: Ctx,
  tx: Change,
  row: RegistrationRow,
  instruction: Instruction,
  seen: Seen,
): Promise<string> {
  const request = await insertRequest(ctx, tx, row, seen);
  const requestId = request.id;
  await recordSeen(ctx, tx, requestId, row, seen);
  const { right, details } = instructedItem(instruction);
  const items = await tx.db
    .insert(requestItems)
    .values({
      requestId,
      ordinal: 0,
      right,
      status: FIRST_STATUS,
      detailsSealed: ctx.vault.seal(JSON.stringify(details), 'request_items.details'),
    })
    .returning();
  await tx.audit({
    kind: 'request.filed',
    requestId,
    data: { jurisdiction: request.jurisdiction, rights: [right], filedFor: 'deceased' },
  });
  await recomputeDeadlines(tx, requestId);
  await moveItems(ctx, tx, items, 'identity_verified');
  await tx.mail({
    kind: 'status',
    locale: row.locale,
    to: seen.claimantEmail,
    requestId,
    reference: request.reference,
    params: { news: 'instructed' },
  });
  return requestId;
}

async function insertRequest(ctx: Ctx, tx: Change, row: RegistrationRow, seen: Seen) {
  const now = ctx.clock.now();
  const regime = regimeAt({ country: row.country }, now);
  const { vault } = ctx;
  const residence = { country: row.country, region: null, jurisdiction: regime.jurisdiction };
  const [request] = await tx.db
    .insert(requests)
    .values({
      reference: newReference(),
      submissionKey: vault.tokenHash('submission', randomUUID()),
      locale: row.locale,
      ...residence,
      regimeKind: regime.kind,
      receivedAt: now,
      filedFor: 'deceased',
      nameSealed: vault.seal(vault.open(row.nameSealed, 'instruction_registrations.name'), 'requests.name'),
      nameIndex: row.nameIndex,
      emailSealed: vault.seal(seen.claimantEmail, 'requests.email'),
      emailIndex: vault.blindIndex('email', normaliseEmail(seen.claimantEmail)),
      representativeSealed: vault.seal(
        JSON.stringify({ name: seen.claimantName, relation: '' }),
        'requests.representative',
      ),
      assurance: PROOF.assurance,
    })
    .returning();
  if (!request) throw new Error('requests: the insert returned no row');
  await tx.db
    .insert(residenceRecords)
    .values({ requestId: request.id, ...residence, recordedBy: seen.personId, recordedAt: now });
  return request;
}

/** Whose data it is, and that the claimant may receive them: both were seen at activation. */
async function recordSeen(
  ctx: Ctx,
  tx: Change,
  requestId: string,
  row: RegistrationRow,
  { personId, claimant, reason }: Seen,
): Promise<void> {
  const recordedAt = ctx.clock.now();
  const by = { recordedBy: personId, recordedAt };
  const [proof] = await tx.db
    .insert(identityProofs)
    .values({
      requestId,
      method: PROOF.method,
      assurance: PROOF.assurance,
      attributesCompared: [...PROOF.compared],
      reasonSealed: ctx.vault.seal(reason, 'identity_proofs.reason'),
      ...by,
    })
    .returning({ id: identityProofs.id });
  const value = normaliseEmail(ctx.vault.open(row.emailSealed, 'instruction_registrations.email'));
  await recordAttribute(ctx, tx, { requestId, proofId: proof?.id ?? '', kind: 'email', value });
  await tx.audit({
    kind: 'identity.proven',
    requestId,
    data: { method: PROOF.method, assurance: PROOF.assurance, attributes: [...PROOF.compared] },
  });
  const authority = claimant === 'designee' ? 'registered_instructions' : 'proof_of_inheritance';
  await tx.db.insert(deliveryAuthorities).values({
    requestId,
    authoritySeen: authority,
    recipient: 'representative',
    reasonSealed: ctx.vault.seal(reason, 'delivery_authorities.reason'),
    ...by,
  });
  await tx.audit({ kind: 'authority.recorded', requestId, data: { authority, recipient: 'representative' } });
}
