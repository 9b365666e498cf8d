import { asc, isNull } from 'drizzle-orm';
import { receivers } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** A controller that a package can be sent to, as everybody may know it. Its address and secret stay sealed. */
export interface ReceiverCard {
  readonly key: string;
  readonly name: string;
  /** Country of establishment, ISO 3166-1 alpha-2. */
  readonly territory: string;
  readonly contactEmail: string;
  /** Instant of the last change of name or territory: says which of its descriptions somebody confirmed. */
  readonly changedAt: string;
}

/** Open to everybody: whoever asks for portability chooses among them. By name. */
export async function readReceivers(ctx: Pick<Ctx, 'db'>): Promise<ReceiverCard[]> {
  const { key, name, territory, contactEmail, changedAt } = receivers;
  const rows = await ctx.db
    .select({ key, name, territory, contactEmail, changedAt })
    .from(receivers)
    .where(isNull(receivers.retiredAt))
    .orderBy(asc(receivers.name));
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toString() }));
}
