import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Conflict, Forbidden, Invalid, NotFound, RateLimited } from '#app/services/errors.ts';
import { serve } from '#app/web/serve.server.ts';

const reported: unknown[] = [];

function args(headers: Record<string, string> = {}): LoaderFunctionArgs {
  const request = new Request('http://127.0.0.1:3000/case/HB-1', { headers });
  const context = {
    habeas: {},
    requestId: 'r-1',
    nonce: '',
    network: '',
    reportError: (error: unknown) => reported.push(error),
  };
  return { request, params: { reference: 'HB-1' }, context } as unknown as LoaderFunctionArgs;
}

async function thrownBy(error: unknown) {
  reported.length = 0;
  const failing = serve(async () => {
    throw error;
  });
  return failing(args()).then(
    () => undefined,
    (thrown: unknown) => thrown as { data?: unknown; init?: ResponseInit },
  );
}

test('a loader gets the texts of the language that its reader asked for', async () => {
  const loader = serve(({ t, locale, params }) => [locale, t('ui.back'), params.reference]);
  expect(await loader(args({ 'Accept-Language': 'ko-KR,en;q=0.5' }))).toEqual(['ko', '뒤로', 'HB-1']);
  expect(await loader(args({ Cookie: 'language=ar', 'Accept-Language': 'ko' }))).toEqual([
    'ar',
    'رجوع',
    'HB-1',
  ]);
  expect(await loader(args({ Cookie: 'language=xx', 'Accept-Language': '*;q=9,,;;' }))).toEqual([
    'en',
    'Back',
    'HB-1',
  ]);
});

test.each([
  [new NotFound('request', { id: 'secret' }), 404],
  [new Forbidden('staff_role_required'), 403],
  [new Conflict('already_decided'), 409],
  [new Invalid('invalid'), 400],
  [new RateLimited('rate_limited', { retryAfterSeconds: 90 }), 429],
  [z.string().safeParse(1).error, 400],
])('the refusal %s becomes its status and tells no details', async (error, status) => {
  const answer = await thrownBy(error);
  expect(answer?.init?.status).toBe(status);
  expect(answer?.data).toEqual({ reference: 'r-1' });
  expect(reported).toEqual([]);
});

test('too many tries say when to come back', async () => {
  const answer = await thrownBy(new RateLimited('rate_limited', { retryAfterSeconds: 90 }));
  expect(new Headers(answer?.init?.headers).get('Retry-After')).toBe('90');
});

test('an error of ours is reported, and shows as its reference only', async () => {
  const error = new TypeError('duplicate key (email)=(jieun@example.com)');
  const answer = await thrownBy(error);
  expect([answer?.init?.status, answer?.data]).toEqual([500, { reference: 'r-1' }]);
  expect(reported).toEqual([error]);
});

test('while the database cannot be reached, the reader is asked to come back', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect((await thrownBy(new Error('Failed query', { cause: refused })))?.init?.status).toBe(503);
  expect(reported).toHaveLength(1);
});

test('a redirect that was thrown stays a redirect', async () => {
  const answer = redirect('/track');
  expect(await thrownBy(answer)).toBe(answer);
});
