import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { outboxMails } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { contentOf, type OutboxRow } from './message-of.ts';
import { renderText } from './render-text.ts';

/** Messages on the page; older ones are files in the outbox folder. */
const MOST = 50;

export interface DemoMail {
  readonly id: string;
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  /** The plain part. */
  readonly text: string;
  /** ISO instant. */
  readonly date: string;
}

/**
 * The newest mails that were written to the outbox folder. Open to everybody who reaches the demo, which listens on
 * this machine only; with a mail server, or outside the demo, there is no such page.
 * @throws NotFound
 */
export async function listDemoMails(ctx: Ctx): Promise<DemoMail[]> {
  requireDemo(ctx);
  const rows = await ctx.db
    .select()
    .from(outboxMails)
    .where(isNull(outboxMails.purgedAt))
    .orderBy(desc(outboxMails.createdAt), desc(outboxMails.id))
    .limit(MOST);
  const readable = rows.filter(({ gaveUpAt }) => !gaveUpAt);
  return Promise.all(readable.map((row) => shown(ctx, row)));
}

/** One of them. @throws NotFound also for a mail that was purged */
export async function readDemoMail(ctx: Ctx, id: string): Promise<DemoMail> {
  requireDemo(ctx);
  const mailId = z.uuid().safeParse(id).data;
  if (!mailId) throw new NotFound('mail');
  const [row] = await ctx.db
    .select()
    .from(outboxMails)
    .where(and(eq(outboxMails.id, mailId), isNull(outboxMails.purgedAt)));
  if (!row) throw new NotFound('mail');
  return shown(ctx, row);
}

function requireDemo({ config }: Ctx): void {
  if (!config.demo || config.smtpUrl) throw new NotFound('demo_outbox');
}

async function shown(ctx: Ctx, row: OutboxRow): Promise<DemoMail> {
  const { to, content } = await contentOf(ctx, ctx.db, row);
  const { locale, subject } = content;
  return { id: row.id, to, locale, subject, text: renderText(content), date: row.createdAt.toString() };
}
