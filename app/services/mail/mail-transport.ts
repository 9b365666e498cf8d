import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Ctx } from '../context.ts';
import { type MailMessage, toEnvelope } from './mail-message.ts';

/** Carries a mail away; resolves only when the other side took it over. */
export type MailTransport = (mail: MailMessage) => Promise<void>;

/** Limits in milliseconds, so that a dead server holds a worker's place for half a minute at most. */
const LIMITS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/** SMTP when `SMTP_URL` is set, else a file per mail in `DATA_DIR/outbox`. */
export function mailTransport(config: Where): MailTransport {
  return config.smtpUrl ? smtpTransport(config.smtpUrl) : fileTransport(outboxFolder(config));
}

type Where = Pick<Ctx['config'], 'smtpUrl' | 'dataDir'>;
const outboxFolder = ({ dataDir }: Where) => path.join(dataDir, 'outbox');

/** Removes the file of a mail, if it was written to one. */
export async function removeFile(config: Where, mail: Pick<MailMessage, 'date' | 'id'>): Promise<void> {
  if (!config.smtpUrl) await rm(path.join(outboxFolder(config), fileName(mail)), { force: true });
}

/** Resolves after the server's 250; a refusal and a broken connection reject. */
export function smtpTransport(url: string): MailTransport {
  return async (mail) => {
    const transport = createTransport({ url, ...LIMITS });
    try {
      await transport.sendMail(toEnvelope(mail));
    } finally {
      transport.close();
    }
  };
}

/**
 * Writes `YYYYMMDDTHHMMSSmmmZ-<uuid>.eml` by rename: a reader of the folder never sees half a mail. The name comes
 * from the outbox row, so a mail that is tried again replaces itself.
 */
export function fileTransport(folder: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (mail) => {
    const { message } = await composer.sendMail(toEnvelope(mail));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = path.join(folder, `.${randomUUID()}.part`);
    try {
      await writeDurably(draft, message as Buffer);
      await rename(draft, path.join(folder, fileName(mail)));
    } finally {
      await rm(draft, { force: true });
    }
  };
}

/** Name of a mail's file: when it was put in the outbox, in UTC, and its id. */
export function fileName({ date, id }: Pick<MailMessage, 'date' | 'id'>): string {
  return `${new Date(date).toISOString().replace(/[-:.]/g, '')}-${id}.eml`;
}

async function writeDurably(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
