import { rmSync } from 'node:fs';
import { type APIRequestContext, request } from '@playwright/test';
import { freePort } from '#db/embedded/free-port.ts';
import { makeFolder } from './folder.ts';
import type { Person } from './product.ts';
import { startProduct } from './product.ts';
import { totp } from './totp.ts';

/** The product that the end-to-end tests drive. */
export interface Demo {
  url: string;
  /** `DATA_DIR`; mails lie in `outbox/` below it. */
  dataDir: string;
  people: Person[];
  /** Signed-in browsers by the local part of the address: signing in costs a third of a second and counts as a try. */
  signedIn: Record<string, Browser>;
}

type Browser = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** What the set-up started; only inside end-to-end tests. */
export function demo(): Demo {
  const given = process.env.HABEAS_E2E;
  if (!given) throw new Error('HABEAS_E2E is not set; expected to run under "npm run e2e"');
  return JSON.parse(given);
}

/**
 * Starts the real product on a free port and an empty DATA_DIR, for all end-to-end tests of a run. It takes the word of
 * a proxy for where a visitor comes from, so that each visit can have a network of its own.
 */
export default async function setup() {
  // While tests are written: one product for many runs.
  if (process.env.HABEAS_E2E) return;
  const dataDir = makeFolder();
  const port = await freePort();
  const product = startProduct({
    DEMO: '1',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    TRUST_PROXY: '1',
    TRANSFER_LOOPBACK: '1',
  });
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const { url, people } = await product.ready;
    const signedIn = Object.fromEntries(
      await Promise.all(
        people.map(async (person) => [person.email.split('@')[0], await signIn(url, person)]),
      ),
    );
    process.env.HABEAS_E2E = JSON.stringify({ url, dataDir, people, signedIn } satisfies Demo);
    process.env.PLAYWRIGHT_TEST_BASE_URL = url;
  } catch (error) {
    remove();
    throw error;
  }
  return async () => {
    await product.stop();
    if (process.env.HABEAS_E2E_ERRORS) process.stderr.write(product.errors());
    remove();
  };
}

/** Signs somebody in by both steps, as their browser would. @throws when the desk is not reached */
async function signIn(url: string, { email, password, totpSecret }: Person): Promise<Browser> {
  const context = await request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url } });
  await context.post('/officer/sign-in', { form: { email, password } });
  const desk = await context.post('/officer/sign-in/code', { form: { code: totp(totpSecret) } });
  if (new URL(desk.url()).pathname !== '/officer')
    throw new Error(`${email} could not sign in: ${desk.url()}`);
  const browser = await context.storageState();
  await context.dispose();
  return browser;
}
