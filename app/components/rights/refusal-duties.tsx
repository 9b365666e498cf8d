import type { Duties } from '#app/domain/rules/pack-duties.ts';
import { useText } from '#app/i18n/react.tsx';
import { Citation } from './citation.tsx';
import { usePeriodText } from './period-text.ts';

/** What a refusal must say, and what can be done against it. */
export function RefusalDuties({ refusal }: { refusal: Duties['refusal'] }) {
  const t = useText('explorer');
  const legal = useText('legal');
  const period = usePeriodText();
  const owed = (
    ['reasons', 'namesRegulator', 'namesJudicialRemedy', 'appealToController', 'silenceIsRefusal'] as const
  ).filter((duty) => refusal[duty]);
  return (
    <div className="mt-4 max-w-measure">
      {owed.length === 0 && <p className="mb-2">{t('refusal.nothing')}</p>}
      {owed.length + refusal.notes.length > 0 && (
        <ul className="list-disc space-y-1 ps-5 marker:text-line-strong">
          {owed.map((duty) => (
            <li key={duty}>{t(`refusal.${duty}`)}</li>
          ))}
          {refusal.complainWithin && (
            <li>{t('refusal.complainWithin', { period: period(refusal.complainWithin) })}</li>
          )}
          {refusal.notes.map((note) => (
            <li key={note}>{legal(`notes.${note}`)}</li>
          ))}
        </ul>
      )}
      <Citation source={refusal} className="mt-2" />
    </div>
  );
}
