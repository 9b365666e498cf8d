import { organisation } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** The organisation that this desk serves, as everybody may know it. */
export interface OrganisationCard {
  readonly name: string;
  readonly contactEmail: string;
  readonly demo: boolean;
}

/** Milliseconds that a change of name may take to reach every page. */
const KEPT_FOR = 10_000;
const kept = new WeakMap<object, { at: number; card: OrganisationCard | null }>();

/** Open to everybody. Null before set-up. Every page shows it, so it is kept for ten seconds. */
export async function readOrganisation(ctx: Ctx): Promise<OrganisationCard | null> {
  const now = ctx.clock.now().epochMilliseconds;
  const found = kept.get(ctx.db);
  if (found?.card && now - found.at < KEPT_FOR) return found.card;
  const { name, contactEmail, demo } = organisation;
  const [card = null] = await ctx.db.select({ name, contactEmail, demo }).from(organisation).limit(1);
  kept.set(ctx.db, { at: now, card });
  return card;
}
