import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { isCounted } from '#app/domain/rules/period.ts';
import { useText } from '#app/i18n/react.tsx';
import { Doubt } from './citation.tsx';
import { useExtensionText, usePeriodText } from './period-text.ts';

const FIGURE = 'mt-1 block first-letter:uppercase font-bold font-display text-lg leading-snug';

/** What most readers came for: how long access may take, and what it costs. */
export function KeyFacts({ view }: { view: Pick<TerritoryView, 'rights' | 'duties'> }) {
  const t = useText('explorer');
  const legal = useText('legal');
  const period = usePeriodText();
  const extension = useExtensionText();
  const access = view.rights.find(({ right }) => right === 'access');
  if (!access || !view.duties) return null;
  const { response, extension: more, acknowledgement: ack, promise } = access;
  const byLaw = access.standing === 'statutory';
  // Where the law gives no number there is nothing to put off.
  const putOff = byLaw && (more || isCounted(response?.period));
  const facts = [
    byLaw &&
      response && {
        term: t('right.answer'),
        value: period(response.period),
        words: false,
        source: response,
      },
    !byLaw &&
      promise && {
        term: t('right.promise'),
        value: period(promise.period),
        words: false,
        source: promise,
      },
    putOff && {
      term: t('right.extension'),
      value: more ? extension(more) : t('extension.none'),
      words: false,
      source: more ?? response,
    },
    byLaw && ack && { term: t('right.ack'), value: period(ack.period), words: false, source: ack },
    {
      term: t('around.fee'),
      value: legal(`fees.${view.duties.fees.rule}`),
      words: true,
      source: view.duties.fees,
    },
  ].filter((fact) => !!fact);
  return (
    <div className="mt-8">
      <h2 className="text-ink-soft text-sm">{t('key.title')}</h2>
      <dl className="mt-2 grid gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-flow-col sm:auto-cols-fr">
        {facts.map(({ term, value, words, source }) => (
          <div key={term} className="flex flex-col bg-surface px-5 py-4">
            <dt className="text-ink-soft text-sm">{term}</dt>
            <dd>
              <span className={words ? 'mt-1 block font-semibold leading-snug' : FIGURE}>{value}</span>
              {source && (
                <span className="text-sm">
                  <Doubt confidence={source.confidence} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
