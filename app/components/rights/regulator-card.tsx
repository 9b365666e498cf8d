import type { Regulator } from '#app/domain/rules/pack-duties.ts';
import { useText } from '#app/i18n/react.tsx';
import { Citation } from './citation.tsx';
import { NoteList } from './note-list.tsx';

/** The authority that watches over the law, and where to complain. */
export function RegulatorCard({ regulator }: { regulator: Regulator }) {
  const t = useText('explorer');
  return (
    <div className="mt-5 max-w-measure rounded-md border border-line bg-surface p-5">
      <p className="text-ink-soft text-sm">{t('regulator.title')}</p>
      <p className="font-bold font-display text-lg leading-snug">
        <bdi>{regulator.name}</bdi>
      </p>
      <ul className="mt-3 grid gap-2">
        {regulator.complaintUrl && <Door text={t('regulator.complain')} href={regulator.complaintUrl} />}
        <Door text={t('regulator.site')} href={regulator.url} />
        {regulator.phone && (
          <li>
            {t('regulator.phone')} <bdi dir="ltr">{regulator.phone}</bdi>
          </li>
        )}
        {regulator.address && (
          <li>
            {t('regulator.address')} <bdi>{regulator.address}</bdi>
          </li>
        )}
      </ul>
      <NoteList notes={regulator.notes} />
      <Citation source={regulator} className="mt-3" />
    </div>
  );
}

function Door({ text, href }: { text: string; href: string }) {
  return (
    <li>
      {text}{' '}
      <a href={href} dir="ltr" className="break-all" rel="external">
        {href.replace(/^https?:\/\//, '').replace(/\/$/, '')}
      </a>
    </li>
  );
}
