import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { findSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { movedTo, offeredRights } from '#app/services/requests/change-residence.ts';
import { readDraft, saveDraft } from '#app/services/requests/filing-draft.ts';
import { redirectToCustomer } from '#app/services/requests/redirect-to-customer.ts';
import { reopenReceipt, submitFiling } from '#app/services/requests/submit-filing.ts';
import { auditEntries, requests } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = () => `203.0.113.${Math.floor(Math.random() * 256)}/32`;

async function drafted(changes: Partial<FilingAnswers> = {}) {
  const answers: FilingAnswers = {
    submissionKey: randomUUID(),
    version: 7,
    residence: { country: 'NL', region: null },
    relation: 'own',
    filedFor: 'self',
    rights: ['access'],
    details: { access: { about: ['everything'] } },
    contact: { name: 'Noor Voorbeeld', email: `${randomUUID()}@example.org`, accountId: '' },
    ...changes,
  };
  const token = await saveDraft(side.ctx, null, answers);
  return { answers, token, locale: 'ko', network: network() };
}

const requestOf = async (sessionToken: string) =>
  side.request((await findSubjectSession(side.ctx, sessionToken))?.requestId ?? '');

describe('sending the form', () => {
  it('files what was answered and leaves nothing of it in the draft', async () => {
    const submission = await drafted();
    const session = await submitFiling(side.ctx, submission);
    const request = await requestOf(session.token);
    expect(request).toMatchObject({ country: 'NL', locale: 'ko', filedFor: 'self' });
    expect(await readDraft(side.ctx, submission.token)).toEqual({
      submissionKey: submission.answers.submissionKey,
      version: 7,
      filed: true,
    });
  });

  it('files no choice of a receiver that was not confirmed, nor another one than was chosen', async () => {
    const chosen = await drafted({
      rights: ['portability'],
      details: { portability: { scope: 'everything', receiver: 'southwind' } },
    });
    const other = { key: 'eastwind', changedAt: '2026-11-02T09:00:00Z' };
    for (const receiver of [null, other])
      await expect(submitFiling(side.ctx, { ...chosen, receiver })).rejects.toMatchObject({
        code: 'receiver_changed',
      });
    await expect(submitFiling(side.ctx, { ...(await drafted()), receiver: other })).rejects.toMatchObject({
      code: 'receiver_changed',
    });
  });

  it('makes one request of two clicks, and both browsers’ answers lead to it', async () => {
    const submission = await drafted();
    const [one, two] = await Promise.all([
      submitFiling(side.ctx, submission),
      submitFiling(side.ctx, submission),
    ]);
    expect((await requestOf(one.token)).id).toBe((await requestOf(two.token)).id);
    const again = await reopenReceipt(side.ctx, submission.answers.submissionKey);
    expect((await requestOf(again?.token ?? '')).id).toBe((await requestOf(one.token)).id);
  });

  it('opens no receipt for a key that filed nothing', async () => {
    expect(await reopenReceipt(side.ctx, randomUUID())).toBeNull();
  });

  it('puts the data subject’s name on a request on behalf, and the filer’s beside it', async () => {
    const submission = await drafted({
      filedFor: 'child',
      onBehalf: { subject: 'Small Voorbeeld', basis: 'mother' },
    });
    const request = await requestOf((await submitFiling(side.ctx, submission)).token);
    const { vault } = side.ctx;
    expect(vault.openOptional(request.nameSealed, 'requests.name')).toBe('Small Voorbeeld');
    expect(
      JSON.parse(vault.openOptional(request.representativeSealed, 'requests.representative') ?? ''),
    ).toEqual({
      name: 'Noor Voorbeeld',
      relation: 'mother',
    });
  });

  it.each([
    ['a residence', { residence: undefined }],
    ['a right', { rights: [] }],
    ['somebody to answer', { contact: undefined }],
    ['the other person', { filedFor: 'deceased' as const }],
  ])('refuses a form without %s as stale, and files nothing', async (_, changes) => {
    const before = await side.ctx.db.$count(requests);
    const submission = await drafted(changes);
    await expect(submitFiling(side.ctx, submission)).rejects.toMatchObject({ code: 'stale_page' });
    expect(await side.ctx.db.$count(requests)).toBe(before);
  });
});

describe('moving while the form is filled in', () => {
  it('drops what cannot be asked for at the new place and keeps the rest', async () => {
    const { answers } = await drafted({ rights: ['access', 'objection'] });
    const moved = movedTo(side.ctx, answers, { country: 'SG', region: null });
    expect(moved.rights).toEqual(['access']);
  });

  it('offers erasure in Singapore as the courtesy that it is', () => {
    const erasure = offeredRights(side.ctx, { country: 'SG', region: null }).find(
      ({ right }) => right === 'erasure',
    );
    expect(erasure?.standing).toBe('discretionary');
  });
});

it('counts a visitor who asks about a business customer’s data, and notes nothing else', async () => {
  await redirectToCustomer(side.ctx, { network: network() });
  const entries = await side.ctx.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.kind, 'request.redirected'));
  expect(entries).toMatchObject([{ actorKind: 'anonymous', actorId: null, requestId: null, data: {} }]);
});
