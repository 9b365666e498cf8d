import type { ChangePromise } from '#app/domain/policy/change-promise.ts';
import { useText } from '#app/i18n/react.tsx';

interface PromiseTextProps {
  readonly promise: ChangePromise;
  /** Marks what is less than certain; for the desk, which can ask counsel. */
  readonly doubts?: boolean;
}

/** A promise of the policy in words, with our notes on it and where it is written. */
export function PromiseText({ promise, doubts }: PromiseTextProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const { ask, days, notes, citation, confidence } = promise;
  const doubt = !doubts || confidence === 'certain' ? '' : ` (${legal(`confidence.${confidence}`)})`;
  return (
    <>
      <span className="block">{t(`policy.ask.${ask}`, days === null ? {} : { count: days })}</span>
      {notes.map((note) => (
        <span key={note} className="block text-sm">
          {t(`policy.promiseNotes.${note}`)}
        </span>
      ))}
      <span className="block text-ink-soft text-sm">
        {t('policy.changes.source')}:{' '}
        <cite className="not-italic">
          <bdi>{citation}</bdi>
        </cite>
        {doubt}
      </span>
    </>
  );
}
