import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  answerState,
  type ChangeEffect,
  changeEffect,
  objectBy,
  offeredAnswers,
} from '#app/domain/policy/answer-state.ts';
import { type ChangePromise, promiseFor, zoneOfCountry } from '#app/domain/policy/change-promise.ts';
import { type AnswerState, POLICY_ANSWERS, type PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { policyNotices } from '#db/schema/index.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Forbidden } from '../errors.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { readDraft, saveDraft } from '../requests/filing-draft.ts';
import { addAnswer } from './add-answer.ts';
import { answerKeyIndexes } from './answer-key.ts';
import { type NoticeRecord, readNotice } from './notice-facts.ts';
import { type PublicVersion, publicVersion } from './read-versions.ts';

const opened = z.object({ kind: z.literal('policy-answer'), noticeId: z.uuid() });

/**
 * Opens the answer to a notice by the key in its mail. Nothing is answered by that: a mail scanner that follows the link
 * finds a form. @returns the token for the cookie; null when no notice has that key
 * @throws RateLimited
 */
export async function openAnswer(ctx: Ctx, input: { key: string; network: string }): Promise<string | null> {
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, input.network);
  const [found] = await ctx.db
    .select({ id: policyNotices.id })
    .from(policyNotices)
    .where(inArray(policyNotices.answerKeyIndex, answerKeyIndexes(ctx, input.key)));
  return found ? saveDraft(ctx, null, { kind: 'policy-answer', noticeId: found.id }) : null;
}

/** What the reader decides on, and what follows. */
export interface ChangeToAnswer {
  readonly version: PublicVersion;
  readonly country: string;
  /** The zone whose calendar counts. */
  readonly zone: string;
  readonly promise: ChangePromise;
  readonly state: AnswerState;
  /** When the answer that stands was given, RFC 3339. */
  readonly answeredAt: string | null;
  /** Whether the change counts for the reader now. */
  readonly effect: ChangeEffect;
  /** Last day of an objection in time, ISO. */
  readonly objectBy: string | null;
  readonly offered: readonly PolicyAnswer[];
}

/** @throws Forbidden `answer_not_opened` unless this browser opened a notice by its key */
export async function readChangeToAnswer(
  ctx: Ctx,
  token: string | null,
  locale: string,
): Promise<ChangeToAnswer> {
  const { notice, version, facts, answers } = await openedNotice(ctx, token);
  const now = ctx.clock.now();
  const promise = promiseFor(notice.country, version);
  return {
    version: publicVersion(version, locale),
    country: notice.country,
    zone: zoneOfCountry(notice.country),
    promise,
    state: answerState(facts, now),
    answeredAt: answers[0]?.at ?? null,
    effect: changeEffect(facts, now),
    objectBy: lastDay(promise, notice.country, facts.noticeSentAt),
    offered: offeredAnswers(facts, now),
  };
}

/**
 * Records an answer; it can be changed until the change counts. The same answer twice is one.
 * @throws Forbidden as {@link readChangeToAnswer}; Conflict `answer_closed`; z.ZodError
 */
export async function answerChange(
  ctx: Ctx,
  input: { token: string | null; answer: PolicyAnswer },
): Promise<void> {
  const answer = z.enum(POLICY_ANSWERS).parse(input.answer);
  const { notice } = await openedNotice(ctx, input.token);
  await change(ctx, (tx) =>
    addAnswer(tx, { noticeId: notice.id, answer, at: ctx.clock.now(), channel: 'page', recordedBy: null }),
  );
}

async function openedNotice(ctx: Ctx, token: string | null): Promise<NoticeRecord> {
  const draft = opened.safeParse(await readDraft(ctx, token));
  const found = draft.success
    ? await readNotice(ctx.db, and(eq(policyNotices.id, draft.data.noticeId), isNull(policyNotices.purgedAt)))
    : undefined;
  if (!found) throw new Forbidden('answer_not_opened');
  return found;
}

function lastDay(promise: ChangePromise, country: string, sentAt: Temporal.Instant | null): string | null {
  return sentAt && (objectBy(promise, country, sentAt)?.toString() ?? null);
}
