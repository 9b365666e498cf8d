import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demo } from '../../support/e2e-setup.ts';

/** A message of the outbox folder. */
export interface Mail {
  readonly kind: string;
  readonly reference: string;
  readonly language: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const read = new Map<string, Mail>();
const LONGEST_WAIT = 20_000;

/** The mails so far, oldest first. */
export function mailsSoFar(): Mail[] {
  const folder = path.join(demo().dataDir, 'outbox');
  // The first mail makes the folder.
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  return names.map((name) => {
    const known = read.get(name) ?? parse(readFileSync(path.join(folder, name), 'latin1'));
    read.set(name, known);
    return known;
  });
}

/**
 * Waits for the mails of a kind about a request and gives the newest.
 * @param count as many must be there
 */
export async function mailAbout(reference: string, kind: string, count = 1, to?: string): Promise<Mail> {
  const end = Date.now() + LONGEST_WAIT;
  for (;;) {
    const found = mailsSoFar().filter(
      (mail) => mail.reference === reference && mail.kind === kind && (!to || mail.to.includes(to)),
    );
    const last = found.at(-1);
    if (last && found.length >= count) return last;
    if (Date.now() > end)
      throw new Error(`outbox: ${found.length} ${kind} mails about ${reference}, expected ${count}`);
    await sleep(100);
  }
}

/** The code in the newest of `count` code mails about a request. */
export async function codeFor(reference: string, count = 1, to?: string): Promise<string> {
  const { text } = await mailAbout(reference, 'code', count, to);
  const code = /^(\d{6})\s*$/m.exec(text)?.[1];
  if (!code) throw new Error(`code mail about ${reference}: no line with six digits in\n${text}`);
  return code;
}

/** How many code mails there are about a request, to ask for the next one. */
export function codesAbout(reference: string): number {
  return mailsSoFar().filter((mail) => mail.reference === reference && mail.kind === 'code').length;
}

function parse(source: string): Mail {
  const [head = '', body = ''] = split(source);
  const headers = headersOf(head);
  return {
    kind: headers('X-Habeas-Kind'),
    reference: headers('X-Habeas-Reference'),
    language: headers('Content-Language'),
    to: headers('To'),
    subject: decodeWords(headers('Subject')),
    text: plainPart(head, body),
  };
}

/** The first text/plain part, decoded. */
function plainPart(head: string, body: string): string {
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)/i.exec(headers('Content-Type'))?.[1];
  if (boundary) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1)
      .map((part) => split(part.replace(/^\r\n/, '')));
    for (const [partHead = '', partBody = ''] of parts) {
      const text = plainPart(partHead, partBody);
      if (text) return text;
    }
    return '';
  }
  if (!/^text\/plain/i.test(headers('Content-Type'))) return '';
  const encoding = headers('Content-Transfer-Encoding').toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquote(body) : body, 'latin1');
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

function split(source: string): string[] {
  const at = source.indexOf('\r\n\r\n');
  return at === -1 ? [source, ''] : [source.slice(0, at), source.slice(at + 4)];
}

function headersOf(head: string) {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return (name: string) => {
    const found = lines.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return found?.slice(name.length + 1).trim() ?? '';
  };
}

const unquote = (text: string) =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : Buffer.from(unquote(word.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    );
}
