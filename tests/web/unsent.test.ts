import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '#app/services/change.ts';
import { openSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { type SubjectContext, subjectContext, subjectCookie } from '#app/web/guards.server.ts';
import { forgetUnsent, ownerMark, serveSubjectText, unsentText } from '#app/web/unsent.server.ts';
import { type FiledCase, type SubjectSide, subjectSide } from '#tests/services/requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const URL = 'http://127.0.0.1:3000/track/case/answer';

function argsOf(request: Request): LoaderFunctionArgs {
  const context = {
    habeas: side.ctx,
    requestId: 'r',
    nonce: 'n',
    network: '192.0.2.0/24',
    reportError: () => {},
  };
  return { request, params: {}, context } as unknown as LoaderFunctionArgs;
}

/** The context of a browser that opened a request, with cookies that it has besides. */
async function visit(filed: FiledCase, cookies: string[] = []): Promise<SubjectContext> {
  const session = await change(side.ctx, (tx) => openSubjectSession(side.ctx, tx, filed.requestId, 'track'));
  const own = cookieOf(subjectCookie.write({ ctx: side.ctx, request: new Request(URL) }, session.token));
  return subjectContext(argsOf(new Request(URL, { headers: { Cookie: [own, ...cookies].join('; ') } })));
}

const cookieOf = (header: string | null) => header?.split(';')[0] ?? '';

/** Sends a text when the visit has ended. */
async function sendLate(body: string, mark: string): Promise<Response> {
  const form = new FormData();
  form.append('_version', mark);
  form.append('body', body);
  const action = serveSubjectText(() => 'sent');
  const answer = await action(argsOf(new Request(URL, { method: 'POST', body: form }))).catch(
    (thrown) => thrown,
  );
  if (!(answer instanceof Response)) throw new Error(`expected a redirect, got ${String(answer)}`);
  return answer;
}

describe('a text that is sent when the visit has ended', () => {
  it('waits, and stands in its place when the same request is opened again', async () => {
    const filed = await side.file();
    const mark = ownerMark(await visit(filed));
    const answer = await sendLate('A long answer.', mark);
    expect(answer.headers.get('Location')).toBe('/track?late=1');
    const cookie = cookieOf(answer.headers.get('Set-Cookie'));
    expect(cookie).not.toContain('answer.');
    const again = await visit(filed, [cookie]);
    expect(await unsentText(again)).toBe('A long answer.');
    await forgetUnsent(again);
    expect(await unsentText(again)).toBeUndefined();
  });

  it('is not shown with another request that is opened in the same browser', async () => {
    const [mine, other] = [await side.file(), await side.file()];
    const answer = await sendLate('About me only.', ownerMark(await visit(mine)));
    expect(
      await unsentText(await visit(other, [cookieOf(answer.headers.get('Set-Cookie'))])),
    ).toBeUndefined();
  });

  it('is not kept when there is nothing in it', async () => {
    for (const body of ['', '   ']) {
      const answer = await sendLate(body, 'mark');
      expect(answer.headers.get('Location')).toBe('/track');
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
  });

  it('goes through while the visit lasts', async () => {
    const filed = await side.file();
    const { request } = await visit(filed);
    const form = new FormData();
    form.append('body', 'In time.');
    const sent = new Request(URL, {
      method: 'POST',
      body: form,
      headers: { Cookie: request.headers.get('Cookie') ?? '' },
    });
    expect(await serveSubjectText(({ session }) => session.requestId)(argsOf(sent))).toBe(filed.requestId);
  });
});
