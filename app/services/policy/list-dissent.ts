import { sql } from 'drizzle-orm';
import { type AnswerMeasure, DISSENT_PER_PAGE } from '#app/domain/policy/policy-answer.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { findVersion } from './read-versions.ts';

/** A rejection or an objection that stands. */
export interface Dissent {
  readonly answerId: string;
  readonly answer: 'rejected' | 'objected';
  readonly late: boolean;
  /** RFC 3339. */
  readonly at: string;
  readonly country: string;
  readonly locale: string;
  /** Null once purged. */
  readonly email: string | null;
  readonly measure: { readonly measure: AnswerMeasure; readonly by: string; readonly at: string } | null;
}

/**
 * The people who said no to a version and have not changed their answer, the oldest first, so that nobody waits longest.
 * Staff may read them. @throws Forbidden, NotFound
 */
export async function listDissent(
  ctx: Ctx,
  input: { version: string; handled: boolean; page: number },
): Promise<{ readonly rows: readonly Dissent[]; readonly open: number; readonly handled: number }> {
  requireStaff(ctx.actor, ...READING);
  const version = await findVersion(ctx.db, input.version);
  const standing = sql`
    from policy_answers a
    join policy_notices n on n.id = a.notice_id
    left join policy_measures h on h.answer_id = a.id
    where n.version_id = ${version.id} and a.answer in ('rejected', 'objected') and not exists (
      select from policy_answers later where later.notice_id = a.notice_id and later.seq > a.seq)`;
  const [sums] = await ctx.db.execute<{ open: number; handled: number }>(sql`
    select count(*) filter (where h.id is null)::int as open, count(h.id)::int as handled ${standing}`);
  const rows = await ctx.db.execute<Found>(sql`
    select a.id, a.answer, a.late, to_json(a.at) #>> '{}' as at, n.country, n.locale, n.email_sealed,
      h.measure, h.recorded_by, to_json(h.recorded_at) #>> '{}' as recorded_at
    ${standing} and (h.id is not null) = ${input.handled}
    order by a.at, a.seq limit ${DISSENT_PER_PAGE} offset ${(input.page - 1) * DISSENT_PER_PAGE}`);
  return {
    open: sums?.open ?? 0,
    handled: sums?.handled ?? 0,
    rows: rows.map((row) => ({
      answerId: row.id,
      answer: row.answer,
      late: row.late,
      at: row.at,
      country: row.country,
      locale: row.locale,
      email: ctx.vault.openOptional(row.email_sealed, 'policy_notices.email'),
      measure: row.measure && { measure: row.measure, by: row.recorded_by ?? '', at: row.recorded_at ?? '' },
    })),
  };
}

interface Found extends Record<string, unknown> {
  id: string;
  answer: 'rejected' | 'objected';
  late: boolean;
  at: string;
  country: string;
  locale: string;
  email_sealed: string | null;
  measure: AnswerMeasure | null;
  recorded_by: string | null;
  recorded_at: string | null;
}
