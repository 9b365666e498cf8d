import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#app/services/actor.ts';
import type { Ctx } from '#app/services/context.ts';
import { type Filing, fileRequest } from '#app/services/requests/file-request.ts';
import { people, requestItems, requests, type StaffRole } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

export const OFFICER = 'officer-one';
export const COLLEAGUE = 'officer-two';
const STAFF: Record<string, StaffRole> = {
  [OFFICER]: 'officer',
  [COLLEAGUE]: 'officer',
  'admin-one': 'administrator',
  'auditor-one': 'auditor',
};

/** Whoever must not reach a service for officers, each under a name for the test. */
export const OUTSIDERS: readonly (readonly [string, Actor])[] = [
  ['nobody', { kind: 'anonymous' }],
  ['a data subject', { kind: 'subject', requestId: randomUUID(), scope: 'track' }],
  ['an auditor', { kind: 'officer', personId: 'auditor-one', role: 'auditor' }],
  ['the worker', { kind: 'system', name: 'worker' }],
];

export interface Desk {
  readonly base: TestDatabase;
  readonly ctx: Ctx;
  readonly clock: ReturnType<typeof testContext>['clock'];
  readonly officer: Ctx;
  readonly colleague: Ctx;
  readonly auditor: Ctx;
  readonly administrator: Ctx;
  as(actor: Actor): Ctx;
  /** Files a request and returns its reference with the ids of its items, in order. */
  file(filing?: Partial<Filing>): Promise<{ reference: string; requestId: string; items: string[] }>;
  item(id: string): Promise<typeof requestItems.$inferSelect>;
  request(reference: string): Promise<typeof requests.$inferSelect>;
}

/** A desk with its people on a database of its own, or on one that is migrated and empty. */
export async function openDesk(at?: string, given?: TestDatabase): Promise<Desk> {
  const base = given ?? (await testDatabase());
  const { ctx, clock, as } = testContext(base.app.db, at);
  await ctx.db
    .insert(people)
    .values(Object.entries(STAFF).map(([id, role]) => ({ id, role, name: id, email: `${id}@example.org` })));
  const staff = (personId: string) => as({ kind: 'officer', personId, role: STAFF[personId] ?? 'auditor' });
  return {
    base,
    ctx,
    clock,
    as,
    officer: staff(OFFICER),
    colleague: staff(COLLEAGUE),
    auditor: staff('auditor-one'),
    administrator: staff('admin-one'),
    async file(filing = {}) {
      const filed = await fileRequest(ctx, {
        ...NORMAL,
        submissionKey: randomUUID(),
        email: `${randomUUID()}@example.org`,
        ...filing,
      });
      const rows = await ctx.db
        .select({ id: requestItems.id })
        .from(requestItems)
        .where(eq(requestItems.requestId, filed.requestId))
        .orderBy(requestItems.ordinal);
      return { reference: filed.reference, requestId: filed.requestId, items: rows.map(({ id }) => id) };
    },
    async item(id) {
      const [row] = await ctx.db
        .select()
        .from(requestItems)
        .where(and(eq(requestItems.id, id)));
      if (!row) throw new Error(`no item ${id}`);
      return row;
    },
    async request(reference) {
      const [row] = await ctx.db.select().from(requests).where(eq(requests.reference, reference));
      if (!row) throw new Error(`no request ${reference}`);
      return row;
    },
  };
}

/** Somebody in the Netherlands who wants a copy of their data. */
const NORMAL: Filing = {
  submissionKey: '',
  locale: 'en',
  country: 'NL',
  region: null,
  filedFor: 'self',
  representative: null,
  name: 'Anna de Vries',
  email: '',
  accountId: null,
  items: [{ right: 'access', details: {} }],
};
