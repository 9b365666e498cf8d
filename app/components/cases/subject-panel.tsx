import { isAccountProven } from '#app/domain/identity/proven-account.ts';
import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CaseView } from '#app/services/cases/read-case.ts';
import { useServiceFacts } from '../requests/service-rows.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Tag } from '../ui/tag.tsx';
import { type Fact, Facts, Panel } from './panel.tsx';

interface SubjectPanelProps {
  readonly found: CaseView;
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** Who asks, for whom, from where, and under which law. */
export function SubjectPanel({ found, acting, names }: SubjectPanelProps) {
  const t = useText('officer');
  const format = useFormats();
  const placeName = usePlaceName();
  const serviceFacts = useServiceFacts();
  const { subject, representative, authority } = found;
  const last = found.residences.at(-1);
  const facts: Fact[] = [
    { key: 'name', term: t('subject.name'), value: <bdi>{subject.name ?? t('subject.purged')}</bdi> },
    {
      key: 'email',
      term: t('subject.email'),
      value: (
        <>
          <bdi className="break-all">{subject.email ?? t('subject.purged')}</bdi>{' '}
          <Tag tone={found.contactVerified ? 'success' : 'warning'}>
            {t(found.contactVerified ? 'subject.proven' : 'subject.unproven')}
          </Tag>
        </>
      ),
    },
    ...(subject.account
      ? [
          {
            key: 'account',
            term: t('subject.account'),
            value: (
              <>
                <bdi>{subject.account}</bdi>{' '}
                {isAccountProven(subject.account, found.proofs) ? (
                  <Tag tone="success">{t('subject.proven')}</Tag>
                ) : (
                  <span className="text-ink-soft text-sm">({t('subject.claimed')})</span>
                )}
              </>
            ),
          },
        ]
      : []),
    { key: 'locale', term: t('subject.language'), value: format.language(found.locale) },
    {
      key: 'residence',
      term: t('subject.residence'),
      value: last ? placeName(last.country, last.region) : <bdi>{found.jurisdiction}</bdi>,
    },
    {
      key: 'law',
      term: t('subject.law'),
      value: found.law ? <bdi>{found.law}</bdi> : t('subject.lawNotDescribed'),
    },
    ...serviceFacts(found.service),
    { key: 'for', term: t('subject.filedFor'), value: t(`filedFor.${found.filedFor}`) },
    ...(representative
      ? [
          {
            key: 'representative',
            term: t('subject.representative'),
            value: <bdi>{[representative.name, representative.relation].filter(Boolean).join(', ')}</bdi>,
          },
          {
            key: 'authority',
            term: t('subject.authority'),
            value: authority
              ? t('subject.authoritySeen', {
                  authority: t(`authority.${authority.seen}`),
                  recipient: t(`recipient.${authority.recipient}`),
                  name: names[authority.by] ?? t('people.gone'),
                })
              : t('subject.authorityMissing'),
          },
        ]
      : []),
  ];
  return (
    <Panel id="subject" title={t('subject.heading')}>
      <Facts facts={facts} />
      {found.residences.length > 1 && (
        <Details summary={t('subject.formerResidences')}>
          <ul>
            {found.residences.slice(0, -1).map((residence) => (
              <li key={residence.at}>
                {placeName(residence.country, residence.region)} (<bdi>{residence.jurisdiction}</bdi>)
              </li>
            ))}
          </ul>
        </Details>
      )}
      {acting && found.status !== 'closed' && (
        <div className="mt-4 flex flex-wrap gap-2">
          <ButtonLink look="secondary" href={casePath(found.reference, 'residence')}>
            {t('action.residence')}
          </ButtonLink>
          {found.filedFor !== 'self' && (
            <ButtonLink look="secondary" href={casePath(found.reference, 'authority')}>
              {t('action.authority')}
            </ButtonLink>
          )}
        </div>
      )}
    </Panel>
  );
}

/** A place in words; parts of countries are named as in the portal. */
function usePlaceName(): (country: string, region: string | null) => string {
  const portal = useText('portal');
  const format = useFormats();
  return (country, region) => {
    const name = format.country(country);
    return region ? portal('place', { region: portal(`regions.${region}`), country: name }) : name;
  };
}
