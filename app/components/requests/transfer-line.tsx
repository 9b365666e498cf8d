import type { TransferState } from '#app/domain/portability/transfer.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';

/** A transfer as its data subject sees it. */
export interface OwnTransferRow {
  readonly state: TransferState;
  readonly receiver: { readonly name: string; readonly territory: string } | null;
  readonly restedAt: string | null;
}

/** One sentence on the wish to have data sent to another controller: to whom, and where it stands. */
export function TransferLine({ transfer, zone }: { transfer: OwnTransferRow; zone: string }) {
  const t = useText('portal');
  const format = useFormats();
  const { state, receiver, restedAt } = transfer;
  const to = {
    receiver: receiver ? isolate(receiver.name) : '',
    territory: receiver ? format.country(receiver.territory) : '',
    date: restedAt ? format.dateTime(restedAt, zone) : '',
  };
  return <>{t(`transfer.state.${receiver ? state : `named_${state}`}`, to)}</>;
}
