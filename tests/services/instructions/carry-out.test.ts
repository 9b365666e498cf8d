import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instructedItem } from '#app/domain/instructions/carrying-out.ts';
import { INSTRUCTION_WISHES, type Instruction } from '#app/domain/instructions/instruction.ts';
import { askApproval, decideApproval } from '#app/services/cases/approve-plan.ts';
import { decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { readCase } from '#app/services/cases/read-case.ts';
import { readCaseAddenda } from '#app/services/cases/read-case-addenda.ts';
import { recordExecution } from '#app/services/cases/record-execution.ts';
import { askForTrackingCode } from '#app/services/identity/track-request.ts';
import { activateInstructions } from '#app/services/instructions/activate-instructions.ts';
import { openInstructions } from '#app/services/instructions/open-instructions.ts';
import { readRegistration } from '#app/services/instructions/read-registration.ts';
import { registerInstructions } from '#app/services/instructions/register-instructions.ts';
import { auditEntries, instructionRegistrations, outboxMails, requests } from '#db/schema/index.ts';
import { type Desk, openDesk } from '../cases/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

const erase: Instruction = {
  scope: 'general',
  processing: [],
  wish: 'erase',
  words: '',
  designee: null,
  specificConsent: false,
};
const CLAIMANT = 'lucie@example.org';

/** Registers instructions, proves the mailbox and lets an officer put them into force. */
async function inForce(instruction: Instruction, claimant: 'heir' | 'designee' = 'heir') {
  const email = `${randomUUID()}@example.org`;
  const token = await registerInstructions(desk.ctx, {
    submissionKey: randomUUID(),
    locale: 'en',
    country: 'FR',
    name: 'Paul Martin',
    email,
    accountId: 'NW-100001',
    instruction,
    network: '198.51.100.0/24',
  });
  const rows = await desk.ctx.db.select().from(instructionRegistrations);
  const row = rows.find(
    ({ emailSealed }) => desk.ctx.vault.open(emailSealed, 'instruction_registrations.email') === email,
  );
  const registration = row?.reference ?? '';
  const mails = await desk.ctx.db.select().from(outboxMails).where(eq(outboxMails.reference, registration));
  const { code } = JSON.parse(desk.ctx.vault.open(mails[0]?.paramsSealed ?? '', 'outbox_mails.params'));
  await openInstructions(desk.ctx, { token, code, network: 'n' });
  const requestId = await activateInstructions(desk.officer, {
    reference: registration,
    diedOn: '2026-10-20',
    evidence: 'death_certificate',
    claimant,
    claimantName: 'Lucie Martin',
    claimantEmail: CLAIMANT,
    reason: 'Certificate of death and of inheritance seen in the original.',
  });
  const [request] = await desk.ctx.db.select().from(requests).where(eq(requests.id, requestId));
  return { registration, email, requestId, reference: request?.reference ?? '' };
}

describe('what carries instructions out', () => {
  it('is erasure, communication, or a task to keep, with the scope that was instructed', () => {
    const about = (part: Partial<Instruction>) => instructedItem({ ...erase, ...part });
    expect(about({})).toEqual({ right: 'erasure', details: { scope: 'everything' } });
    expect(
      about({ scope: 'specific', processing: ['purchases', 'usage'], words: 'Not the invoices' }),
    ).toEqual({
      right: 'erasure',
      details: { scope: 'some', which: 'purchases, usage\nNot the invoices' },
    });
    expect(about({ words: 'Not the photographs' }).details).toEqual({
      scope: 'some',
      which: 'Not the photographs',
    });
    expect(about({ wish: 'hand_over' })).toEqual({ right: 'access', details: { about: ['everything'] } });
    expect(about({ wish: 'hand_over', scope: 'specific', processing: ['support'] }).details).toEqual({
      about: ['support'],
    });
    expect(about({ wish: 'keep' })).toEqual({ right: 'post_mortem', details: { ask: ['instructions'] } });
    expect(INSTRUCTION_WISHES).toHaveLength(3);
  });
});

describe('instructions that are put into force', () => {
  it('open a request at work, for the deceased, by whoever asks, and both ends name each other', async () => {
    const { registration, requestId, reference } = await inForce(erase);
    const found = await readCase(desk.officer, reference);
    expect(found).toMatchObject({
      filedFor: 'deceased',
      subject: { name: 'Paul Martin', email: CLAIMANT, account: null },
      representative: { name: 'Lucie Martin' },
      jurisdiction: 'FR',
      assurance: 'reasonable',
      authority: { seen: 'proof_of_inheritance', recipient: 'representative' },
      items: [{ right: 'erasure', status: 'in-progress' }],
    });
    expect((await readRegistration(desk.auditor, registration)).activation?.request).toBe(reference);
    expect((await readCaseAddenda(desk.auditor, reference)).instructions).toBe(registration);
    const [entry] = await desk.ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.kind, 'instructions.activated'));
    expect(entry?.requestId).toBe(requestId);
  });

  it('seed the walk with the mailbox that was proven, and not with the account that was claimed', async () => {
    const { email, reference } = await inForce(erase);
    const proven = (await readCase(desk.officer, reference)).proofs.flatMap((proof) => proof.proven);
    expect(proven).toEqual([{ kind: 'email', value: email }]);
  });

  it('tell whoever asks where to follow it, and let them in by a code', async () => {
    const { requestId, reference } = await inForce(erase, 'heir');
    const mails = () => desk.ctx.db.select().from(outboxMails).where(eq(outboxMails.requestId, requestId));
    const to = (sealed: string | null) => desk.ctx.vault.openOptional(sealed, 'outbox_mails.to');
    expect((await mails()).map(({ kind, toSealed }) => [kind, to(toSealed)])).toEqual([['status', CLAIMANT]]);
    await askForTrackingCode(desk.ctx, { reference, email: CLAIMANT, locale: 'en', network: 'n' });
    expect((await mails()).map(({ kind }) => kind).sort()).toEqual(['code', 'status']);
  });

  it('are erased by nobody without a second person, and are done when the item is', async () => {
    const { reference, registration } = await inForce({ ...erase, words: 'All of it, please.' });
    const itemId = (await readCase(desk.officer, reference)).items[0]?.id ?? '';
    const execution = {
      reference,
      itemId,
      system: 'northwind_crm',
      executedBy: 'Records team',
      executedAt: desk.clock.now().toString(),
      records: 3,
      evidence: '',
    };
    await expect(recordExecution(desk.officer, execution)).rejects.toThrow('approval_missing');
    await askApproval(desk.officer, { reference, itemId, plan: 'Erase the account and its orders.' });
    await decideApproval(desk.colleague, { reference, itemId, outcome: 'approved', reason: '' });
    await recordExecution(desk.officer, execution);
    const decision = {
      reference,
      itemId,
      outcome: 'fulfilled' as const,
      ground: null,
      reasons: null,
      regulator: null,
      remedy: null,
    };
    await decideItem(desk.officer, decision, await previewDecision(desk.officer, decision));
    expect((await readCase(desk.officer, reference)).status).toBe('closed');
    expect((await readRegistration(desk.officer, registration)).state).toBe('active');
  });

  it('hand over by the package of access, to the person designated', async () => {
    const designee = { name: 'Lucie Martin', contact: CLAIMANT };
    const { reference } = await inForce({ ...erase, wish: 'hand_over', designee }, 'designee');
    expect(await readCase(desk.officer, reference)).toMatchObject({
      authority: { seen: 'registered_instructions', recipient: 'representative' },
      items: [{ right: 'access', status: 'in-progress' }],
    });
  });

  it('that say to keep leave a task that an officer sees to', async () => {
    const { reference } = await inForce({ ...erase, wish: 'keep' });
    expect((await readCase(desk.officer, reference)).items).toMatchObject([
      { right: 'post_mortem', status: 'in-progress', deadline: { due: null } },
    ]);
  });

  it('open no request when they were in force already', async () => {
    const { registration } = await inForce(erase);
    const before = await desk.ctx.db.$count(requests);
    const again = activateInstructions(desk.officer, {
      reference: registration,
      diedOn: '2026-10-20',
      evidence: 'death_certificate',
      claimant: 'heir',
      claimantName: 'Lucie Martin',
      claimantEmail: CLAIMANT,
      reason: 'Certificate of death and of inheritance seen in the original.',
    });
    await expect(again).rejects.toThrow('instructions_active');
    expect(await desk.ctx.db.$count(requests)).toBe(before);
  });
});
