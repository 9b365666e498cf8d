import { useFormats, useText } from '#app/i18n/react.tsx';
import type { DecisionView } from '#app/services/cases/read-case-items.ts';
import { Details } from '../ui/details.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { ItemStatusTag } from './item-status-tag.tsx';
import { Regulator } from './rights-overview.tsx';
import { type AboutService, useServiceFacts } from './service-rows.tsx';

interface DecisionTextProps {
  readonly decision: Omit<DecisionView, 'decidedBy'>;
  readonly notice: { readonly body: string; readonly locale: string } | null;
  readonly zone: string;
  readonly service: AboutService | null;
}

/** A decision with its ground, its reasons, and what the subject can do about it. */
export function DecisionText({ decision, notice, zone, service }: DecisionTextProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const serviceFacts = useServiceFacts();
  const { outcome, ground, reasons, regulator, remedy, decidedAt } = decision;
  const words = (key: string, term: string, text: string | null) =>
    text ? [{ key, term, value: <Words text={text} lang={notice?.locale} /> }] : [];
  const rows = [
    { key: 'outcome', term: t('decision.outcome'), value: <ItemStatusTag status={outcome} /> },
    { key: 'decided', term: t('decision.decidedOn'), value: format.dateTime(decidedAt, zone) },
    ...words('ground', t('decision.ground'), ground && legal(`refusalGround.${ground}`)),
    ...words('reasons', t('decision.reasons'), reasons),
    ...words('remedy', t('decision.remedy'), remedy),
    ...(regulator
      ? [
          {
            key: 'regulator',
            term: t('decision.regulator'),
            value: (
              <Regulator
                name={regulator.name}
                complaintUrl={regulator.url ?? null}
                url={null}
                phone={regulator.phone ?? null}
              />
            ),
          },
        ]
      : []),
    ...serviceFacts(service),
  ];
  return (
    <>
      <SummaryList rows={rows} />
      {notice && (
        <Details summary={t('decision.notice')}>
          <Words text={notice.body} lang={notice.locale} />
        </Details>
      )}
    </>
  );
}

function Words({ text, lang }: { text: string; lang: string | undefined }) {
  return (
    <p lang={lang} dir="auto" className="max-w-measure whitespace-pre-line break-words">
      {text}
    </p>
  );
}
