import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerForAgent,
  askForAgentCode,
  proveForAgent,
  readAgentQuestion,
} from '#app/services/agents/answer-for-agent.ts';
import { askSubject } from '#app/services/agents/ask-subject.ts';
import { readCaseAddenda } from '#app/services/cases/read-case-addenda.ts';
import { recordAuthority } from '#app/services/cases/record-authority.ts';
import { auditEntries, outboxMails } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from '../cases/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

const SUBJECT = 'carla.subject@example.org';
const network = '198.51.100.0/24';

async function filedByAgent(country = 'US', region: string | null = 'US-CA') {
  return desk.file({
    country,
    region,
    filedFor: 'represented',
    representative: { name: 'Agent Smith', relation: 'Authorised agent' },
    name: 'Carla Subject',
  });
}

const mailsTo = async (reference: string) => {
  const rows = await desk.ctx.db
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.reference, reference))
    .orderBy(desc(outboxMails.createdAt));
  return rows.filter(({ toSealed }) => desk.ctx.vault.open(toSealed ?? '', 'outbox_mails.to') === SUBJECT);
};

async function proven(reference: string) {
  await askSubject(desk.officer, { reference, email: SUBJECT });
  const token = await askForAgentCode(desk.ctx, { reference, email: SUBJECT, locale: 'en', network });
  const mail = (await mailsTo(reference)).find(({ kind }) => kind === 'code');
  const { code } = JSON.parse(desk.ctx.vault.open(mail?.paramsSealed ?? '', 'outbox_mails.params'));
  expect(await proveForAgent(desk.ctx, { token, code, network })).toBe(true);
  return token;
}

const authority = (reference: string) => ({
  reference,
  authority: 'signed_permission' as const,
  recipient: 'representative' as const,
  reason: 'Signed permission seen, confirmed by the data subject.',
});

describe('asking the data subject about an agent', () => {
  it('mails the code to the address that was asked, not to a spelling of it that counts as equal', async () => {
    const { reference } = await filedByAgent();
    await askSubject(desk.officer, { reference, email: SUBJECT });
    const typed = SUBJECT.toUpperCase();
    await askForAgentCode(desk.ctx, { reference, email: typed, locale: 'en', network });
    expect((await mailsTo(reference)).map(({ kind }) => kind)).toContain('code');
  });

  it.each(OUTSIDERS)('is not for %s', async (_name, actor) => {
    const { reference } = await filedByAgent();
    expect(() => askSubject(desk.as(actor), { reference, email: SUBJECT })).toThrow('staff_role_required');
  });

  it('is done where the law lets us, of requests by agents, and not at the agent’s own address', async () => {
    const korean = await filedByAgent('KR', null);
    await expect(askSubject(desk.officer, { reference: korean.reference, email: SUBJECT })).rejects.toThrow(
      'may_not_ask_subject',
    );
    const own = await desk.file({ country: 'US', region: 'US-CA' });
    await expect(askSubject(desk.officer, { reference: own.reference, email: SUBJECT })).rejects.toThrow(
      'no_agent',
    );
    const { reference } = await filedByAgent();
    const agents = desk.ctx.vault.open((await desk.request(reference)).emailSealed ?? '', 'requests.email');
    await expect(askSubject(desk.officer, { reference, email: agents })).rejects.toThrow(
      'agents_own_address',
    );
  });

  it('sends a mail that says nothing of what the agent typed', async () => {
    const { reference } = await filedByAgent();
    await askSubject(desk.officer, { reference, email: SUBJECT });
    const [mail] = await mailsTo(reference);
    expect(mail).toMatchObject({ kind: 'agent_confirmation', requestId: null });
    expect(desk.ctx.vault.open(mail?.paramsSealed ?? '', 'outbox_mails.params')).toBe('{}');
  });
});

describe('the data subject’s answer', () => {
  it('is given after a code, sees who asks for what, and is given once', async () => {
    const { reference, requestId } = await filedByAgent();
    const token = await proven(reference);
    expect(await readAgentQuestion(desk.ctx, token)).toEqual({
      agent: 'Agent Smith',
      relation: 'Authorised agent',
      rights: ['access'],
    });
    await answerForAgent(desk.ctx, { token, confirmed: true });
    await expect(answerForAgent(desk.ctx, { token, confirmed: false })).rejects.toThrow();
    const found = await readCaseAddenda(desk.auditor, reference);
    expect(found.agent).toMatchObject({ proof: 'signed_permission', mayAsk: true });
    expect(found.agent?.asked.map(({ confirmed }) => confirmed)).toEqual([true]);
    const kinds = (
      await desk.ctx.db.select().from(auditEntries).where(eq(auditEntries.requestId, requestId))
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['agent.asked', 'agent.answered']));
    await recordAuthority(desk.officer, authority(reference));
  });

  it('keeps an agent whom the subject denied from being recorded', async () => {
    const { reference } = await filedByAgent();
    await answerForAgent(desk.ctx, { token: await proven(reference), confirmed: false });
    await expect(recordAuthority(desk.officer, authority(reference))).rejects.toThrow('agent_denied');
  });

  it('is not open to anybody without the code, nor to another address', async () => {
    const { reference } = await filedByAgent();
    await askSubject(desk.officer, { reference, email: SUBJECT });
    for (const token of [null, 'made-up'])
      await expect(readAgentQuestion(desk.ctx, token)).rejects.toThrow('agent_question_not_opened');
    const token = await askForAgentCode(desk.ctx, {
      reference,
      email: 'somebody.else@example.org',
      locale: 'en',
      network,
    });
    expect(await proveForAgent(desk.ctx, { token, code: '123456', network })).toBe(false);
    await expect(answerForAgent(desk.ctx, { token, confirmed: true })).rejects.toThrow(
      'agent_question_not_opened',
    );
  });
});
