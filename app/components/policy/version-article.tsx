import { useFormats, useText } from '#app/i18n/react.tsx';
import type { PublicVersion } from '#app/services/policy/read-versions.ts';
import { Tag } from '../ui/tag.tsx';

/** One version: its name, from when it counts, what it changes, and the whole text. */
export function VersionArticle({ version }: { version: PublicVersion }) {
  const t = useText('portal');
  const format = useFormats();
  const { name, effectiveFrom, material, publishedAt, text } = version;
  const id = `version-${name}`;
  return (
    <article aria-labelledby={id} className="mt-8 max-w-measure border-line border-t pt-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={id} className="font-bold text-xl">
          {t('policy.changes.version', { name: `\u2068${name}\u2069` })}
        </h2>
        <Tag tone={material ? 'warning' : 'neutral'}>
          {t(material ? 'policy.changes.material' : 'policy.changes.minor')}
        </Tag>
      </div>
      <p className="mt-1 text-ink-soft">
        {t('policy.changes.counts', { date: format.date(effectiveFrom) })}
        {' · '}
        {t('policy.changes.published', { date: format.date(publishedAt) })}
      </p>
      <p className="mt-3 whitespace-pre-line" dir="auto">
        {text.summary}
      </p>
      <p className="mt-3">
        <a href={text.url} rel="noreferrer">
          {t('policy.changes.read')}
        </a>
      </p>
    </article>
  );
}
