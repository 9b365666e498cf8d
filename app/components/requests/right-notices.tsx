import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { useText } from '#app/i18n/react.tsx';
import { Notice } from '../ui/notice.tsx';
import type { RightRow } from './right-card.tsx';

/** The note of a law under which people register instructions for after their death. */
const REGISTRY = 'general_or_specific_directives';

/** What is good to know before a right is used. Nothing here stands in the way. */
export function RightNotices({ right, rule }: { right: DataSubjectRight; rule: RightRow | null }) {
  const t = useText('portal');
  const legal = useText('legal');
  const consequences = rule?.consequences ?? [];
  const withdraws = right === 'withdraw_consent';
  return (
    <>
      {rule && rule.standing !== 'statutory' && (
        <Notice title={legal(`standing.${rule.standing}`)}>{t(`standing.${rule.standing}`)}</Notice>
      )}
      {rule?.assurance === 'none' && <Notice tone="success">{t('filing.details.atOnce')}</Notice>}
      {rule?.notes.includes(REGISTRY) && (
        <Notice title={t('addenda.instructions.title')}>
          <p>{t('addenda.instructions.lead')}</p>
          <p>
            <a href="/instructions">{t('addenda.instructions.new')}</a>
          </p>
        </Notice>
      )}
      {rule?.contents !== undefined && rule.contents.length > 0 && (
        <Notice title={t('addenda.contents')}>
          <ul className="list-disc ps-6">
            {rule.contents.map((note) => (
              <li key={note}>{legal(`notes.${note}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {right === 'portability' && <Notice>{t('filing.details.jsonNote')}</Notice>}
      {(withdraws || consequences.length > 0) && (
        <Notice tone="warning" title={t('filing.details.consequences')}>
          {withdraws && <p>{t('filing.details.withdrawal')}</p>}
          {consequences.map((note) => (
            <p key={note}>{legal(`notes.${note}`)}</p>
          ))}
          <p>{t('filing.details.consequencesNote')}</p>
        </Notice>
      )}
    </>
  );
}
