import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { Section } from './section.tsx';

/** Which data the page is made from, how to quote it, what the marks mean, and what the page is not. */
export function SourcesOfPage({ view, address }: { view: TerritoryView; address: string }) {
  const t = useText('explorer');
  const format = useFormats();
  return (
    <Section id="sources" title={t('section.sources')}>
      <div className="prose mt-4 max-w-measure text-sm">
        <p>
          {t('sources.quote')}{' '}
          <code dir="ltr" className="break-all">
            {address}
          </code>
        </p>
        {view.layers.length > 0 && (
          <>
            <p>{t('sources.packs', { date: format.date(view.on) })}</p>
            <ul>
              {view.layers.map((layer) => (
                <li key={layer.pack}>
                  <code dir="ltr">
                    {layer.pack} {layer.from}
                  </code>
                  {' · '}
                  <a href={`/rights/${layer.jurisdiction.toLowerCase()}.json`}>{t('sources.json')}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href="/rights/packs.json">{t('sources.all')}</a>
          {' · '}
          <a href="/rights/pack.schema.json">{t('sources.schema')}</a>
          {' · '}
          <a href="/rights/vectors.json">{t('sources.cases')}</a>
        </p>
        <dl className="space-y-1">
          {(['likely', 'unsure'] as const).map((confidence) => (
            <div key={confidence}>
              <dt className="inline font-semibold">{t(`doubt.${confidence}`)}:</dt>{' '}
              <dd className="inline">{t(`doubtMeans.${confidence}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('sources.notAdvice')}</p>
      </div>
    </Section>
  );
}
