import { sql } from 'drizzle-orm';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';

/** Weeks ahead that the picture of coming work shows. */
export const WEEKS_AHEAD = 6;

export interface QueueFigures {
  readonly open: number;
  readonly late: number;
  readonly dueThisWeek: number;
  readonly awaitingIdentity: number;
  readonly awaitingAnswer: number;
  readonly awaitingApproval: number;
  /** Packages that did not arrive at another controller. */
  readonly transfersBack: number;
  /** Open requests by week of their date; the first entry is what is late. */
  readonly weeks: readonly { readonly week: number | 'late'; readonly requests: number }[];
  /** Open items per right, most first. */
  readonly rights: readonly { readonly right: string; readonly items: number }[];
  /** Requests decided in the last 90 days: within their date by law, and after it. */
  readonly decided: { readonly inTime: number; readonly late: number };
}

const OPEN = sql`status not in ('fulfilled', 'partly-fulfilled', 'refused', 'withdrawn', 'expired')`;

/** The desk in figures, for pictures. Staff may read it. @throws Forbidden */
export async function queueFigures(ctx: Ctx): Promise<QueueFigures> {
  requireStaff(ctx.actor, ...READING);
  const now = ctx.clock.now().toString();
  const [sums] = await ctx.db.execute<Record<string, number>>(sql`
    with open as (
      select request_id, min(steer_at) as steer,
        bool_or(status in ('received', 'awaiting-identity')) as identity,
        bool_or(status = 'awaiting-clarification') as answer
      from request_items where ${OPEN} group by request_id
    )
    select count(*)::int as open,
      count(*) filter (where steer <= ${now})::int as late,
      count(*) filter (where steer > ${now} and steer <= ${now}::timestamptz + interval '7 days')::int as week,
      count(*) filter (where identity)::int as identity,
      count(*) filter (where answer)::int as answer,
      (select count(*)::int from approvals a join request_items i on i.id = a.item_id
        where a.outcome is null and i.${OPEN}) as approval,
      (select count(*)::int from transfers t join request_items i on i.id = t.item_id
        where t.state in ('refused', 'unreachable') and i.${OPEN}) as transfer
    from open`);
  const weeks = await ctx.db.execute<{ week: number; n: number }>(sql`
    select floor(extract(epoch from steer - ${now}::timestamptz) / 604800)::int as week, count(*)::int as n
    from (select min(steer_at) as steer from request_items where ${OPEN} group by request_id) s
    where steer > ${now} and steer <= ${now}::timestamptz + make_interval(weeks => ${WEEKS_AHEAD})
    group by 1 order by 1`);
  const rights = await ctx.db.execute<{ right: string; items: number }>(sql`
    select "right", count(*)::int as items from request_items where ${OPEN} group by 1 order by 2 desc, 1`);
  const [decided] = await ctx.db.execute<{ intime: number; late: number }>(sql`
    select count(*) filter (where i.steer_at is null or i.closed_at <= i.steer_at)::int as intime,
      count(*) filter (where i.closed_at > i.steer_at)::int as late
    from request_items i
    where i.status in ('fulfilled', 'partly-fulfilled', 'refused') and i.closed_at > ${now}::timestamptz - interval '90 days'`);
  return {
    open: sums?.open ?? 0,
    late: sums?.late ?? 0,
    dueThisWeek: sums?.week ?? 0,
    awaitingIdentity: sums?.identity ?? 0,
    awaitingAnswer: sums?.answer ?? 0,
    awaitingApproval: sums?.approval ?? 0,
    transfersBack: sums?.transfer ?? 0,
    weeks: [
      { week: 'late', requests: sums?.late ?? 0 },
      ...Array.from({ length: WEEKS_AHEAD }, (_, week) => ({
        week,
        requests: weeks.find((row) => row.week === week)?.n ?? 0,
      })),
    ],
    rights: rights.map(({ right, items }) => ({ right, items })),
    decided: { inTime: decided?.intime ?? 0, late: decided?.late ?? 0 },
  };
}
