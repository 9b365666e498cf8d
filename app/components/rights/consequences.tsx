import type { Duties } from '#app/domain/rules/pack-duties.ts';
import { useText } from '#app/i18n/react.tsx';
import { Citation } from './citation.tsx';

/** What may follow from using a right. It is said beforehand, and never stands in the way. */
export function Consequences({ consequences }: { consequences: Duties['consequences'] }) {
  const t = useText('explorer');
  const legal = useText('legal');
  if (consequences.length === 0) return null;
  return (
    <div className="mt-8">
      <h3 className="font-bold text-lg">{t('consequences.title')}</h3>
      <p className="mt-1 max-w-measure text-ink-soft">{t('consequences.lead')}</p>
      <ul className="mt-3 space-y-3">
        {consequences.map((warning) => (
          <li key={`${warning.right} ${warning.note}`} className="max-w-measure border-line border-s-4 ps-4">
            <span className="font-semibold">{legal(`rights.${warning.right}.name`)}</span>
            <p>{legal(`notes.${warning.note}`)}</p>
            <Citation source={warning} />
          </li>
        ))}
      </ul>
    </div>
  );
}
