import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { RegistrationView } from '#app/services/instructions/read-registration.ts';
import { Details } from '../ui/details.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { InstructionSummary } from './instruction-summary.tsx';

interface RegistrationDetailsProps {
  readonly found: RegistrationView;
  readonly names: Readonly<Record<string, string>>;
}

/** Whose instructions, in which wording, and what came of them. */
export function RegistrationDetails({ found, names }: RegistrationDetailsProps) {
  const t = useText('officer');
  const portal = useText('portal');
  const format = useFormats();
  const [newest, ...former] = found.versions;
  const numbered = (one: { version: number; recordedAt: string }) =>
    portal('addenda.instructions.version', {
      number: one.version,
      date: format.dateTime(one.recordedAt, 'Europe/Paris'),
    });
  const head = [
    { key: 'name', term: t('addenda.instructions.name'), value: <bdi>{found.name}</bdi> },
    {
      key: 'email',
      term: t('addenda.instructions.email'),
      value: <bdi className="break-all">{found.email}</bdi>,
    },
    ...(found.account
      ? [{ key: 'account', term: t('addenda.instructions.account'), value: <bdi>{found.account}</bdi> }]
      : []),
    { key: 'country', term: t('addenda.instructions.country'), value: format.country(found.country) },
    {
      key: 'state',
      term: t('addenda.instructions.state.label'),
      value: t(`addenda.instructions.state.${found.state}`),
    },
  ];
  return (
    <>
      <SummaryList rows={head} />
      {newest && (
        <>
          <h2 className="mt-8 font-bold text-xl">{numbered(newest)}</h2>
          <InstructionSummary instruction={newest.instruction} />
        </>
      )}
      {former.length > 0 && (
        <Details summary={portal('addenda.instructions.former')}>
          {former.map((one) => (
            <section key={one.id} className="mt-4">
              <h3 className="font-semibold">{numbered(one)}</h3>
              <InstructionSummary instruction={one.instruction} />
            </section>
          ))}
        </Details>
      )}
      {found.activation && <Activation activation={found.activation} names={names} />}
    </>
  );
}

function Activation(props: {
  activation: NonNullable<RegistrationView['activation']>;
  names: RegistrationDetailsProps['names'];
}) {
  const t = useText('officer');
  const format = useFormats();
  const { diedOn, evidence, claimant, claimantName, reason, version, by, at, request } = props.activation;
  const rows = [
    { key: 'at', term: t('addenda.instructions.activatedAt'), value: format.dateTime(at, 'Europe/Paris') },
    { key: 'by', term: t('addenda.instructions.activatedBy'), value: props.names[by] ?? t('people.gone') },
    ...(request
      ? [
          {
            key: 'request',
            term: t('addenda.instructions.carriedOutBy'),
            value: (
              <a href={casePath(request)}>
                <bdi className="reference">{request}</bdi>
              </a>
            ),
          },
        ]
      : []),
    { key: 'version', term: t('addenda.instructions.activatedVersion'), value: format.number(version) },
    { key: 'died', term: t('addenda.instructions.diedOn'), value: format.date(diedOn) },
    {
      key: 'evidence',
      term: t('addenda.instructions.evidence.label'),
      value: t(`addenda.instructions.evidence.${evidence}`),
    },
    {
      key: 'claimant',
      term: t('addenda.instructions.claimant.label'),
      value: (
        <>
          <bdi>{claimantName}</bdi> ({t(`addenda.instructions.claimant.${claimant}`)})
        </>
      ),
    },
    {
      key: 'reason',
      term: t('addenda.instructions.reason'),
      value: (
        <span dir="auto" className="whitespace-pre-line">
          {reason}
        </span>
      ),
    },
  ];
  return (
    <>
      <h2 className="mt-8 font-bold text-xl">{t('addenda.instructions.activated')}</h2>
      <SummaryList rows={rows} />
    </>
  );
}
