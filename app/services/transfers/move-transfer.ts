import { and, eq } from 'drizzle-orm';
import { type TransferMove, transferAfter } from '#app/domain/portability/transfer.ts';
import { transfers } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import { Conflict, NotFound } from '../errors.ts';

export type TransferRow = typeof transfers.$inferSelect;

/** The transfer of an item, locked. @throws NotFound when nobody asked for one */
export async function lockTransfer(tx: Change, itemId: string): Promise<TransferRow> {
  const [row] = await tx.db.select().from(transfers).where(eq(transfers.itemId, itemId)).for('update');
  if (!row) throw new NotFound('transfer');
  return row;
}

/**
 * Moves a transfer by the table, within a change, with what else is to be recorded of it.
 * @throws Conflict `transfer_refused` when the table does not allow it from where it stands
 */
export async function moveTransfer(
  tx: Change,
  row: TransferRow,
  move: TransferMove,
  facts: Partial<typeof transfers.$inferInsert>,
): Promise<void> {
  const state = transferAfter(row.state, move);
  if (!state) throw new Conflict('transfer_refused', { transfer: row.id, state: row.state, move });
  await tx.db
    .update(transfers)
    .set({ ...facts, state })
    .where(and(eq(transfers.id, row.id), eq(transfers.state, row.state)));
}
