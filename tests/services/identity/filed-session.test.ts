import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { findSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { askForTrackingCode, openTrackedRequest } from '#app/services/identity/track-request.ts';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { openQuestion } from '#app/services/requests/open-question.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { reopenReceipt } from '#app/services/requests/submit-filing.ts';
import { messages, requestItems } from '#db/schema/index.ts';
import { aFiling } from '#tests/support/filing.ts';
import { type SubjectSide, subjectSide } from '../requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = '192.0.2.0/24';

/** Somebody files in the name and with the address of somebody else: nothing stops them. */
async function filedByAnybody() {
  const filing = aFiling({ submissionKey: randomUUID() });
  const { requestId, reference, session } = await fileRequest(side.ctx, filing);
  const subject = side.as({ kind: 'subject', requestId, scope: 'filed' });
  return { requestId, reference, token: session.token, subject, filing };
}

describe('the browser that filed a request', () => {
  it('is shut out once the address is proven in another browser, and cannot come back by its draft', async () => {
    const { requestId, reference, token, filing } = await filedByAnybody();
    expect(await findSubjectSession(side.ctx, token)).toMatchObject({ requestId, scope: 'filed' });
    const asked = { reference, email: filing.email, locale: 'en', network };
    const step = await askForTrackingCode(side.ctx, asked);
    const code = (await side.code(requestId, 'track')) ?? '';
    const opened = await openTrackedRequest(side.ctx, { token: step, code, network });
    expect(await findSubjectSession(side.ctx, token)).toBeNull();
    expect(await reopenReceipt(side.ctx, filing.submissionKey)).toBeNull();
    expect(await findSubjectSession(side.ctx, opened?.ok ? opened.session.token : '')).toMatchObject({
      requestId,
      scope: 'track',
    });
  });

  it('goes on with a new session when it enters the code itself', async () => {
    const { requestId, token, subject } = await filedByAnybody();
    const code = (await side.code(requestId, 'verify')) ?? '';
    const confirmed = await confirmAddress(subject, { requestId, code, network });
    const fresh = confirmed.ok ? confirmed.session?.token : undefined;
    expect(fresh).not.toBe(token);
    expect(await findSubjectSession(side.ctx, token)).toBeNull();
    expect(await findSubjectSession(side.ctx, fresh ?? '')).toMatchObject({ requestId, scope: 'track' });
  });

  it('finds its receipt again for the length of a visit and not the next day', async () => {
    const { filing } = await filedByAnybody();
    const start = side.clock.now();
    side.clock.set(start.add({ minutes: 29 }));
    expect(await reopenReceipt(side.ctx, filing.submissionKey)).not.toBeNull();
    side.clock.set(start.add({ minutes: 31 }));
    expect(await reopenReceipt(side.ctx, filing.submissionKey)).toBeNull();
    side.clock.set(start);
  });

  it('sees nothing that the office wrote while nobody has proven the address', async () => {
    const { requestId, subject } = await filedByAnybody();
    await side.ctx.db.insert(messages).values({
      requestId,
      kind: 'question',
      locale: 'en',
      bodySealed: side.ctx.vault.seal('Is your account the one of 12 Elm Street?', 'messages.body'),
      author: 'officer',
      createdAt: side.clock.now(),
    });
    await side.ctx.db
      .update(requestItems)
      .set({ status: 'awaiting-clarification' })
      .where(eq(requestItems.requestId, requestId));
    expect((await readCase(subject, requestId)).messages).toEqual([]);
    expect(await openQuestion(subject, requestId)).toBeNull();
  });
});
