import { asc } from 'drizzle-orm';
import { people, type StaffRole } from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly disabled: boolean;
  /** RFC 3339. */
  readonly createdAt: string;
}

/** Everybody who may sign in, by name. Addresses of staff are shown to administrators and auditors only. */
export async function listPeople(ctx: Ctx): Promise<Person[]> {
  requireStaff(ctx.actor, 'administrator', 'auditor');
  const rows = await ctx.db.select().from(people).orderBy(asc(people.name), asc(people.id));
  return rows.map(({ id, name, email, role, disabled, createdAt }) => ({
    id,
    name,
    email,
    role,
    disabled,
    createdAt: createdAt.toISOString(),
  }));
}

/** Names by id, for pages that say who did what; ids of people who are gone are absent. */
export async function namesOfStaff(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  requireStaff(ctx.actor, ...READING);
  const rows = await ctx.db.select({ id: people.id, name: people.name }).from(people);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
