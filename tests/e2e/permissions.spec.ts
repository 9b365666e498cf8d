import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type APIResponse, expect, test } from '@playwright/test';
import { browserOf } from './support/desk.ts';
import type { Filed } from './support/file-request.ts';
import {
  CALLERS,
  type Caller,
  type Expected,
  ROUTE_TABLE,
  type RouteRow,
  WRAPPERS,
} from './support/route-table.ts';
import { type Scene, setScene } from './support/scene.ts';
import { type Browser, type Visit, visit } from './support/visit.ts';

interface BuiltRoute {
  readonly module: Readonly<Record<string, unknown>>;
}

/** The routes of the very server that is running. */
async function builtRoutes(): Promise<Record<string, BuiltRoute>> {
  const file = path.resolve(import.meta.dirname, '../../build/server/index.js');
  return ((await import(pathToFileURL(file).href)) as { routes: Record<string, BuiltRoute> }).routes;
}

let scene: Scene;
const browsers = new Map<Caller, Browser>();

/** The session of a data subject alone: what was typed before filing is no part of it. */
async function sessionOf(filed: Filed): Promise<Browser> {
  const { cookies, origins } = await filed.visit.browser();
  return { cookies: cookies.filter(({ name }) => name === 'subject'), origins };
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  scene = await setScene(0, test.info().workerIndex);
  browsers.set('subject', await sessionOf(scene.done)).set('other', await sessionOf(scene.asked));
  for (const role of ['officer', 'administrator', 'auditor'] as const) browsers.set(role, browserOf(role));
});

/** Each call is a visit of its own, so that no row leaves a cookie to the next. */
function visitOf(caller: Caller): Promise<Visit> {
  const browser = browsers.get(caller);
  return visit(browser ? { browser } : {});
}

test('the table names every route with each of its methods, and no other', async () => {
  const routes = Object.entries(await builtRoutes()).filter(([id]) => !WRAPPERS.includes(id));
  const built = routes.flatMap(([id, { module }]) => [
    ...(module.loader || module.default ? [`GET ${id}`] : []),
    ...(module.action ? [`POST ${id}`] : []),
  ]);
  const described = ROUTE_TABLE.flatMap(({ id, get, post }) => [
    ...(get ? [`GET ${id}`] : []),
    ...(post ? [`POST ${id}`] : []),
  ]);
  expect(described.sort()).toEqual(built.sort());
});

/** Sessions that a call would end: another test calls with sessions of its own. */
const ENDING = ['routes/_portal+/track_+/case+/leave', 'routes/officer+/sign-out'];

function describeAnswer(answer: APIResponse): string {
  const { location } = answer.headers();
  if (!location) return String(answer.status());
  const { pathname, search } = new URL(location, answer.url());
  return `${answer.status()} ${pathname}${search}`;
}

function agrees(answer: APIResponse, expected: Expected): boolean {
  const said = describeAnswer(answer);
  if (typeof expected === 'number') return said === String(expected);
  const [status = '', to = ''] = said.split(' ');
  if (expected === 'done')
    return /^(200|302|303|404|422)$/.test(status) && !/^\/(track|officer\/sign-in)$/.test(to);
  return /^30[123]$/.test(status) && expected.test(to);
}

/** What nobody but its parties may read. */
function secrets(of: Scene): string[] {
  return [of.done, of.open, of.shared, of.asked, of.erasure].map(({ reference }) => reference);
}
const own = (caller: Caller): string[] =>
  caller === 'subject' ? [scene.done.reference] : caller === 'other' ? [scene.asked.reference] : [];
const onDesk = (caller: Caller) => caller === 'officer' || caller === 'administrator' || caller === 'auditor';

interface Attempt {
  readonly row: RouteRow;
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly caller: Caller;
}

/** What is wrong with the answers that one caller gets to one method of a route. */
async function tryCaller({ row, method, address, caller }: Attempt): Promise<string[]> {
  const call = method === 'GET' ? row.get : row.post;
  if (!call) throw new Error(`${method} ${row.id}: nothing to call`);
  const visitor = await visitOf(caller);
  const answer = method === 'GET' ? await visitor.get(address) : await visitor.post(address, call.fields);
  const expected = call.answers[caller];
  const what = `${method} ${row.id} by ${caller}`;
  const wrong = agrees(answer, expected)
    ? []
    : [`${what}: got ${describeAnswer(answer)}, expected ${expected}`];
  if (onDesk(caller) || row.demo) {
    await visitor.end();
    return wrong;
  }
  // The same page as data, which scripts ask for; neither may show a request that is not the caller's.
  const texts = [await answer.text()];
  if (method === 'GET') texts.push(await (await visitor.get(dataOf(address))).text());
  await visitor.end();
  const foreign = secrets(scene).filter((one) => !own(caller).includes(one) && !address.includes(one));
  const shown = foreign.filter((secret) => texts.some((text) => text.includes(secret)));
  return [...wrong, ...shown.map((secret) => `${what}: shows ${secret}`)];
}

async function tryRow(row: RouteRow): Promise<string[]> {
  const address = typeof row.path === 'string' ? row.path : row.path(scene);
  const attempt = (method: Attempt['method']) => (caller: Caller) =>
    tryCaller({ row, method, address, caller });
  const wrong: string[][] = [];
  if (row.get) wrong.push(...(await Promise.all(CALLERS.map(attempt('GET')))));
  if (row.post) {
    const callers = CALLERS.filter((caller) => caller === 'nobody' || !ENDING.includes(row.id));
    // Whoever may not comes first: a refusal must not depend on what the allowed have done meanwhile.
    const [may, mayNot] = [
      callers.filter((caller) => row.post?.answers[caller] === 'done'),
      callers.filter((caller) => row.post?.answers[caller] !== 'done'),
    ];
    wrong.push(...(await Promise.all(mayNot.map(attempt('POST')))));
    for (const caller of may) wrong.push(await attempt('POST')(caller));
  }
  return wrong.flat();
}

const dataOf = (address: string) => (address === '/' ? '/_root.data' : `${address}.data`);

test('each route answers each caller as the table says, and shows nobody a request of somebody else', async () => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  for (const row of ROUTE_TABLE) wrong.push(...(await tryRow(row)));
  expect(wrong).toEqual([]);
});

/** What no form of the desk takes: a field with control characters, and none of those that it asks for. */
const BAD_FORM = { reason: '\u0007', unasked: '\u0000' };

test('whoever may not act at the desk is refused whatever they send, before it is read', async () => {
  test.setTimeout(120_000);
  const rows = ROUTE_TABLE.filter(({ id, post }) => id.startsWith('routes/officer+/') && post);
  const wrong: string[] = [];
  let tried = 0;
  for (const { id, path: place, post } of rows) {
    const address = typeof place === 'string' ? place : place(scene);
    for (const caller of ['officer', 'auditor'] as const) {
      if (post?.answers[caller] !== 403) continue;
      tried += 1;
      const visitor = await visitOf(caller);
      const answers = [
        await visitor.post(address, BAD_FORM),
        await visitor.send(address, 'no form at all', { 'Content-Type': 'text/plain' }),
      ];
      for (const answer of answers)
        if (answer.status() !== 403) wrong.push(`${id} by ${caller}: got ${answer.status()}, expected 403`);
      await visitor.end();
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(25);
});

test('leaving ends the visit of the one who leaves, and nobody else’s', async () => {
  // Not the one whose identity the desk has doubted: that shuts her browsers out.
  const leaving = scene.unproven.visit;
  expect((await leaving.get('/track/case')).status()).toBe(200);
  const before = await visit({ browser: await leaving.browser() });
  await leaving.post('/track/case/leave');
  for (const visitor of [leaving, before])
    expect(describeAnswer(await visitor.get('/track/case'))).toMatch(/ \/track$/);
  expect((await scene.asked.visit.get('/track/case')).status()).toBe(200);
});

test('a cookie that was changed by a character is no session', async () => {
  for (const [who, page, back] of [
    ['subject', '/track/case', '/track'],
    ['officer', '/officer', '/officer/sign-in'],
  ] as const) {
    const browser = browsers.get(who) ?? { cookies: [], origins: [] };
    const cookies = browser.cookies.map((cookie) => {
      const last = cookie.value.at(-1) === '0' ? '1' : '0';
      return { ...cookie, value: cookie.value.slice(0, -1) + last };
    });
    const forger = await visit({ browser: { ...browser, cookies } });
    expect(describeAnswer(await forger.get(page))).toMatch(new RegExp(` ${back}$`));
    await forger.end();
  }
});

test('a method that a route does not have is refused, and changes nothing', async () => {
  const officer = await visitOf('officer');
  for (const address of [
    '/',
    '/rights',
    '/privacy',
    '/track/case',
    '/request/receipt',
    `/officer/cases/${scene.open.reference}`,
  ]) {
    const answer = await officer.post(address);
    expect([address, [302, 405].includes(answer.status())]).toEqual([address, true]);
  }
});
