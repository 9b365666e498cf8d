import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { useText } from '#app/i18n/react.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Fees that wait for the subject's word, each with the way to its page. */
export function FeeTasks(props: {
  fees: readonly { readonly ordinal: number; readonly right: DataSubjectRight }[];
}) {
  const t = useText('portal');
  const legal = useText('legal');
  return (
    <>
      {props.fees.map(({ ordinal, right }) => (
        <Notice key={ordinal} tone="warning" title={t('addenda.fee.taskTitle')}>
          <p>{legal(`rights.${right}.name`)}</p>
          <ButtonLink href={`/track/case/fee/${ordinal + 1}`}>{t('addenda.fee.task')}</ButtonLink>
        </Notice>
      ))}
    </>
  );
}
