import { controllers } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** A company of the organisation and the jurisdictions (ids of the rule packs, `*` for all others) it answers for. */
export interface ControllerCard {
  readonly name: string;
  readonly address: string;
  readonly contactEmail: string;
  readonly jurisdictions: readonly string[];
}

/** Open to everybody: the privacy notice names them. */
export async function readControllers(ctx: Ctx): Promise<ControllerCard[]> {
  const { name, address, contactEmail, jurisdictions } = controllers;
  return ctx.db.select({ name, address, contactEmail, jurisdictions }).from(controllers);
}
