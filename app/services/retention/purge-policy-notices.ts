import { sql } from 'drizzle-orm';
import { promiseFor } from '#app/domain/policy/change-promise.ts';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { COUNTRIES } from '#app/domain/rules/places.ts';
import { policyNotices } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';

const CONSENTING = COUNTRIES.filter((country) => promiseFor(country, { material: true }).ask === 'consent');

/**
 * Erases the addresses of those who were told of a version that a later one replaced long enough ago. An acceptance
 * where the policy waits for consent stays until the same address has accepted a later version: processing rests on it.
 * The bare row and its answers stay, for the figures. @returns how many addresses were erased
 */
export async function purgePolicyNotices(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const now = ctx.clock.now();
  const limit = heldUntil(OWN_RECORDS.policyNotice.keep, now)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toString();
  return change(ctx, async (tx) => {
    const over = sql`purged_at is null and version_id in (
        select v.id from policy_versions v where exists (
          select from policy_versions later
          where later.effective_from > v.effective_from and later.effective_from <= ${limit}::date))
      and not (country = any(${sql.param(CONSENTING)}::text[]) and ${accepted(sql`policy_notices.id`)} and not exists (
        select from policy_notices n join policy_versions v on v.id = n.version_id
        where n.email_index = policy_notices.email_index and ${accepted(sql`n.id`)}
          and v.effective_from > (select o.effective_from from policy_versions o where o.id = policy_notices.version_id)))`;
    const purged = await tx.db
      .update(policyNotices)
      .set({ emailSealed: null, emailIndex: null, answerKeyIndex: null, purgedAt: now })
      .where(over)
      .returning({ id: policyNotices.id });
    if (purged.length > 0) await tx.audit({ kind: 'policy.purged', data: { notices: purged.length } });
    return purged.length;
  });
}

/** Whether the newest answer to a notice accepts. */
const accepted = (notice: ReturnType<typeof sql>) =>
  sql`(select a.answer from policy_answers a where a.notice_id = ${notice} order by a.seq desc limit 1) = 'accepted'`;
