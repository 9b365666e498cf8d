import { eq } from 'drizzle-orm';
import { type ItemStatus, isClosed } from '#app/domain/lifecycle/item-status.ts';
import {
  type CitedReason,
  type DirectTransmission,
  directTransmission,
  type InfeasibleReason,
  infeasibleReasons,
} from '#app/domain/portability/direct-transmission.ts';
import { type TransferState, transferAfter } from '#app/domain/portability/transfer.ts';
import type { ApplicableRegime } from '#app/domain/rules/applicable-regime.ts';
import { transfers } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { TransferRow } from './move-transfer.ts';

/** What the data subject sees of a transfer. */
export interface OwnTransfer {
  readonly state: TransferState;
  /** Null for somebody whom the subject named in their own words. */
  readonly receiver: { readonly name: string; readonly territory: string } | null;
  /** When it came to rest; null while nothing has come of it. */
  readonly restedAt: string | null;
  readonly receipt: string | null;
  readonly reason: InfeasibleReason | null;
  readonly citation: string | null;
  readonly words: string | null;
  readonly mayWithdraw: boolean;
}

/** The same with what the desk needs besides. */
export interface TransferView extends OwnTransfer {
  readonly wishedAt: string;
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
  readonly attempts: number;
  /** A word of ours below `transfer.failure` in `officer.json`. */
  readonly failure: string | null;
  readonly responseStatus: number | null;
  /** Where the law gives the right; null where it gives none. */
  readonly law: DirectTransmission | null;
  readonly reasons: readonly CitedReason[];
  readonly mayRelease: boolean;
  readonly mayRuleOut: boolean;
}

/** The transfers of a request by item id. The caller has checked who reads. */
export async function transfersOf(
  { db }: Pick<Ctx, 'db'>,
  requestId: string,
): Promise<ReadonlyMap<string, TransferRow>> {
  const rows = await db.select().from(transfers).where(eq(transfers.requestId, requestId));
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** The transfer of one item; undefined where nobody asked for one. */
export async function transferOf({ db }: Pick<Ctx, 'db'> | Pick<Change, 'db'>, itemId: string) {
  const [row] = await db.select().from(transfers).where(eq(transfers.itemId, itemId));
  return row;
}

/** A row as its data subject sees it; `item` is the status of the right that it belongs to. */
export function ownTransfer(ctx: Pick<Ctx, 'vault'>, row: TransferRow, item: ItemStatus): OwnTransfer {
  const { state, receiverName, receiverTerritory, receipt, reason, citation } = row;
  return {
    state,
    receiver: receiverName && receiverTerritory ? { name: receiverName, territory: receiverTerritory } : null,
    restedAt: row.restedAt?.toString() ?? null,
    receipt,
    reason,
    citation,
    words: ctx.vault.openOptional(row.wordsSealed, 'transfers.words'),
    mayWithdraw: !isClosed(item) && transferAfter(state, 'withdraw') !== null,
  };
}

/** A row as the desk sees it, with what may be done under the law of the request. */
export function transferView(
  ctx: Pick<Ctx, 'vault'>,
  row: TransferRow,
  item: ItemStatus,
  regime: ApplicableRegime,
): TransferView {
  const law = directTransmission(regime);
  return {
    ...ownTransfer(ctx, row, item),
    wishedAt: row.wishedAt.toString(),
    releasedAt: row.releasedAt?.toString() ?? null,
    releasedBy: row.releasedBy,
    attempts: row.attempts,
    failure: row.failure,
    responseStatus: row.responseStatus,
    law,
    reasons: infeasibleReasons(regime),
    mayRelease: Boolean(law && row.receiverKey) && transferAfter(row.state, 'release') !== null,
    mayRuleOut: transferAfter(row.state, 'rule_out') !== null,
  };
}
