import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { AroundRequest } from './around-request.tsx';
import { Consequences } from './consequences.tsx';
import { DayForm } from './day-form.tsx';
import { ExampleDates } from './example-dates.tsx';
import { KeyFacts } from './key-facts.tsx';
import { LawHeading, VersionLinks } from './law-heading.tsx';
import type { TerritoryNames } from './names.ts';
import { RefusalDuties } from './refusal-duties.tsx';
import { RegulatorCard } from './regulator-card.tsx';
import { RightsByStanding } from './rights-by-standing.tsx';
import { Section } from './section.tsx';
import { SourcesOfPage } from './sources-of-page.tsx';
import { TimeCounting } from './time-counting.tsx';
import { type Controller, WhoAnswers } from './who-answers.tsx';

interface TerritoryPageProps {
  readonly view: TerritoryView;
  readonly controller: Controller | null;
  readonly contactEmail: string | null;
  readonly names: TerritoryNames;
  /** The page's own address, to be quoted. */
  readonly address: string;
}

/** A place: which law, which rights, how long, who answers, who watches, and where all of it is written. */
export function TerritoryPage({ view, names, address, controller, contactEmail }: TerritoryPageProps) {
  const t = useText('explorer');
  const { code } = view.territory;
  return (
    <>
      <Breadcrumb
        label={t('crumbs')}
        crumbs={[{ href: '/rights', text: t('index.title') }, { text: names.place }]}
      />
      <PageHeading lead={t(`page.lead.${view.kind}`, { place: names.place })}>
        {t('page.title', { place: names.place })}
      </PageHeading>
      <Parts parts={names.parts} />
      <AsOf view={view} />
      {view.layers.length > 0 && <Laws view={view} />}
      {view.kind === 'not_described' && view.versions.length > 0 && (
        <VersionLinks versions={view.versions} code={code} />
      )}
      <KeyFacts view={view} />
      <div className="no-print mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={filingAddress(view)}>{t('page.file')}</ButtonLink>
        {view.territory.country && (
          <span className="max-w-measure text-ink-soft text-sm">{t('page.fileHint')}</span>
        )}
      </div>
      {view.duties && <Contents examples={view.examples.length > 0} />}
      {view.rights.length > 0 && (
        <Section id="rights" title={t('section.rights')}>
          <RightsByStanding view={view} />
        </Section>
      )}
      {view.examples.length > 0 && <Examples view={view} />}
      {view.layers.length > 0 && (
        <Section id="time" title={t('section.time')} lead={t('section.timeLead')}>
          {view.layers.map((layer) => (
            <div key={layer.pack} className="mt-5">
              {view.layers.length > 1 && (
                <h3 className="mb-2 font-bold text-lg">
                  <bdi>{layer.law.name}</bdi>
                </h3>
              )}
              <TimeCounting layer={layer} />
            </div>
          ))}
        </Section>
      )}
      {view.duties && (
        <>
          <Section id="around" title={t('section.around')}>
            <div className="mt-5">
              <AroundRequest duties={view.duties} languages={names.languages} />
            </div>
            <Consequences consequences={view.duties.consequences} />
          </Section>
          <Section id="refusal" title={t('section.refusal')}>
            <RefusalDuties refusal={view.duties.refusal} />
            {view.kind === 'law' && <RegulatorCard regulator={view.duties.regulator} />}
          </Section>
        </>
      )}
      {(controller || contactEmail) && (
        <Section id="who" title={t('section.who')}>
          <div className="mt-5">
            <WhoAnswers controller={controller} contactEmail={contactEmail} duties={view.duties} />
          </div>
        </Section>
      )}
      <SourcesOfPage view={view} address={address} />
    </>
  );
}

/** The parts of a country whose people have a law of their own. */
function Parts({ parts }: { parts: TerritoryNames['parts'] }) {
  const t = useText('explorer');
  if (parts.length === 0) return null;
  return (
    <div className="mt-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <p className="text-ink-soft">{t('page.parts')}</p>
      <ul className="flex flex-wrap gap-x-4">
        {parts.map(({ code, name }) => (
          <li key={code}>
            <a href={`/rights/${code}`}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says so when the page is about another day than today. */
function AsOf({ view }: { view: TerritoryView }) {
  const t = useText('explorer');
  const format = useFormats();
  if (view.on === view.today) return null;
  return (
    <Notice tone="warning" title={t('asOf.title', { date: format.date(view.on) })}>
      <p>
        {view.kind !== 'not_described' && <>{t(view.on < view.today ? 'asOf.past' : 'asOf.future')} </>}
        <a href={`/rights/${view.territory.code}`}>{t('day.today')}</a>
      </p>
    </Notice>
  );
}

function Laws({ view }: { view: TerritoryView }) {
  const t = useText('explorer');
  return (
    <section aria-label={t('law.label')} className="mt-8 border-line border-b">
      {view.layers.map((layer, index) => (
        <LawHeading key={layer.pack} layer={layer} base={index > 0} code={view.territory.code} />
      ))}
    </section>
  );
}

function Examples({ view }: { view: TerritoryView }) {
  const t = useText('explorer');
  const format = useFormats();
  const today = view.on === view.today;
  return (
    <Section
      id="example"
      title={today ? t('section.exampleToday') : t('section.exampleOn', { date: format.date(view.on) })}
      lead={t('section.exampleLead')}
    >
      <DayForm code={view.territory.code} on={view.on} today={view.today} />
      {view.examples.map((example) => (
        <ExampleDates key={example.rights.join()} example={example} />
      ))}
    </Section>
  );
}

/** The way to the parts of a long page. */
function Contents({ examples }: { examples: boolean }) {
  const t = useText('explorer');
  const parts = ['rights', ...(examples ? ['example'] : []), 'time', 'around', 'refusal', 'who', 'sources'];
  return (
    <nav aria-label={t('contents')} className="no-print mt-8">
      <ul className="flex flex-wrap gap-x-6 text-sm">
        {parts.map((part) => (
          <li key={part}>
            <a href={`#${part}`} className="inline-flex min-h-11 items-center">
              {t(`part.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where a request begins, with the country and its part filled in. */
function filingAddress({ territory: { country, region } }: TerritoryView): string {
  const place = [country && `country=${country}`, region && `region=${region}`].filter(Boolean).join('&');
  return place ? `/request/residence?${place}` : '/request/residence';
}
