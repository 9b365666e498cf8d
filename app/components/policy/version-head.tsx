import { useFormats, useText } from '#app/i18n/react.tsx';
import type { VersionFigures } from '#app/services/policy/read-figures.ts';
import type { PublicVersion } from '#app/services/policy/read-versions.ts';
import { SummaryList } from '../ui/summary-list.tsx';

interface VersionHeadProps {
  readonly version: PublicVersion;
  /** Who published it. */
  readonly publisher: string;
  readonly figures: VersionFigures;
}

/** What a version says, from when it counts, who published it, and how far its notices have come. */
export function VersionHead({ version, publisher, figures }: VersionHeadProps) {
  const t = useText('officer');
  const format = useFormats();
  const counted = (key: 'waiting' | 'undelivered') =>
    figures[key] > 0 ? [{ key, term: t(`policy.${key}`), value: format.number(figures[key]) }] : [];
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'effectiveFrom',
            term: t('policy.effectiveFrom'),
            value: format.date(version.effectiveFrom),
          },
          {
            key: 'material',
            term: t('policy.material'),
            value: t(version.material ? 'policy.yes' : 'policy.no'),
          },
          {
            key: 'summary',
            term: t('policy.summary'),
            value: (
              <span className="whitespace-pre-line" dir="auto">
                {version.text.summary}
              </span>
            ),
          },
          {
            key: 'published',
            term: t('policy.published'),
            value: t('policy.dissent.by', {
              name: `\u2068${publisher}\u2069`,
              date: format.dateTime(version.publishedAt, 'UTC'),
            }),
          },
          { key: 'told', term: t('policy.told'), value: format.number(figures.total) },
          ...counted('waiting'),
          ...counted('undelivered'),
        ]}
      />
      <p className="text-ink-soft text-sm">{t('policy.howto', { name: `\u2068${version.name}\u2069` })}</p>
    </>
  );
}
