import { sql } from 'drizzle-orm';
import { lapsedIfSentBefore } from '#app/domain/policy/answer-state.ts';
import { type ChangeAsk, promiseFor } from '#app/domain/policy/change-promise.ts';
import type { AnswerState, PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { findVersion, type VersionRow } from './read-versions.ts';

/** How many people of one country stand how to a version. */
export interface CountryFigures {
  readonly country: string;
  readonly ask: ChangeAsk;
  readonly total: number;
  readonly states: Partial<Readonly<Record<AnswerState, number>>>;
}

export interface VersionFigures {
  readonly total: number;
  /** Notices whose mail has not left yet. */
  readonly waiting: number;
  /** Notices whose mail was given up: these people were not told. */
  readonly undelivered: number;
  /** By country; those who are asked for an answer first, then by number. */
  readonly countries: readonly CountryFigures[];
}

interface Group extends Record<string, unknown> {
  country: string;
  answer: PolicyAnswer | null;
  late: boolean | null;
  lapsed: boolean;
  waiting: number;
  undelivered: number;
  n: number;
}

/** The answers to a version in figures. Staff may read them. @throws Forbidden, NotFound */
export async function readFigures(ctx: Ctx, name: string): Promise<VersionFigures> {
  requireStaff(ctx.actor, ...READING);
  const version = await findVersion(ctx.db, name);
  const groups = await readGroups(ctx, version);
  const byCountry = new Map<string, CountryFigures & { states: Partial<Record<AnswerState, number>> }>();
  for (const group of groups) {
    const { country, n } = group;
    const { ask } = promiseFor(country, version);
    const known = byCountry.get(country) ?? { country, ask, total: 0, states: {} };
    const state = stateOf(group, ask);
    const states = { ...known.states, [state]: (known.states[state] ?? 0) + n };
    byCountry.set(country, { ...known, total: known.total + n, states });
  }
  const sum = (key: 'n' | 'waiting' | 'undelivered') => groups.reduce((all, group) => all + group[key], 0);
  return {
    total: sum('n'),
    waiting: sum('waiting'),
    undelivered: sum('undelivered'),
    countries: [...byCountry.values()].sort(
      (a, b) => Number(a.ask === 'notice') - Number(b.ask === 'notice') || b.total - a.total,
    ),
  };
}

/** As `answerState` says of one person; a test holds the two together. */
function stateOf({ answer, late, lapsed }: Group, ask: ChangeAsk): AnswerState {
  if (answer) return late ? 'objected_late' : answer;
  if (ask === 'notice') return 'told';
  return lapsed ? 'lapsed' : 'not_answered';
}

async function readGroups(ctx: Ctx, version: VersionRow): Promise<Group[]> {
  const places = await ctx.db.execute<{ country: string }>(
    sql`select distinct country from policy_notices where version_id = ${version.id}`,
  );
  const now = ctx.clock.now();
  const limits = places.flatMap(({ country }) => {
    const limit = lapsedIfSentBefore(version, country, now);
    return limit ? [{ country, limit: limit.toString() }] : [];
  });
  return ctx.db.execute<Group>(sql`
    with newest as (
      select distinct on (a.notice_id) a.notice_id, a.answer, a.late
      from policy_answers a join policy_notices n on n.id = a.notice_id
      where n.version_id = ${version.id} order by a.notice_id, a.seq desc
    ), limits as (
      select country, "limit"::timestamptz
      from jsonb_to_recordset(${JSON.stringify(limits)}::text::jsonb) as l(country text, "limit" text)
    )
    select n.country, a.answer, a.late, coalesce(m.sent_at < l.limit, false) as lapsed,
      count(*) filter (where m.sent_at is null and m.gave_up_at is null)::int as waiting,
      count(*) filter (where m.gave_up_at is not null)::int as undelivered, count(*)::int as n
    from policy_notices n
    left join outbox_mails m on m.id = n.mail_id
    left join newest a on a.notice_id = n.id
    left join limits l on l.country = n.country
    where n.version_id = ${version.id}
    group by 1, 2, 3, 4`);
}
