import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecisionInput, decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { listQueue } from '#app/services/cases/list-queue.ts';
import { readCase } from '#app/services/cases/read-case.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { change } from '#app/services/change.ts';
import { readMailFacts } from '#app/services/mail/read-mail-facts.ts';
import { saveServices, servicesSchema } from '#app/services/organisation/save-services.ts';
import { readDecision } from '#app/services/requests/read-decision.ts';
import { requests } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const system = desk.as({ kind: 'system', name: 'habeas configure' });
  await change(system, (tx) => saveServices(system, tx, SERVICES));
});
afterAll(() => desk.base.drop());

const SERVICES = servicesSchema.parse([
  { id: 'cloud', name: 'Cloud', policy: 'own' },
  {
    id: 'forum',
    name: { en: 'Forum', ko: '포럼' },
    policy: 'general',
    contact: { email: 'officer@forum.example', address: '9 Road East' },
  },
]);

/** A refusal of an access request about a service, as the officer would send it. */
async function refused(service: string, locale = 'en') {
  const filed = await desk.file({ service, locale });
  await verifyIdentityByHand(desk.officer, {
    reference: filed.reference,
    method: 'attribute_matching',
    compared: ['name', 'phone'],
    reason: 'Both agree with the account record.',
    proven: [],
  });
  const input: DecisionInput = {
    reference: filed.reference,
    itemId: filed.items[0] ?? '',
    outcome: 'refused',
    ground: 'manifestly_unfounded_or_excessive',
    reasons: 'The same copy was asked for every week.',
    regulator: { name: 'Autoriteit Persoonsgegevens', url: '', phone: '' },
    remedy: 'You can lodge a complaint.',
  };
  return { ...filed, input, notice: await previewDecision(desk.officer, input) };
}

describe('a refusal of a request about a service', () => {
  it('names the service, its policy and its privacy officer, beside the authority', async () => {
    const { notice } = await refused('forum');
    expect(notice).toContain('Autoriteit Persoonsgegevens');
    expect(notice).toContain('This is about the service Forum. Privacy policy: The general privacy policy.');
    expect(notice).toContain('Privacy officer for this service\nofficer@forum.example\n9 Road East');
  });

  it('names it as the reader calls it', async () => {
    expect((await refused('forum', 'ko')).notice).toContain('포럼 서비스');
  });

  it('names no officer where the service has none of its own, and no service where none was named', async () => {
    const { notice } = await refused('cloud');
    expect(notice).toContain('the service Cloud');
    expect(notice).not.toContain('Privacy officer for this service');
    expect((await refused('any')).notice).not.toContain('about the service');
  });

  it('shows the same to the subject who opens the decision', async () => {
    const { requestId, input, notice } = await refused('forum');
    await decideItem(desk.officer, input, notice);
    await desk.ctx.db.update(requests).set({ contactVerifiedAt: desk.clock.now() });
    const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
    const seen = await readDecision(subject, { requestId, ordinal: 0 });
    expect(seen.service?.service).toMatchObject({ id: 'forum', contactEmail: 'officer@forum.example' });
    expect(seen.notice?.body).toBe(notice);
  });
});

describe('the desk', () => {
  it('shows on a case which service it is about, and says when it may be any', async () => {
    const [forum, any] = [await desk.file({ service: 'forum' }), await desk.file({ service: 'any' })];
    expect((await readCase(desk.auditor, forum.reference)).service).toMatchObject({
      service: { id: 'forum' },
      policy: 'general',
    });
    expect((await readCase(desk.officer, any.reference)).service).toEqual({
      service: null,
      policy: 'either',
    });
  });

  it('narrows the queue to a service', async () => {
    const { reference } = await desk.file({ service: 'cloud' });
    const of = async (service: string) =>
      (await listQueue(desk.officer, { service })).rows.map((row) => row.reference);
    expect(await of('cloud')).toContain(reference);
    expect(await of('forum')).not.toContain(reference);
    await expect(listQueue(desk.officer, { service: "'; --" })).rejects.toThrow();
  });

  it.each(OUTSIDERS.filter(([name]) => name !== 'an auditor'))(
    'shows no queue to %s',
    async (_name, actor) => {
      await expect(listQueue(desk.as(actor), { service: 'forum' })).rejects.toThrow('staff_role_required');
    },
  );
});

it('mails sign with the mailbox of the privacy officer for the service, else with that of the house', async () => {
  const [forum, cloud] = [await desk.file({ service: 'forum' }), await desk.file({ service: 'cloud' })];
  expect((await readMailFacts(desk.ctx.db, forum.requestId)).contactEmail).toBe('officer@forum.example');
  const facts = await readMailFacts(desk.ctx.db, cloud.requestId);
  expect(facts.contactEmail).not.toContain('forum');
  expect(facts.request?.service).toMatchObject({ service: { id: 'cloud' }, policy: 'own' });
});
