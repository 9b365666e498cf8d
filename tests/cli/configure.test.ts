import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { run } from '#app/cli/configure.ts';
import { receivers } from '#db/schema/index.ts';
import { TEST_SECRET } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let base: TestDatabase;
let folder: string;
beforeAll(async () => {
  base = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'habeas-configure-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await base.drop();
  await rm(folder, { recursive: true });
});

const file = (receiver: string, id: string) => `
organisation: { name: Example Ltd, contactEmail: privacy@example.org }
controllers:
  - name: Example Ltd
    address: 1 Example Street, Dublin
    contactEmail: privacy@example.org
    jurisdictions: ['*']
    calendar: IE
receivers:
  - id: ${id}
    name: Southwind Cloud SAS
    territory: FR
    contactEmail: portability@southwind.example
    ${receiver}
`;

async function configure(receiver: string, id = 'southwind'): Promise<string> {
  vi.stubEnv('DATABASE_URL', base.appUrl);
  vi.stubEnv('DATABASE_ADMIN_URL', base.ownerUrl);
  vi.stubEnv('SECRET_KEY', TEST_SECRET);
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('LOG_LEVEL', 'silent');
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const place = path.join(folder, 'habeas.yml');
  await writeFile(place, file(receiver, id));
  await run([place]);
  return out.mock.calls.map(([text]) => String(text)).join('');
}

const HTTPS = 'endpoint: https://portability.southwind.example/packages';

test('a receiver is listed with the secret that a variable holds, and no secret stands in the file', async () => {
  vi.stubEnv('SOUTHWIND_TOKEN', 'a-bearer-secret-of-theirs');
  expect(await configure(`${HTTPS}\n    tokenFrom: SOUTHWIND_TOKEN`)).toContain('receivers-changed=1');
  expect(await base.app.db.select({ key: receivers.key }).from(receivers)).toEqual([{ key: 'southwind' }]);
});

test.each([
  ['tokenFrom: NOWHERE', HTTPS, 'receivers southwind: tokenFrom names "NOWHERE", expected an environment'],
  ['tokenFrom: SOUTHWIND_TOKEN', 'endpoint: http://127.0.0.1:9/', 'receivers southwind: the endpoint'],
  ['tokenFrom: SOUTHWIND_TOKEN', 'endpoint: soon', 'receivers.0.endpoint'],
])('a wrong receiver (%s, %s) is refused in one line that names it', async (token, endpoint, line) => {
  vi.stubEnv('SOUTHWIND_TOKEN', 'a-bearer-secret-of-theirs');
  await expect(configure(`${endpoint}\n    ${token}`)).rejects.toThrow(line);
});

test('a secret that stands where its variable should be named is not repeated', async () => {
  const refused = await configure(`${HTTPS}\n    tokenFrom: a-bearer-secret-of-theirs`).catch(String);
  expect(refused).toContain('receivers southwind: tokenFrom names a value that is kept secret');
  expect(refused).not.toContain('of-theirs');
});

test.each(['other', 'none'])(
  'no receiver can be called "%s": the form says so of nobody on the list',
  async (id) => {
    vi.stubEnv('SOUTHWIND_TOKEN', 'a-bearer-secret-of-theirs');
    await expect(configure(`${HTTPS}\n    tokenFrom: SOUTHWIND_TOKEN`, id)).rejects.toThrow(
      /receivers\.0\.id: expected another word/,
    );
  },
);
