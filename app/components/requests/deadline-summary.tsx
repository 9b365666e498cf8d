import type { ReactNode } from 'react';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { earlierPromise } from '#app/domain/rules/earlier-promise.ts';
import { useText } from '#app/i18n/react.tsx';
import { Details } from '../ui/details.tsx';
import { DeadlineDate } from './deadline-date.tsx';
import { DeadlineDerivation, SUBJECT_DATES } from './deadline-derivation.tsx';

/**
 * Until when an answer is owed, for the data subject: the law's date, that of a first reply where it wants one, and,
 * under names of their own, the promise and the guidance; then how they come about. Where nothing gives a date, that is
 * said.
 */
export function DeadlineSummary({
  deadline,
  withReasons = true,
}: {
  deadline: Deadline;
  withReasons?: boolean;
}) {
  const t = useText('portal');
  const legal = useText('legal');
  const { timezone: zone } = deadline;
  const due = deadline.dueNow ?? deadline.due;
  const promise = earlierPromise(deadline);
  const told = SUBJECT_DATES.filter((date) => date !== 'policy' || promise);
  const byLaw = deadline.standing === 'statutory';
  const none = !due && !deadline.policyDue && !deadline.guidanceDue;
  return (
    <div>
      <dl className="grid gap-1">
        {due && <Line term={t('filing.rights.byLaw')} date={due} zone={zone} />}
        {!due && byLaw && <Line term={t('filing.rights.byLaw')}>{t('filing.rights.noDate')}</Line>}
        {deadline.ackDue && <Line term={legal('dates.ack')} date={deadline.ackDue} zone={zone} />}
        {promise && (
          <Line term={t('filing.rights.ourPromise')} date={promise} zone={zone}>
            {byLaw && t('deadline.promiseNotLaw')}
          </Line>
        )}
        {deadline.guidanceDue && (
          <Line term={t('filing.rights.guidance')} date={deadline.guidanceDue} zone={zone}>
            {t('deadline.guidanceNotLaw')}
          </Line>
        )}
        {none && !byLaw && (
          <Line term={t('filing.rights.ourPromise')}>{t('filing.rights.noDatePolicy')}</Line>
        )}
      </dl>
      {withReasons && deadline.derivation.length > 1 && (
        <Details summary={t('deadline.why')}>
          <DeadlineDerivation deadline={deadline} of={told} />
        </Details>
      )}
    </div>
  );
}

function Line(props: { term: string; date?: string; zone?: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-ink-soft">{props.term}:</dt>
      <dd>
        {props.date && (
          <strong>
            <DeadlineDate iso={props.date} zone={props.zone ?? 'UTC'} />
          </strong>
        )}
        {props.date && props.children ? (
          <span className="text-ink-soft text-sm"> ({props.children})</span>
        ) : (
          props.children
        )}
      </dd>
    </div>
  );
}
