import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import type { ItemView } from '#app/services/cases/read-case-items.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { Words } from './decision-panel.tsx';
import { isOpenToFulfil } from './next-steps.ts';

const TONES = {
  wished: 'info',
  withdrawn: 'neutral',
  infeasible: 'neutral',
  released: 'info',
  accepted: 'success',
  refused: 'danger',
  unreachable: 'danger',
} as const;

interface TransferPanelProps {
  readonly reference: string;
  readonly item: ItemView;
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** The wish to have an item's package sent to another controller: where it stands and what can be done. */
export function TransferPanel({ reference, item, names, acting }: TransferPanelProps) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { transfer } = item;
  if (!transfer) return null;
  const { state, receiver, law, releasedAt, releasedBy, restedAt, failure, responseStatus } = transfer;
  const open = acting && isOpenToFulfil(item);
  return (
    <div className="mt-3">
      <h3 className="font-semibold">
        {t('transfer.heading')} <Tag tone={TONES[state]}>{t(`transfer.state.${state}`)}</Tag>
      </h3>
      <p>
        {receiver
          ? t('transfer.to', {
              receiver: isolate(receiver.name),
              territory: format.country(receiver.territory),
            })
          : t('transfer.named')}
      </p>
      <p className="text-ink-soft text-sm">
        {law ? t('transfer.law', { citation: isolate(law.citation) }) : t('transfer.noLaw')}
      </p>
      {releasedAt && releasedBy && (
        <p>
          {t('transfer.released', {
            name: names[releasedBy] ?? t('people.gone'),
            date: format.dateTime(releasedAt, 'UTC'),
          })}{' '}
          {t('transfer.attempts', { count: transfer.attempts })}
        </p>
      )}
      {restedAt && state === 'accepted' && (
        <p>{t('transfer.arrived', { date: format.dateTime(restedAt, 'UTC') })}</p>
      )}
      {transfer.receipt && (
        <p className="break-all">{t('transfer.receipt', { receipt: isolate(transfer.receipt) })}</p>
      )}
      {failure && <p>{t(`transfer.failure.${failure}`)}</p>}
      {responseStatus !== null && state !== 'accepted' && (
        <p>{t('transfer.status', { status: isolate(String(responseStatus)) })}</p>
      )}
      {transfer.reason && (
        <p>
          {legal(`notice.transfer.reason.${transfer.reason}`)}
          {transfer.citation && (
            <>
              {' '}
              (<bdi>{transfer.citation}</bdi>)
            </>
          )}
        </p>
      )}
      {transfer.words && <Words text={transfer.words} />}
      {open && (transfer.mayRelease || transfer.mayRuleOut) && (
        <div className="mt-2 flex flex-wrap gap-2">
          {transfer.mayRelease && item.packages.at(-1)?.status === 'built' && (
            <ButtonLink href={casePath(reference, 'release', item.id)} look="secondary">
              {t(state === 'wished' ? 'transfer.action.release' : 'transfer.action.again')}
            </ButtonLink>
          )}
          {transfer.mayRuleOut && (
            <ButtonLink href={casePath(reference, 'rule-out', item.id)} look="secondary">
              {t('transfer.action.ruleOut')}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}
