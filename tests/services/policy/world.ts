import { Readable } from 'node:stream';
import { eq, sql } from 'drizzle-orm';
import type { LineProblem } from '#app/domain/policy/notice-line.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { type NotifyResult, notifyList } from '#app/services/policy/notify-list.ts';
import { type NewVersion, publishVersion } from '#app/services/policy/publish-version.ts';
import { outboxMails, policyNotices } from '#db/schema/index.ts';
import type { Desk } from '../cases/desk.ts';

const text = (summary: string) => ({ summary, url: 'https://northwind.example/privacy/next' });

/** A material version that counts from 1 March 2027. */
export const VERSION: NewVersion = {
  name: '2027-03',
  effectiveFrom: '2027-03-01',
  material: true,
  texts: {
    en: text('Log data is kept for 60 days.'),
    ko: text('로그 데이터를 60일간 보관합니다.'),
    ar: text('تُحفظ بيانات السجلات 60 يومًا.'),
  },
};

/** Publishes a version as the administrator of the desk does. @returns its name */
export async function publish(desk: Desk, more: Partial<NewVersion> = {}): Promise<string> {
  const version = { ...VERSION, ...more };
  await publishVersion(desk.administrator, version);
  return version.name;
}

export const system = (ctx: Ctx): Ctx => actingAs(ctx, { kind: 'system', name: 'habeas policy' });

export interface Line {
  readonly email: string;
  readonly country: string;
  readonly locale?: string;
}

/** A list as an organisation hands it over; a string stands as it is. */
export function listOf(lines: readonly (Line | string)[]): string {
  const texts = lines.map((line) =>
    typeof line === 'string' ? line : JSON.stringify({ locale: 'en', ...line }),
  );
  return `${texts.join('\n')}\n`;
}

/** Tells everybody on a list, as the command line does. */
export async function tell(
  ctx: Ctx,
  version: string,
  lines: readonly (Line | string)[],
  checkOnly = false,
): Promise<NotifyResult & { problems: (LineProblem & { line: number })[] }> {
  const problems: (LineProblem & { line: number })[] = [];
  const done = await notifyList(system(ctx), {
    version,
    source: Readable.from([Buffer.from(listOf(lines))]),
    checkOnly,
    onRefused: (line, problem) => problems.push({ line, ...problem }),
  });
  return { ...done, problems };
}

/** Lets every waiting mail of the policy leave now. */
export async function letMailsLeave(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(outboxMails)
    .set({ sentAt: ctx.clock.now() })
    .where(sql`kind = 'policy_change' and sent_at is null and gave_up_at is null`);
}

/** What the mail to an address was ordered with. */
export async function mailTo(ctx: Ctx, email: string): Promise<{ answerKey: string | null; ask: string }> {
  const rows = await ctx.db.select().from(outboxMails).where(eq(outboxMails.kind, 'policy_change'));
  const row = rows.findLast(({ toSealed }) => ctx.vault.openOptional(toSealed, 'outbox_mails.to') === email);
  if (!row?.paramsSealed) throw new Error(`no mail to ${email}`);
  return JSON.parse(ctx.vault.open(row.paramsSealed, 'outbox_mails.params'));
}

export const noticesOf = (ctx: Ctx) => ctx.db.select().from(policyNotices);
