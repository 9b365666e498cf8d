import { performance } from 'node:perf_hooks';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { askForTrackingCode, openTrackedRequest } from '#app/services/identity/track-request.ts';
import { outboxMails } from '#db/schema/index.ts';
import { type FiledCase, otherThan, type SubjectSide, subjectSide } from '../requests/subject.ts';

let side: SubjectSide;
let mine: FiledCase;
let theirs: FiledCase;
beforeAll(async () => {
  side = await subjectSide();
  mine = await side.file();
  theirs = await side.file();
});
afterAll(() => side.base.drop());

let networks = 0;
const newNetwork = () => `198.51.100.${networks++}/32`;
const ask = (reference: string, email: string) =>
  askForTrackingCode(side.ctx, { reference, email, locale: 'en', network: newNetwork() });
const open = (token: string | null, code: string) =>
  openTrackedRequest(side.ctx, { token, code, network: newNetwork() });
const mailCount = async () => side.ctx.db.$count(outboxMails, eq(outboxMails.kind, 'code'));

describe('following a request', () => {
  it('opens it with reference, address and code, however the reference is typed', async () => {
    const token = await ask(mine.reference.toLowerCase().replaceAll('-', ' '), mine.email.toUpperCase());
    const opened = await open(token, (await side.code(mine.requestId, 'track')) ?? '');
    expect(opened).toMatchObject({ ok: true, requestId: mine.requestId });
    const session = opened?.ok ? opened.session : undefined;
    expect(await findSubjectSession(side.ctx, session?.token ?? '')).toMatchObject({
      requestId: mine.requestId,
    });
  });

  it('mails the code to the address on file, not to a spelling of it that counts as equal', async () => {
    const filed = await side.file();
    const fullWidth = filed.email.replace('a', 'Ａ').toUpperCase();
    await ask(filed.reference, fullWidth);
    const [mail] = (await side.mails(filed.requestId, 'code')).filter(({ purpose }) => purpose === 'track');
    expect(mail?.to).toBe(filed.email);
  });

  it('ends after thirty minutes', async () => {
    const again = await side.file();
    const token = await ask(again.reference, again.email);
    const opened = await open(token, (await side.code(again.requestId, 'track')) ?? '');
    const start = side.clock.now();
    side.clock.set(start.add({ minutes: 30 }));
    expect(await findSubjectSession(side.ctx, opened?.ok ? opened.session.token : '')).toBeNull();
    side.clock.set(start);
  });

  it('confirms the mailbox of a request that was not confirmed yet: the code proved it', async () => {
    const fresh = await side.file();
    const token = await ask(fresh.reference, fresh.email);
    await open(token, (await side.code(fresh.requestId, 'track')) ?? '');
    expect((await side.items(fresh.requestId)).map(({ status }) => status)).toEqual(['in-progress']);
  });

  it('answers a made-up reference, a wrong address and somebody else’s request alike, and mails nobody', async () => {
    const before = await mailCount();
    const wrong: [string, string][] = [
      ['HB-0000-0000', mine.email],
      ['no reference at all', mine.email],
      [mine.reference, theirs.email],
      [mine.reference, 'nobody@example.org'],
    ];
    const answers = wrong.map(async ([reference, email]) => {
      const token = await ask(reference, email);
      expect(token).toMatch(/^[\w-]{40,}$/);
      expect(await open(token, '123456')).toEqual({ ok: false });
    });
    await Promise.all(answers);
    expect(await mailCount()).toBe(before);
  });

  it('does not open somebody else’s request with a code for one’s own', async () => {
    const own = await side.file();
    await ask(own.reference, own.email);
    const code = (await side.code(own.requestId, 'track')) ?? '';
    const token = await ask(theirs.reference, own.email);
    expect(await open(token, code)).toEqual({ ok: false });
  });

  it('forgets what was typed: an unknown or used token asks to start again', async () => {
    expect(await open('nothing', '123456')).toBeNull();
    expect(await open(null, '123456')).toBeNull();
  });

  it('sends a network five codes an hour to an address and keeps quiet about the sixth, known or not', async () => {
    const network = newNetwork();
    const known = await side.file({ network });
    const six = (reference: string, email: string) =>
      Promise.all(
        Array.from({ length: 6 }, () =>
          askForTrackingCode(side.ctx, { reference, email, locale: 'en', network }),
        ),
      );
    const tokens = [
      ...(await six(known.reference, known.email)),
      ...(await six('HB-0000-0000', 'x@example.org')),
    ];
    expect(tokens.every((token) => /^[\w-]{40,}$/.test(token))).toBe(true);
    // One of the five went out when the request was filed.
    expect(await side.mails(known.requestId, 'code')).toHaveLength(5);
  });

  it('takes the same time whether the request exists or not, and whether the code is right or not', async () => {
    const [known, unknown, right, wrong] = [[], [], [], []] as number[][] as [
      number[],
      number[],
      number[],
      number[],
    ];
    for (let round = 0; round < 3; round++) {
      const filed = await side.file();
      known.push(await timeOf(() => ask(filed.reference, filed.email)));
      unknown.push(await timeOf(() => ask('HB-0000-0000', `nobody${round}@example.org`)));
      const code = (await side.code(filed.requestId, 'track')) ?? '';
      const token = await ask(filed.reference, filed.email);
      const newest = (await side.code(filed.requestId, 'track')) ?? code;
      wrong.push(await timeOf(() => open(token, otherThan(newest))));
      right.push(await timeOf(() => open(token, newest)));
    }
    // On the beat, the quickest answers of both kinds lie within a few milliseconds of each other; an answer that
    // left as soon as it was ready would come some hundred milliseconds earlier.
    for (const [one, other] of [
      [known, unknown],
      [right, wrong],
    ] as const) {
      expect(Math.abs(Math.min(...one) - Math.min(...other))).toBeLessThan(60);
      expect(Math.min(...one, ...other)).toBeGreaterThanOrEqual(395);
    }
  });
});

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
