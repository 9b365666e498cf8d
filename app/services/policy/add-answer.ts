import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { isLate, offeredAnswers } from '#app/domain/policy/answer-state.ts';
import { zoneOfCountry } from '#app/domain/policy/change-promise.ts';
import type { AnswerChannel, PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { policyAnswers, policyNotices } from '#db/schema/index.ts';
import { wrongField } from '../cases/refuse-field.ts';
import type { Change } from '../change.ts';
import { Conflict, NotFound } from '../errors.ts';
import { type NoticeRecord, readNotice } from './notice-facts.ts';

export interface AnswerToAdd {
  readonly noticeId: string;
  readonly answer: PolicyAnswer;
  /** When it was given. */
  readonly at: Temporal.Instant;
  readonly channel: AnswerChannel;
  /** The officer who puts it on record; null for the person's own. */
  readonly recordedBy: string | null;
}

/**
 * Adds an answer within a change; the earlier ones stay. The same answer again changes nothing,
 * unless it shows that an objection which stands as late came in time.
 * @throws NotFound; Conflict `answer_closed` when it was not offered at the time it was given; Invalid `before_answer`
 *   when it was given on an earlier day than the one that stands, which it must not replace
 */
export async function addAnswer(tx: Change, given: AnswerToAdd): Promise<void> {
  // Locked, so that two tabs answer one after the other.
  await tx.db.select().from(policyNotices).where(eq(policyNotices.id, given.noticeId)).for('update');
  const found = await readNotice(tx.db, eq(policyNotices.id, given.noticeId));
  if (!found) throw new NotFound('policy_notice');
  const { facts, version } = found;
  const late = isLate(facts, given.answer, given.at);
  if (facts.answer?.answer === given.answer) {
    // The same objection that had come in time by another way takes the lateness off the record.
    if (!facts.answer.late || late) return;
  } else {
    refuseOlder(found, given.at);
    if (!offeredAnswers(facts, given.at).includes(given.answer)) throw new Conflict('answer_closed');
  }
  await tx.db.insert(policyAnswers).values({ ...given, late });
  const { noticeId: notice, answer, channel } = given;
  await tx.audit({
    kind: 'policy.answered',
    data: { version: version.id, notice, answer, late, channel },
  });
}

/** An answer of an earlier day must not replace the one that stands. */
function refuseOlder({ notice, answers: [standing] }: NoticeRecord, at: Temporal.Instant): void {
  const zone = zoneOfCountry(notice.country);
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate().toString();
  if (standing && dayOf(at) < dayOf(Temporal.Instant.from(standing.at)))
    throw wrongField('receivedOn', 'before_answer');
}
