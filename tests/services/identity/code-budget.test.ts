import { randomUUID } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmAddress, sendCodeAgain } from '#app/services/identity/confirm-address.ts';
import { askForTrackingCode, openTrackedRequest } from '#app/services/identity/track-request.ts';
import { oneTimeCodes, outboxMails, requests } from '#db/schema/index.ts';
import { type FiledCase, otherThan, type SubjectSide, subjectSide } from '../requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const HOME = '192.0.2.0/24';
const STRANGER = '198.51.100.0/24';
const anAddress = () => `${randomUUID()}@example.org`;
let networks = 0;
const newNetwork = () => `203.0.${networks++}.0/24`;

/** A request whose mailbox was proven, by the code that was mailed. */
async function provenRequest(email: string): Promise<FiledCase> {
  const filed = await side.file({ email, network: HOME });
  const code = (await side.code(filed.requestId, 'verify')) ?? '';
  expect(
    await confirmAddress(filed.subject, { requestId: filed.requestId, code, network: HOME }),
  ).toMatchObject({
    ok: true,
  });
  return filed;
}

const ask = (reference: string, email: string, network: string) =>
  askForTrackingCode(side.ctx, { reference, email, locale: 'en', network });
const askInVain = (email: string, network: string) => ask('HB-0000-0000', email, network);
const sendAgain = ({ subject, requestId }: FiledCase, network: string) =>
  sendCodeAgain(subject, { requestId, network, purpose: 'verify', locale: 'en' });
const sendForDownload = ({ subject, requestId }: FiledCase, network: string) =>
  sendCodeAgain(subject, { requestId, network, purpose: 'download', locale: 'en' });
const times = async (n: number, work: () => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await work();
};
/** Codes that were mailed for a request. */
const codesFor = async ({ requestId }: FiledCase) => (await side.mails(requestId, 'code')).length;

describe('a stranger who uses up what an address gets', () => {
  it('by filing in its name, does not keep the owner’s own filing from being mailed its code and receipt', async () => {
    const email = anAddress();
    const filed = [];
    for (let i = 0; i < 7; i++) filed.push(await side.file({ email, network: STRANGER }));
    expect(await Promise.all(filed.map(codesFor))).toEqual([1, 1, 1, 1, 1, 0, 0]);
    const own = await side.file({ email, network: HOME });
    expect(await codesFor(own)).toBe(1);
    expect(await side.mails(own.requestId, 'receipt')).toHaveLength(1);
  });

  it('by asking, does not keep the owner from following a proven request, not even in the same network', async () => {
    const email = anAddress();
    const own = await provenRequest(email);
    await times(8, () => askInVain(email, STRANGER));
    await ask(own.reference, email, STRANGER);
    expect(await side.code(own.requestId, 'track')).toMatch(/^\d{6}$/);
  });

  it('from many networks, gets twenty codes an hour to it and no more, and still does not stop its owner', async () => {
    const email = anAddress();
    const own = await provenRequest(email);
    const filed = [];
    for (let i = 0; i < 30; i++) filed.push(await side.file({ email, network: newNetwork() }));
    const sent = (await Promise.all(filed.map(codesFor))).reduce((sum, n) => sum + n, 0);
    // One of the twenty was the owner's own, before the mailbox was proven.
    expect(sent).toBe(19);
    await ask(own.reference, email, HOME);
    expect(await side.code(own.requestId, 'track')).not.toBeNull();
    await sendForDownload(own, HOME);
    expect(await side.code(own.requestId, 'download')).not.toBeNull();
  });

  it('is refused what they ask for once their share is used up, whatever others asked', async () => {
    const email = anAddress();
    const theirs = await side.file({ email, network: STRANGER });
    await times(4, () => sendAgain(theirs, STRANGER));
    await expect(sendAgain(theirs, STRANGER)).rejects.toMatchObject({
      name: 'RateLimited',
      details: { limit: 'codes-address-network' },
    });
  });
});

describe('the owner of a proven request', () => {
  it('gets five codes an hour for each purpose, so that no mailbox is filled by them either', async () => {
    const own = await provenRequest(anAddress());
    await times(5, () => sendForDownload(own, HOME));
    await expect(sendForDownload(own, HOME)).rejects.toMatchObject({ details: { limit: 'codes-own' } });
    await times(7, () => ask(own.reference, own.email, newNetwork()));
    const mailed = (await side.mails(own.requestId, 'code')).map(({ purpose }) => purpose);
    expect(mailed.filter((purpose) => purpose === 'track')).toHaveLength(5);
  });
});

describe('wrong codes', () => {
  it('of a stranger, twenty in a day, do not make the owner’s right one wrong', async () => {
    const email = anAddress();
    const theirs = await side.file({ email, network: STRANGER });
    const guess = (network: string) =>
      confirmAddress(theirs.subject, { requestId: theirs.requestId, code: '000000', network });
    const code = await side.code(theirs.requestId, 'verify');
    expect(code).not.toBe('000000');
    await times(20, () => guess(STRANGER));
    await expect(guess(STRANGER)).rejects.toMatchObject({
      details: { limit: 'code-failures-address-network' },
    });
    expect(await provenRequest(email)).toBeDefined();
  });

  it('count sixty a day over all networks for what nobody has proven: guessing does not scale with networks', async () => {
    const email = anAddress();
    const theirs = await side.file({ email, network: STRANGER });
    const guess = (network: string) =>
      confirmAddress(theirs.subject, { requestId: theirs.requestId, code: '000000', network });
    for (let i = 0; i < 60; i++) await guess(newNetwork());
    await expect(guess(newNetwork())).rejects.toMatchObject({ details: { limit: 'code-failures-address' } });
  });

  it('of strangers, however many, do not keep the owner out of a proven request', async () => {
    const email = anAddress();
    const own = await provenRequest(email);
    const token = await askInVain(email, STRANGER);
    const guess = () => openTrackedRequest(side.ctx, { token, code: '000000', network: newNetwork() });
    await Promise.all(Array.from({ length: 61 }, guess));
    const mine = await ask(own.reference, email, HOME);
    const code = (await side.code(own.requestId, 'track')) ?? '';
    expect(await openTrackedRequest(side.ctx, { token: mine, code, network: HOME })).toMatchObject({
      ok: true,
    });
  });

  it('for a proven request count twenty a day, wherever they come from', async () => {
    const own = await provenRequest(anAddress());
    for (let round = 0; round < 4; round++) {
      const token = await ask(own.reference, own.email, HOME);
      const code = await side.code(own.requestId, 'track');
      const guess = () =>
        openTrackedRequest(side.ctx, { token, code: otherThan(code), network: newNetwork() });
      await Promise.all(Array.from({ length: 5 }, guess));
    }
    const token = await ask(own.reference, own.email, HOME);
    const code = (await side.code(own.requestId, 'track')) ?? '';
    expect(await openTrackedRequest(side.ctx, { token, code, network: HOME })).toEqual({ ok: false });
  });
});

describe('what a stranger learns from their own limit', () => {
  it('is the same whether the reference that they guessed belongs to the address or not', async () => {
    /** How many codes a stranger's filing still gets, once they asked three times by a reference. */
    const left = async (reference: string, email: string) => {
      const theirs = await side.file({ email, network: STRANGER });
      await times(3, () => ask(reference, email, STRANGER));
      let more = 0;
      while (more < 10) {
        const refused = await sendAgain(theirs, STRANGER).catch((error: Error) => error.name);
        if (refused) return more;
        more += 1;
      }
      return more;
    };
    const [one, other] = [anAddress(), anAddress()];
    const own = await provenRequest(one);
    await provenRequest(other);
    expect(await left(own.reference, one)).toBe(1);
    expect(await left('HB-0000-0000', other)).toBe(1);
  });

  it('leaves the same rows: a code for nobody is kept as one for somebody', async () => {
    const email = anAddress();
    const before = await codesOfNobody();
    await askInVain(email, newNetwork());
    expect(await codesOfNobody()).toBe(before + 1);
    expect(await side.ctx.db.$count(outboxMails, isNull(outboxMails.requestId))).toBe(0);
  });
});

async function codesOfNobody(): Promise<number> {
  const [row] = await side.ctx.db
    .select({ n: count() })
    .from(oneTimeCodes)
    .leftJoin(requests, eq(requests.id, oneTimeCodes.requestId))
    .where(and(isNull(oneTimeCodes.requestId), eq(oneTimeCodes.purpose, 'track')));
  return row?.n ?? 0;
}
