import type { ReactNode } from 'react';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { detailsPath } from '#app/domain/requests/filing-path.ts';
import { needsRegion } from '#app/domain/rules/places.ts';
import { useText } from '#app/i18n/react.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { DeadlineSummary } from './deadline-summary.tsx';
import { ItemDetails } from './item-details.tsx';
import { LawName } from './law-name.tsx';
import type { RightsOverviewView } from './rights-overview.tsx';
import { type AboutService, useServiceRows } from './service-rows.tsx';

interface AnswersSummaryProps {
  readonly answers: Omit<FilingAnswers, 'submissionKey'>;
  readonly place: string;
  readonly view: RightsOverviewView;
  readonly service: AboutService | null;
}

/** All answers before they are sent, each with the way back to its question. */
export function AnswersSummary({ answers, place, view, service }: AnswersSummaryProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const { contact, onBehalf, filedFor = 'self', rights = [], residence } = answers;
  const behalf = filedFor !== 'self';
  const serviceRows = useServiceRows();
  const changing = (href: string, about: string) => ({ href, text: t('filing.check.change'), about });
  const row = (key: string, href: string, value: ReactNode) => ({
    key,
    term: t(`filing.check.${key}`),
    value,
    action: changing(href, t(`filing.check.${key}`)),
  });
  const rows = [
    row(
      'residence',
      residence && needsRegion(residence.country) ? '/request/region' : '/request/residence',
      place,
    ),
    { key: 'law', term: t('filing.check.law'), value: <LawName kind={view.kind} law={view.law} /> },
    ...serviceRows(service).map((fact) =>
      fact.key === 'service' ? { ...fact, action: changing('/request/relation', fact.term) } : fact,
    ),
    row(
      'forWhom',
      '/request/for-whom',
      behalf ? t(`filing.forWhom.${filedFor}.label`) : t('filing.forWhom.self'),
    ),
    ...(behalf && onBehalf
      ? [
          row('subject', '/request/on-behalf', <bdi>{onBehalf.subject}</bdi>),
          row('basis', '/request/on-behalf', <bdi>{onBehalf.basis}</bdi>),
        ]
      : []),
    row('rights', '/request/choose', <RightNames rights={rights} />),
    ...rights.map((right) => rightRow(right)),
    row('name', '/request/contact', <bdi>{contact?.name}</bdi>),
    row('email', '/request/contact', <bdi dir="ltr">{contact?.email}</bdi>),
    row(
      'account',
      '/request/contact',
      contact?.accountId ? <bdi dir="ltr">{contact.accountId}</bdi> : t('filing.check.none'),
    ),
  ];
  return <SummaryList rows={rows} />;

  function rightRow(right: (typeof rights)[number]) {
    const deadline = view.rights.find((rule) => rule.right === right)?.deadline;
    return {
      key: right,
      term: <RightNames rights={[right]} />,
      value: (
        <>
          <ItemDetails right={right} details={answers.details?.[right] ?? {}} />
          {deadline && (
            <div className="mt-2 text-sm">
              <DeadlineSummary deadline={deadline} withReasons={false} />
            </div>
          )}
        </>
      ),
      action: changing(detailsPath(right), legal(`rights.${right}.name`)),
    };
  }
}

function RightNames({ rights }: { rights: readonly string[] }) {
  const legal = useText('legal');
  return (
    <ul>
      {rights.map((right) => (
        <li key={right}>{legal(`rights.${right}.name`)}</li>
      ))}
    </ul>
  );
}
