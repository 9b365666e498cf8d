import { useFormats, useText } from '#app/i18n/react.tsx';
import type { DecisionView } from '#app/services/cases/read-case-items.ts';
import { Facts } from './panel.tsx';

/** What was decided, as the subject was told. */
export function DecisionPanel(props: { decision: DecisionView; names: Readonly<Record<string, string>> }) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { outcome, ground, reasons, regulator, remedy, decidedBy, decidedAt } = props.decision;
  const facts = [
    {
      key: 'by',
      term: t('decision.by'),
      value: t('decision.byOn', {
        name: props.names[decidedBy] ?? t('people.gone'),
        date: format.dateTime(decidedAt, 'UTC'),
      }),
    },
    ground && { key: 'ground', term: t('decision.ground'), value: legal(`refusalGround.${ground}`) },
    reasons && { key: 'reasons', term: t('decision.reasons'), value: <Words text={reasons} /> },
    regulator && {
      key: 'regulator',
      term: t('decision.regulator'),
      value: <bdi>{[regulator.name, regulator.url, regulator.phone].filter(Boolean).join(', ')}</bdi>,
    },
    remedy && { key: 'remedy', term: t('decision.remedy'), value: <Words text={remedy} /> },
  ].filter((fact) => fact !== null && fact !== '' && fact !== undefined);
  return (
    <div className="mt-3 border-line border-s-4 ps-4">
      <h3 className="mb-2 font-bold">{t(`status.${outcome}`)}</h3>
      <Facts facts={facts as { key: string; term: string; value: React.ReactNode }[]} />
    </div>
  );
}

/** Words as they were written, in their own direction. */
export function Words({ text }: { text: string }) {
  return (
    <span dir="auto" className="block whitespace-pre-line">
      {text}
    </span>
  );
}
