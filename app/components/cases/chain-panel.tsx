import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ChainState } from '#app/services/audit/list-entries.ts';
import type { LogReport } from '#app/services/audit/verify-log.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from './panel.tsx';

/** How far the chain reaches, and what a fresh reading of it says. */
export function ChainPanel({ chain, report }: { chain: ChainState; report: LogReport | undefined }) {
  const t = useText('officer');
  const format = useFormats();
  return (
    <Panel id="chain" title={t('chain.heading')}>
      <p>
        {t('chain.state', {
          count: chain.entries,
          sealed: format.number(chain.sealed),
          unsealed: format.number(chain.unsealed),
        })}
      </p>
      {chain.hash && chain.sealedAt && (
        <p className="text-ink-soft text-sm">
          {t('chain.last', { date: format.dateTime(chain.sealedAt, 'UTC') })}{' '}
          <code dir="ltr" className="break-all">
            {chain.hash}
          </code>
        </p>
      )}
      {report && (
        <div role="status">
          {report.broken ? (
            <Notice tone="danger" title={t('chain.broken', { at: report.broken.at })}>
              <p>{t(`chain.reason.${report.broken.reason}`)}</p>
            </Notice>
          ) : (
            <Notice tone="success" title={t('chain.intact', { count: report.sealed })} />
          )}
        </div>
      )}
      <form method="post" className="mt-3">
        <Button look="secondary">{t('chain.verify')}</Button>
      </form>
    </Panel>
  );
}
