import { randomUUID } from 'node:crypto';
import { type APIResponse, expect, test } from '@playwright/test';
import { type Filed, fileAndConfirm } from './support/file-request.ts';
import { codeFor, codesAbout } from './support/mails.ts';
import { redirectOf, visit } from './support/visit.ts';

let mine: Filed;
let theirs: Filed;
const address = () => `${randomUUID()}@example.org`;
const [myAddress, theirAddress] = [address(), address()];

const file = (email: string) =>
  fileAndConfirm({ country: 'NL', rights: { access: { about: ['everything'] } }, name: 'Ada', email });

test.beforeAll(async () => {
  [mine, theirs] = await Promise.all([file(myAddress), file(theirAddress)]);
});

/** Milliseconds: answers of tracking leave on the next multiple of it (`track-request.ts`). */
const BEAT = 400;
const CHANGING = new Set(['date', 'x-request-id', 'set-cookie', 'content-security-policy']);

/** What differs between two answers without telling anything: nonces, tokens, moments. */
function withoutTokens(text: string): string {
  return text
    .replace(/nonce="[^"]*"|"nonce":"[^"]*"/g, 'nonce')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid');
}

interface Seen {
  readonly answers: string[];
  /** Milliseconds of both posts. */
  readonly times: readonly [number, number];
}

/** Goes both steps of tracking as somebody who knows that much, and keeps all that can be seen from outside. */
async function track(reference: string, email: string, code = '000000'): Promise<Seen> {
  const stranger = await visit();
  const answers: string[] = [];
  const step = async (ask: () => Promise<APIResponse>): Promise<number> => {
    const began = performance.now();
    const answer = await ask();
    const took = performance.now() - began;
    const headers = Object.entries(answer.headers())
      .filter(([name]) => !CHANGING.has(name))
      .map(([name, value]) => `${name}: ${value}`);
    const cookie = (answer.headers()['set-cookie'] ?? '').replace(/=[^;]+/g, '=');
    answers.push([answer.status(), ...headers.sort(), cookie, withoutTokens(await answer.text())].join('\n'));
    return took;
  };
  const first = await step(() => stranger.post('/track', { reference, email }));
  await step(() => stranger.get('/track/code'));
  const second = await step(() => stranger.post('/track/code', { code }));
  await stranger.end();
  return { answers, times: [first, second] };
}

test('a wrong reference, a wrong address, a wrong code and somebody else’s request look the same in every byte', async () => {
  const wrongCode = await track(mine.reference, myAddress);
  const others: Record<string, Seen> = {
    'a reference that does not exist': await track('HB-0000-0000', myAddress),
    'no reference at all': await track('hello', myAddress),
    'somebody else’s request': await track(theirs.reference, myAddress),
    'an address that is unknown': await track(mine.reference, address()),
  };
  for (const [name, seen] of Object.entries(others)) expect(seen.answers, name).toEqual(wrongCode.answers);
});

test('nor does the time taken tell them apart', async () => {
  const kinds = {
    known: () => track(mine.reference, myAddress),
    unknown: () => track('HB-0000-0000', address()),
    foreign: () => track(theirs.reference, address()),
  };
  const times: [string, readonly [number, number]][] = [];
  // In turns, so that whatever else the machine does falls on all of them alike.
  for (let round = 0; round < 4; round++)
    for (const [kind, go] of Object.entries(kinds)) times.push([kind, (await go()).times]);
  for (const step of [0, 1] as const) {
    // The fastest of each kind: a busy machine makes answers later, never earlier.
    const fastest = Object.keys(kinds).map((kind) =>
      Math.min(...times.filter(([of]) => of === kind).map(([, both]) => both[step])),
    );
    expect(Math.min(...fastest), JSON.stringify(times)).toBeGreaterThan(BEAT - 5);
    // A leak would cost a beat or spare one; less than half of one is the machine's other work.
    expect(Math.max(...fastest) - Math.min(...fastest), JSON.stringify(times)).toBeLessThan(BEAT / 2);
  }
});

test('a code of one request opens no other, although address and browser are the same', async () => {
  const email = address();
  const [one, second] = [await file(email), await file(email)];
  const before = codesAbout(one.reference);
  const first = await visit();
  await first.post('/track', { reference: one.reference, email });
  const code = await codeFor(one.reference, before + 1);
  const other = await visit();
  await other.post('/track', { reference: second.reference, email });
  expect((await other.post('/track/code', { code })).status()).toBe(422);
  expect(await redirectOf(await first.post('/track/code', { code }))).toBe('/track/case');
  // Used once, it is used up.
  expect((await first.post('/track/code', { code })).status()).not.toBe(200);
  await Promise.all([first, other, one.visit, second.visit].map((visitor) => visitor.end()));
});
