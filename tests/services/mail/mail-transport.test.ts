import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MailMessage } from '#app/services/mail/mail-message.ts';
import { fileTransport, mailTransport } from '#app/services/mail/mail-transport.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'habeas-mail-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mail: MailMessage = {
  id: '3f2b8f5e-6a58-4d1c-9a51-0c6a52a2f001',
  kind: 'code',
  reference: 'HB-7K3M-9Q2X',
  to: 'ada@example.org',
  from: 'Privacy desk <privacy@localhost>',
  locale: 'ar',
  subject: 'رمز الطلب',
  text: 'أدخل هذا الرمز\n\n043210\n\nنص\n',
  html: '<p>043210</p>',
  messageId: '<3f2b8f5e@privacy.example>',
  date: '2026-11-02T09:00:00.123Z',
};
const written = () => readFileSync(path.join(folder, readdirSync(folder)[0] ?? ''), 'utf8');

test('without SMTP a mail becomes a file named by its time and id', async () => {
  await mailTransport({ smtpUrl: undefined, dataDir: folder })(mail);
  expect(readdirSync(path.join(folder, 'outbox'))).toEqual([`20261102T090000123Z-${mail.id}.eml`]);
});

test('the file bears kind, reference, language and a fixed Message-ID, and the code alone on a raw line', async () => {
  await fileTransport(folder)(mail);
  const lines = written().split('\r\n');
  expect(lines).toContain('X-Habeas-Kind: code');
  expect(lines).toContain('X-Habeas-Reference: HB-7K3M-9Q2X');
  expect(lines).toContain('Content-Language: ar');
  expect(lines).toContain('Message-ID: <3f2b8f5e@privacy.example>');
  expect(lines).toContain('To: ada@example.org');
  expect(lines).toContain('043210');
});

test('a mail written twice is one file, and no half file is left', async () => {
  await fileTransport(folder)(mail);
  await fileTransport(folder)(mail);
  expect(readdirSync(folder)).toHaveLength(1);
});

test.each([
  'ada@example.org\r\nBcc: eve@example.org',
  'ada@example.org, eve@example.org',
  'Ada <ada@example.org>',
  '"ada eve"@example.org',
  'ada@example.org\u2028',
  'ada\u202e@example.org',
  'ada',
  '',
])('the address %j is never sent to', async (to) => {
  await expect(fileTransport(folder)({ ...mail, to })).rejects.toThrow(/address_malformed/);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  { reference: 'HB-1\r\nBcc: eve@example.org' },
  { locale: 'en\nX-Evil: 1' },
  { kind: 'code\r\n\r\nbody' },
  { subject: 'Hello\r\nBcc: eve@example.org' },
])('a header is never broken by %j', async (part) => {
  await expect(fileTransport(folder)({ ...mail, ...part })).rejects.toThrow(/malformed/);
  expect(readdirSync(folder)).toEqual([]);
});

test('an address in the reader\u2019s own script is accepted', async () => {
  await fileTransport(folder)({ ...mail, to: '김민준@예시.한국' });
  expect(readdirSync(folder)).toHaveLength(1);
});
