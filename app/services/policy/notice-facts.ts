import { desc, eq, type SQL } from 'drizzle-orm';
import type { AnswerFacts } from '#app/domain/policy/answer-state.ts';
import type { PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { outboxMails, policyAnswers, policyNotices, policyVersions } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { VersionRow } from './read-versions.ts';

export type NoticeRow = typeof policyNotices.$inferSelect;

/** A notice with its version, when it left, and every answer to it. */
export interface NoticeRecord {
  readonly notice: NoticeRow;
  readonly version: VersionRow;
  readonly facts: AnswerFacts;
  /** Newest first. */
  readonly answers: readonly { readonly answer: PolicyAnswer; readonly late: boolean; readonly at: string }[];
}

/** Reads the one notice that a condition finds; undefined when there is none. */
export async function readNotice(
  db: Pick<Ctx['db'], 'select'>,
  where: SQL | undefined,
): Promise<NoticeRecord | undefined> {
  const [found] = await db
    .select({ notice: policyNotices, version: policyVersions, sentAt: outboxMails.sentAt })
    .from(policyNotices)
    .innerJoin(policyVersions, eq(policyVersions.id, policyNotices.versionId))
    .leftJoin(outboxMails, eq(outboxMails.id, policyNotices.mailId))
    .where(where);
  if (!found) return undefined;
  const { notice, version, sentAt } = found;
  const answers = await db
    .select()
    .from(policyAnswers)
    .where(eq(policyAnswers.noticeId, notice.id))
    .orderBy(desc(policyAnswers.seq));
  return {
    notice,
    version,
    facts: { change: version, country: notice.country, noticeSentAt: sentAt, answer: answers[0] ?? null },
    answers: answers.map(({ answer, late, at }) => ({ answer, late, at: at.toString() })),
  };
}
