import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { normaliseAccountId, normaliseEmail, normaliseName } from '#app/domain/identity/normalise.ts';
import {
  CLOSED_STATUSES,
  type ItemStatus,
  type RequestStatus,
  requestStatus,
} from '#app/domain/lifecycle/item-status.ts';
import { type QueueWhy, whySteered } from '#app/domain/lifecycle/queue-reason.ts';
import { QUEUE_STATES } from '#app/domain/lifecycle/queue-state.ts';
import { SERVICE_ID } from '#app/domain/requests/service-choice.ts';
import { type DataSubjectRight, RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { requestItems, requests } from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { parseReference } from '../requests/reference.ts';

export const QUEUE_PAGE = 25;
export const queueSchema = z.strictObject({
  state: z.enum(QUEUE_STATES).default('open'),
  mine: z.boolean().default(false),
  right: z.enum(RIGHTS).nullable().default(null),
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2,3}(-[A-Z]{2})?$/)
    .nullable()
    .default(null),
  service: z.string().regex(SERVICE_ID).nullable().default(null),
  /** A reference, an address, a name or an account id; found when it agrees exactly. Never put it in a URL. */
  search: z.string().trim().max(254).default(''),
  page: z.int().min(1).max(10_000).default(1),
});
export type QueueQuery = z.input<typeof queueSchema>;

export interface QueueRow {
  readonly reference: string;
  readonly name: string | null;
  readonly jurisdiction: string;
  readonly status: RequestStatus;
  readonly rights: readonly { readonly right: DataSubjectRight; readonly status: ItemStatus }[];
  /** RFC 3339. */
  readonly receivedAt: string;
  /** The moment that work is steered by; null where no date is promised. */
  readonly steerAt: string | null;
  readonly late: boolean;
  /** Why it stands where it stands. */
  readonly why: QueueWhy;
  readonly assignedTo: string | null;
}

export interface Queue {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const closed = sql.join(
  CLOSED_STATUSES.map((status) => sql`${status}`),
  sql`, `,
);
const some = (condition: SQL) =>
  sql`exists (select from ${requestItems} i where i.request_id = ${requests.id} and ${condition})`;
const openItem = sql`i.status not in (${closed})`;
/** The earliest date among the open items. The table is named in words: drizzle leaves it out in a list of columns. */
const steerAt = sql<string | null>`(select min(i.steer_at) from ${requestItems} i
  where i.request_id = requests.id and ${openItem})`;

/**
 * What is due next: the earliest date to work by first, so that what is late stands on top; what has no date last,
 * by age. Staff may read it.
 * @throws Forbidden, z.ZodError
 */
export async function listQueue(ctx: Ctx, input: QueueQuery = {}): Promise<Queue> {
  const { personId } = requireStaff(ctx.actor, ...READING);
  const query = queueSchema.parse(input);
  const where = and(
    stateFilter(query.state, ctx.clock.now()),
    query.mine ? eq(requests.assignedTo, personId) : undefined,
    query.right ? some(sql`i."right" = ${query.right}`) : undefined,
    query.jurisdiction ? eq(requests.jurisdiction, query.jurisdiction) : undefined,
    query.service ? eq(requests.serviceId, query.service) : undefined,
    query.search ? searchFilter(ctx, query.search) : undefined,
  );
  const total = await ctx.db.$count(requests, where);
  const rows = await ctx.db
    .select({ request: requests, steerAt: steerAt.as('steer') })
    .from(requests)
    .where(where)
    .orderBy(
      sql`steer asc nulls last`,
      query.state === 'closed' ? sql`${requests.closedAt} desc` : asc(requests.receivedAt),
    )
    .limit(QUEUE_PAGE)
    .offset((query.page - 1) * QUEUE_PAGE);
  const items = await itemsOf(
    ctx,
    rows.map(({ request }) => request.id),
  );
  const now = ctx.clock.now();
  return {
    rows: rows.map(({ request }) => queueRow(ctx, request, items.get(request.id) ?? [], now)),
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / QUEUE_PAGE)),
  };
}

type ItemRow = typeof requestItems.$inferSelect;

async function itemsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ItemRow[]>> {
  const found = new Map<string, ItemRow[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(requestItems)
    .where(inArray(requestItems.requestId, [...ids]))
    .orderBy(asc(requestItems.ordinal));
  for (const row of rows) found.set(row.requestId, [...(found.get(row.requestId) ?? []), row]);
  return found;
}

function queueRow(
  ctx: Ctx,
  request: typeof requests.$inferSelect,
  items: readonly ItemRow[],
  now: Temporal.Instant,
): QueueRow {
  const why = whySteered(items, now);
  return {
    reference: request.reference,
    name: ctx.vault.openOptional(request.nameSealed, 'requests.name'),
    jurisdiction: request.jurisdiction,
    status: requestStatus(items.map(({ status }) => status)),
    rights: items.map(({ right, status }) => ({ right, status })),
    receivedAt: request.receivedAt.toString(),
    steerAt: why.steerAt,
    late: why.late,
    why,
    assignedTo: request.assignedTo,
  };
}

function stateFilter(state: z.output<typeof queueSchema>['state'], now: Temporal.Instant): SQL | undefined {
  switch (state) {
    case 'all':
      return undefined;
    case 'open':
      return some(openItem);
    case 'late':
      return some(sql`${openItem} and i.steer_at <= ${now.toString()}`);
    case 'closed':
      return sql`not ${some(openItem)}`;
    case 'identity':
      return some(sql`i.status in ('received', 'awaiting-identity')`);
    case 'answer':
      return some(sql`i.status = 'awaiting-clarification'`);
    case 'approval':
      return some(
        sql`${openItem} and exists (select from approvals a where a.item_id = i.id and a.outcome is null)`,
      );
    case 'transfer':
      return some(
        sql`${openItem} and exists (select from transfers t where t.item_id = i.id and t.state in ('refused', 'unreachable'))`,
      );
    default:
      return some(sql`i.status = ${state}`);
  }
}

/** Exact search: the reference as such, everything personal by its keyed hash. */
function searchFilter(ctx: Ctx, search: string): SQL {
  const reference = parseReference(search);
  const indexes = (kind: string, value: string) =>
    sql.join(
      ctx.vault.blindIndexes(kind, value).map((index) => sql`${index}`),
      sql`, `,
    );
  return sql`(${requests.reference} = ${reference ?? ''}
    or ${requests.emailIndex} in (${indexes('email', normaliseEmail(search))})
    or ${requests.accountIndex} in (${indexes('account_id', normaliseAccountId(search))})
    or ${requests.nameIndex} in (${indexes('name', normaliseName(search))}))`;
}
