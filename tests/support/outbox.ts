import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A mail as it lies in the outbox folder. */
export interface OutboxMail {
  readonly kind: string;
  readonly reference: string;
  readonly to: string;
  /** The plain part, decoded. */
  readonly text: string;
}

/** The mails in `DATA_DIR/outbox`, oldest first. */
export function readOutbox(dataDir: string): OutboxMail[] {
  const folder = path.join(dataDir, 'outbox');
  // The worker makes it with its first mail.
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.eml'))
    .map(({ name }) => name)
    .sort();
  return names.map((name) => parseMail(readFileSync(path.join(folder, name), 'utf8')));
}

/**
 * Waits for the newest code that was mailed to an address, once more codes lie there than `seen`.
 * @throws after ten seconds, naming the address
 */
export async function nextCode(dataDir: string, to: string, seen: number): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const codes = codesTo(dataDir, to);
    const newest = codes.at(-1);
    if (newest && codes.length > seen) return newest;
    await sleep(100);
  }
  throw new Error(`outbox: no new code to ${to} within ten seconds`);
}

/** The codes that were mailed to an address so far. */
export function codesTo(dataDir: string, to: string): string[] {
  return readOutbox(dataDir)
    .filter((mail) => mail.kind === 'code' && mail.to.includes(to))
    .flatMap(({ text }) => /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? []);
}

function parseMail(raw: string): OutboxMail {
  const message = raw.replace(/\r\n/g, '\n');
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(message)?.[1]?.trim() ?? '';
  return {
    kind: header('X-Habeas-Kind'),
    reference: header('X-Habeas-Reference'),
    to: header('To'),
    text: plainPart(message),
  };
}

function plainPart(message: string): string {
  const part = message.split(/^--.*$/m).find((one) => /^Content-Type: text\/plain/im.test(one)) ?? message;
  const body = part.slice(part.search(/\n\n/) + 2);
  const encoding = /^Content-Transfer-Encoding: *(\S+)/im.exec(part)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
