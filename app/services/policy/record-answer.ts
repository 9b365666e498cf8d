import { and, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { zoneOfCountry } from '#app/domain/policy/change-promise.ts';
import { MESSAGE_CHANNELS, POLICY_ANSWERS } from '#app/domain/policy/policy-answer.ts';
import { policyNotices } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { wrongField } from '../cases/refuse-field.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { addAnswer } from './add-answer.ts';
import { readNotice } from './notice-facts.ts';
import { findVersion } from './read-versions.ts';

export const receivedAnswerSchema = z.strictObject({
  version: z.string(),
  /** The address that the notice went to. */
  email: z.email().max(254),
  answer: z.enum(POLICY_ANSWERS),
  channel: z.enum(MESSAGE_CHANNELS),
  /** ISO date on the calendar of the person's territory. */
  receivedOn: z.iso.date(),
});

/**
 * Puts an answer on record that came by a message: it counts from the first moment of the day on which it was received,
 * in the person's favour. An officer does, or an administrator.
 * @throws Forbidden, z.ZodError, NotFound; Invalid `not_told`, `before_notice`, `before_answer`, `date_in_future`;
 *   Conflict `answer_closed`
 */
export async function recordAnswer(ctx: Ctx, input: z.infer<typeof receivedAnswerSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const given = receivedAnswerSchema.parse(input);
  const version = await findVersion(ctx.db, given.version);
  const indexes = ctx.vault.blindIndexes('email', normaliseEmail(given.email));
  const found = await readNotice(
    ctx.db,
    and(eq(policyNotices.versionId, version.id), inArray(policyNotices.emailIndex, indexes)),
  );
  const sentAt = found?.facts.noticeSentAt;
  if (!found || !sentAt) throw wrongField('email', 'not_told');
  const { notice } = found;
  const zone = zoneOfCountry(notice.country);
  const at = Temporal.PlainDate.from(given.receivedOn).toZonedDateTime(zone).toInstant();
  if (given.receivedOn < sentAt.toZonedDateTimeISO(zone).toPlainDate().toString())
    throw wrongField('receivedOn', 'before_notice');
  if (Temporal.Instant.compare(at, ctx.clock.now()) > 0) throw wrongField('receivedOn', 'date_in_future');
  const { answer, channel } = given;
  await change(ctx, (tx) =>
    addAnswer(tx, { noticeId: notice.id, answer, channel, at, recordedBy: personId }),
  );
}
