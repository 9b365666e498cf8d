import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instruction } from '#app/domain/instructions/instruction.ts';
import { activateInstructions } from '#app/services/instructions/activate-instructions.ts';
import {
  amendInstructions,
  readOwnInstructions,
  revokeInstructions,
} from '#app/services/instructions/change-instructions.ts';
import { askForInstructionsCode, openInstructions } from '#app/services/instructions/open-instructions.ts';
import { findRegistrations, readRegistration } from '#app/services/instructions/read-registration.ts';
import {
  type RegistrationInput,
  registerInstructions,
} from '#app/services/instructions/register-instructions.ts';
import { purgeShortLived } from '#app/services/retention/purge-short-lived.ts';
import { auditEntries, instructionRegistrations, outboxMails } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from '../cases/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

const general: Instruction = {
  scope: 'general',
  processing: [],
  wish: 'erase',
  words: '',
  designee: null,
  specificConsent: false,
};
const specific: Instruction = {
  ...general,
  scope: 'specific',
  processing: ['purchases'],
  wish: 'hand_over',
  designee: { name: 'Lucie Martin', contact: 'lucie@example.org' },
  specificConsent: true,
};

const registration = (more: Partial<RegistrationInput> = {}): RegistrationInput => ({
  submissionKey: randomUUID(),
  locale: 'en',
  country: 'FR',
  name: 'Paul Martin',
  email: `${randomUUID()}@example.org`,
  accountId: null,
  instruction: general,
  network: '198.51.100.0/24',
  ...more,
});

/** Mails of one registration, in no order: the clock stands still. */
async function mailKinds(reference: string) {
  const mails = await desk.ctx.db.select().from(outboxMails).where(eq(outboxMails.reference, reference));
  return mails.map(({ kind }) => kind).sort();
}

async function codeFor(reference: string): Promise<string> {
  const mails = await desk.ctx.db.select().from(outboxMails).where(eq(outboxMails.reference, reference));
  const newest = mails.filter(({ kind }) => kind === 'code').at(-1);
  return JSON.parse(desk.ctx.vault.open(newest?.paramsSealed ?? '', 'outbox_mails.params')).code;
}

async function registered(more: Partial<RegistrationInput> = {}) {
  const input = registration(more);
  const token = await registerInstructions(desk.ctx, input);
  const rows = await desk.ctx.db.select().from(instructionRegistrations);
  const row = rows.find(
    ({ emailSealed }) => desk.ctx.vault.open(emailSealed, 'instruction_registrations.email') === input.email,
  );
  const reference = row?.reference ?? '';
  const open = async () =>
    openInstructions(desk.ctx, { token, code: await codeFor(reference), network: 'n' });
  return { token, reference, id: row?.id ?? '', input, open };
}

const activation = (reference: string) => ({
  reference,
  diedOn: '2026-10-20',
  evidence: 'death_certificate' as const,
  claimant: 'heir' as const,
  claimantName: 'Lucie Martin',
  claimantEmail: 'lucie@example.org',
  reason: 'Certificate of death and of inheritance seen in the original.',
});

const kindsOf = async (registrationId: string) => {
  const rows = await desk.ctx.db.select().from(auditEntries).orderBy(auditEntries.id);
  return rows
    .filter(({ data }) => (data as { registration?: string }).registration === registrationId)
    .map(({ kind }) => kind);
};

describe('registering instructions for after death', () => {
  it('is offered in France and refused where the law knows no registry', async () => {
    for (const country of ['NL', 'US', 'IN', 'CN']) {
      await expect(registerInstructions(desk.ctx, registration({ country }))).rejects.toThrow(
        'no_instructions_here',
      );
    }
    await expect(registerInstructions(desk.ctx, registration({ country: 'RE' }))).resolves.toBeTypeOf(
      'string',
    );
  });

  it('counts only once the code proved the mailbox, and then sends the reference', async () => {
    const { reference, open, id } = await registered();
    await expect(readRegistration(desk.officer, reference)).rejects.toThrow('registration');
    expect(await open()).toBe(true);
    expect((await readRegistration(desk.officer, reference)).state).toBe('standing');
    expect(await kindsOf(id)).toEqual(['instructions.recorded', 'instructions.proven']);
    expect(await mailKinds(reference)).toEqual(['code', 'instructions']);
  });

  it('makes one registration of a form that was sent twice', async () => {
    const input = registration();
    await registerInstructions(desk.ctx, input);
    await registerInstructions(desk.ctx, input);
    const rows = await desk.ctx.db.select().from(instructionRegistrations);
    const same = rows.filter(
      ({ emailSealed }) =>
        desk.ctx.vault.open(emailSealed, 'instruction_registrations.email') === input.email,
    );
    expect(same).toHaveLength(1);
  });

  it('refuses specific instructions without processing named or without the specific consent', async () => {
    const wrong = [
      { ...specific, specificConsent: false },
      { ...specific, processing: [] },
    ];
    for (const instruction of wrong) {
      await expect(registerInstructions(desk.ctx, registration({ instruction }))).rejects.toThrow();
    }
  });

  it('keeps nothing in the clear', async () => {
    const { id } = await registered({ name: 'Geneviève Unmistakable', instruction: specific });
    const text = JSON.stringify(
      await desk.base.owner.sql`select r.*, v.content_sealed from instruction_registrations r
        join instruction_versions v on v.registration_id = r.id where r.id = ${id}`,
    );
    expect(text).not.toMatch(/Unmistakable|Lucie|example\.org/);
  });
});

describe('opening instructions again', () => {
  it('needs the reference, the address and the code; anything else looks the same', async () => {
    const { reference, input, open } = await registered();
    await open();
    const ask = (email: string) =>
      askForInstructionsCode(desk.ctx, { reference, email, locale: 'en', network: 'n' });
    const token = await ask(input.email);
    const code = await codeFor(reference);
    const stranger = await ask(`${randomUUID()}@example.org`);
    expect(await openInstructions(desk.ctx, { token: stranger, code, network: 'n' })).toBe(false);
    await expect(readOwnInstructions(desk.ctx, stranger)).rejects.toThrow('instructions_not_opened');
    await expect(readOwnInstructions(desk.ctx, token)).rejects.toThrow('instructions_not_opened');
    expect(await openInstructions(desk.ctx, { token, code, network: 'n' })).toBe(true);
    expect((await readOwnInstructions(desk.ctx, token)).versions).toHaveLength(1);
  });

  it('keeps every wording: amended, revoked, and in force again by a new one', async () => {
    const { token, id, open } = await registered();
    await open();
    await amendInstructions(desk.ctx, { token, instruction: specific });
    await revokeInstructions(desk.ctx, { token });
    expect((await readOwnInstructions(desk.ctx, token)).revoked).toBe(true);
    await expect(revokeInstructions(desk.ctx, { token })).rejects.toThrow('already_revoked');
    await amendInstructions(desk.ctx, { token, instruction: general });
    const own = await readOwnInstructions(desk.ctx, token);
    expect(own.revoked).toBe(false);
    expect(own.versions.map(({ version, instruction }) => [version, instruction.scope])).toEqual([
      [3, 'general'],
      [2, 'specific'],
      [1, 'general'],
    ]);
    expect(own.versions.map(({ consentAt }) => consentAt !== null)).toEqual([false, true, false]);
    expect(await kindsOf(id)).toEqual([
      'instructions.recorded',
      'instructions.proven',
      'instructions.recorded',
      'instructions.revoked',
      'instructions.recorded',
    ]);
  });

  it('closes after half an hour, however long the draft behind it is kept', async () => {
    const { token, open } = await registered();
    await open();
    const start = desk.clock.now();
    desk.clock.set(start.add({ minutes: 30 }));
    await expect(readOwnInstructions(desk.ctx, token)).rejects.toThrow('instructions_not_opened');
    desk.clock.set(start);
  });

  it('does not tell that codes went to an address before', async () => {
    const email = `${randomUUID()}@example.org`;
    const ask = () =>
      askForInstructionsCode(desk.ctx, { reference: 'HB-0000-0000', email, locale: 'en', network: 'limit' });
    for (let asked = 0; asked < 7; asked++) await expect(ask()).resolves.toEqual(expect.any(String));
  });

  it('is for nobody without the code', async () => {
    await expect(readOwnInstructions(desk.ctx, null)).rejects.toThrow('instructions_not_opened');
    await expect(amendInstructions(desk.ctx, { token: 'made-up', instruction: general })).rejects.toThrow(
      'instructions_not_opened',
    );
    await expect(revokeInstructions(desk.ctx, { token: null })).rejects.toThrow('instructions_not_opened');
  });
});

describe('after the death', () => {
  it.each(OUTSIDERS)('activation is not for %s', async (_name, actor) => {
    const { reference, open } = await registered();
    await open();
    expect(() => activateInstructions(desk.as(actor), activation(reference))).toThrow('staff_role_required');
  });

  it('finds the registration by the full name, and not for a data subject', async () => {
    const { reference, open } = await registered({ name: 'Odile Introuvable' });
    await open();
    expect((await findRegistrations(desk.auditor, 'odile introuvable')).map((one) => one.reference)).toEqual([
      reference,
    ]);
    expect(await findRegistrations(desk.auditor, 'Odile')).toEqual([]);
    await expect(findRegistrations(desk.ctx, 'Odile Introuvable')).rejects.toThrow('staff_role_required');
  });

  it('puts the newest wording into force once, and nobody can change it then', async () => {
    const { reference, token, open, id } = await registered();
    await open();
    await amendInstructions(desk.ctx, { token, instruction: specific });
    await activateInstructions(desk.officer, activation(reference));
    const found = await readRegistration(desk.auditor, reference);
    expect(found.state).toBe('active');
    expect(found.activation).toMatchObject({ version: 2, claimant: 'heir', diedOn: '2026-10-20' });
    expect(await kindsOf(id)).toContain('instructions.activated');
    await expect(activateInstructions(desk.officer, activation(reference))).rejects.toThrow(
      'instructions_active',
    );
    await expect(revokeInstructions(desk.ctx, { token })).rejects.toThrow('instructions_active');
  });

  it('refuses revoked instructions, a death to come, and a designee whom nobody named', async () => {
    const revoked = await registered();
    await revoked.open();
    await revokeInstructions(desk.ctx, { token: revoked.token });
    await expect(activateInstructions(desk.officer, activation(revoked.reference))).rejects.toThrow(
      'instructions_revoked',
    );
    const { reference, open } = await registered();
    await open();
    const refused = (more: object) =>
      expect(activateInstructions(desk.officer, { ...activation(reference), ...more })).rejects;
    // The clock stands at 2 November, 09:00 in Greenwich, which is still 2 November in Kiribati.
    await refused({ diedOn: '2026-11-03' }).toThrow('date_in_future');
    await refused({ claimant: 'designee' }).toThrow('no_designee');
    await activateInstructions(desk.officer, { ...activation(reference), diedOn: '2026-11-02' });
  });
});

describe('what was never proven', () => {
  it('is purged after seven days, what was proven stays', async () => {
    const unproven = await registered();
    const proven = await registered();
    await proven.open();
    const system = desk.as({ kind: 'system', name: 'worker' });
    const ids = async () => (await desk.ctx.db.select().from(instructionRegistrations)).map(({ id }) => id);
    const start = desk.clock.now();
    desk.clock.set(start.add({ hours: 7 * 24 - 1 }).toString());
    await purgeShortLived(system);
    expect(await ids()).toContain(unproven.id);
    desk.clock.set(start.add({ hours: 7 * 24 + 1 }).toString());
    await purgeShortLived(system);
    expect(await ids()).not.toContain(unproven.id);
    expect(await ids()).toContain(proven.id);
    desk.clock.set(start.toString());
  });
});
