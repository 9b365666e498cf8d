import type { Ctx } from '#app/services/context.ts';
import type { Db } from '#db/client.ts';

/**
 * Runs services so that all of their changes commit together or not at all: their own transactions become savepoints
 * of this one.
 */
export function inTransaction<T>(ctx: Ctx, work: (within: Ctx) => Promise<T>): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx as unknown as Db }));
}
