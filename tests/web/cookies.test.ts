import { expect, test } from 'vitest';
import type { Ctx } from '#app/services/context.ts';
import { createVault } from '#app/services/vault.ts';
import { tokenCookie } from '#app/web/cookies.server.ts';

const [KEY, NEWER] = [
  'a test secret of more than thirty-two characters',
  'another secret of more than thirty-two characters',
];
const cookie = tokenCookie('subject', { path: '/', minutes: 30 });

function bearer(sent: string | null, options: { keys?: string[]; publicUrl?: string } = {}) {
  const vault = createVault(options.keys ?? [KEY]);
  const config = { publicUrl: options.publicUrl ?? 'http://127.0.0.1:3000' };
  const headers = new Headers(sent ? { Cookie: sent } : {});
  return { ctx: { vault, config } as unknown as Ctx, request: new Request(config.publicUrl, { headers }) };
}

const issued = cookie.write(bearer(null), 'tok_en-1').split(';')[0] ?? '';

test('a token comes back as it was given, among other cookies', () => {
  expect(cookie.read(bearer(`language=ko; ${issued}; x=1`))).toBe('tok_en-1');
});

test.each([
  ['none', null],
  ['an empty one', 'subject='],
  ['one without a signature', 'subject=tok_en-1'],
  ['one for another token', issued.replace('tok_en-1', 'tok_en-2')],
  ['one with a changed signature', `${issued.slice(0, -1)}${issued.endsWith('0') ? '1' : '0'}`],
  [
    'one signed for another cookie',
    tokenCookie('other', { path: '/' }).write(bearer(null), 'tok_en-1').replace('other', 'subject'),
  ],
  ['one signed with a foreign key', cookie.write(bearer(null, { keys: [NEWER] }), 'tok_en-1')],
])('of %s nothing is read', (_, sent) => {
  expect(cookie.read(bearer(sent?.split(';')[0] ?? null))).toBeNull();
});

test('a rotation of keys leaves open sessions open', () => {
  expect(cookie.read(bearer(issued, { keys: [NEWER, KEY] }))).toBe('tok_en-1');
});

test('scripts and other sites’ forms cannot use it, nor can a line without TLS read it', () => {
  expect(cookie.write(bearer(null), 'a')).toMatch(/; Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie.write(bearer(null, { publicUrl: 'https://privacy.example.org' }), 'a')).toMatch(/; Secure$/);
  expect(cookie.clear(bearer(null))).toMatch(/^subject=; Max-Age=0;/);
});

test('over TLS no sister domain can plant it: its name says that this host alone set it', () => {
  const overTls = { publicUrl: 'https://privacy.example.org' };
  const form = tokenCookie('filing', { path: '/request' });
  const [sent = '', path] = form.write(bearer(null, overTls), 'a').split('; ');
  expect(sent).toMatch(/^__Host-filing=/);
  expect(path).toBe('Path=/');
  expect(form.read(bearer(sent, overTls))).toBe('a');
  expect(form.read(bearer(sent.replace('__Host-', ''), overTls))).toBeNull();
});
