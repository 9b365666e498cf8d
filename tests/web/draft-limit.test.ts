import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS, takeToken } from '#app/services/rate-limit.ts';
import { keepAnswer, serveFiling } from '#app/web/filing.server.ts';
import { serveSubjectText } from '#app/web/unsent.server.ts';
import { filingDrafts } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from '#tests/services/requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

function argsFrom(network: string, body?: FormData): LoaderFunctionArgs {
  const request = new Request('http://127.0.0.1:3000/request/residence', {
    method: 'POST',
    body: body ?? new FormData(),
  });
  const context = { habeas: side.ctx, requestId: 'r', nonce: 'n', network, reportError: () => {} };
  return { request, params: {}, context } as unknown as LoaderFunctionArgs;
}

/** @param before how often it was used before */
async function useUp(network: string, before = 0) {
  for (let used = before; used < LIMITS.draftsPerNetwork.most; used++)
    await takeToken(side.ctx, LIMITS.draftsPerNetwork, network);
}

const drafts = () => side.ctx.db.$count(filingDrafts);
const answer = serveFiling((context) => keepAnswer(context, { residence: { country: 'NL', region: null } }));

test('a stranger cannot fill the database with forms that were begun', async () => {
  await answer(argsFrom('198.51.100.0/24'));
  const before = await drafts();
  await useUp('198.51.100.0/24', 1);
  await expect(answer(argsFrom('198.51.100.0/24'))).rejects.toMatchObject({ init: { status: 429 } });
  expect(await drafts()).toBe(before);
  await answer(argsFrom('203.0.113.0/24'));
  expect(await drafts()).toBe(before + 1);
});

test('nor with texts for a visit that never was', async () => {
  const form = new FormData();
  form.append('_version', 'nobody');
  form.append('body', 'x'.repeat(1000));
  await useUp('192.0.2.0/24');
  const before = await drafts();
  await expect(serveSubjectText(() => 'sent')(argsFrom('192.0.2.0/24', form))).rejects.toMatchObject({
    init: { status: 429 },
  });
  expect(await drafts()).toBe(before);
});
