import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { saveDraft } from '#app/services/requests/filing-draft.ts';
import { buildWhenStale } from '#app/start/build.ts';
import { filingCookie } from '#app/web/filing.server.ts';
import { openDatabase } from '#db/client.ts';
import { freePort } from '#db/embedded/free-port.ts';
import { organisation } from '#db/schema/index.ts';
import { TEST_SECRET, testContext } from '#tests/support/context.ts';
import { type Comparison, compare } from './measure.ts';
import type { BenchServer } from './server.ts';

const ROUNDS = 3;
const SECONDS = 2;
const CONNECTIONS = 8;
/** Asks for name, address and account, late in the form: the session's answers are read and opened for it. */
const PAGE = '/request/contact';

/** The page of the request form that asks who one is, over a Remix page that says hello behind the same HTTP code. */
export async function benchPages(server: BenchServer): Promise<Comparison> {
  await buildWhenStale(new AbortController().signal);
  const cookie = await formUnderWay(server);
  const started: ChildProcess[] = [];
  try {
    const ours = await serve(started, 'app/entry.http.ts', {
      DATABASE_URL: server.appUrl,
      SECRET_KEY: TEST_SECRET,
      DEMO: '1',
    });
    const hello = await serve(started, 'tests/bench/hello-server.ts', {});
    return await compare(
      'request page',
      'a second',
      () => pagesPerSecond(`${ours}${PAGE}`, cookie),
      'a Remix page that says hello, same server code',
      () => pagesPerSecond(`${hello}/`, ''),
      ROUNDS,
    );
  } finally {
    for (const child of started.filter(({ connected }) => connected)) {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    }
  }
}

/** @returns the cookie of a browser that has answered all the questions before the page */
async function formUnderWay(server: BenchServer): Promise<string> {
  const database = openDatabase(server.appUrl, { max: 1 });
  try {
    const { ctx } = testContext(database.db, new Date().toISOString());
    const card = { name: 'Northwind Cloud', contactEmail: 'privacy@northwind.example' };
    await ctx.db.insert(organisation).values({ ...card, createdAt: ctx.clock.now() });
    const token = await saveDraft(ctx, null, {
      submissionKey: randomUUID(),
      version: 5,
      residence: { country: 'NL', region: null },
      relation: 'own',
      filedFor: 'self',
      rights: ['access'],
      details: { access: {} },
    });
    return filingCookie.write({ ctx, request: new Request('http://127.0.0.1/') }, token).split(';')[0] ?? '';
  } finally {
    await database.close();
  }
}

/** @returns where it listens */
async function serve(
  started: ChildProcess[],
  entry: string,
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const port = String(await freePort());
  const env = { ...process.env, NODE_ENV: 'production' as const, HOST: '127.0.0.1', PORT: port, ...settings };
  // Both write their log, as in service; it goes nowhere.
  const child = fork(entry, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
  started.push(child);
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${entry} ended before it listened`))),
  ]);
  return `http://127.0.0.1:${port}`;
}

async function pagesPerSecond(url: string, cookie: string): Promise<number> {
  const headers = { Cookie: cookie, 'Accept-Language': 'en' };
  const first = await fetch(url, { headers, redirect: 'manual' });
  if (first.status !== 200 || !(await first.text()).includes('</'))
    throw new Error(`${url}: answered ${first.status}, expected a page`);
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} answers were no page`);
  return result.requests.total / result.duration;
}
