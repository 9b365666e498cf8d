import type { ReactNode } from 'react';
import { useText } from '#app/i18n/react.tsx';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { ContactCard, type ContactCardRow, type ControllerReach } from './contact-card.tsx';
import { LawName, type NamedLaw } from './law-name.tsx';
import { RightCard, type RightRow } from './right-card.tsx';

/** Who watches over the law of a place. */
export interface RegulatorRow {
  readonly name: string;
  readonly url: string | null;
  readonly complaintUrl: string | null;
  readonly phone: string | null;
}

/** What applies at a place, as the service describes it. */
export interface RightsOverviewView {
  readonly kind: 'law' | 'policy' | 'not_described';
  readonly law: NamedLaw | null;
  readonly controller:
    | (ControllerReach & {
        readonly name: string;
        readonly address: string;
        readonly contactEmail: string;
      })
    | null;
  readonly contactEmail: string | null;
  readonly card?: ContactCardRow | null;
  readonly regulator: RegulatorRow | null;
  readonly rights: readonly (RightRow & { readonly askable: boolean })[];
}

/** The note of a law under which people register instructions for after their death. */
const REGISTRY = 'general_or_specific_directives';

/** The rights of a place: the law, who answers, who watches, and each right with its standing and its date. */
export function RightsOverview({ view, place }: { view: RightsOverviewView; place: string }) {
  const t = useText('portal');
  const rows = [
    { key: 'place', term: t('filing.rights.residence'), value: place },
    ...(view.law
      ? [
          {
            key: 'law',
            term: t('filing.rights.law'),
            value: <LawName kind={view.kind} law={view.law} />,
          },
        ]
      : []),
    ...(view.controller
      ? [
          {
            key: 'controller',
            term: t('filing.rights.controller'),
            value: <Controller {...view.controller} />,
          },
        ]
      : []),
    ...(view.contactEmail
      ? [
          {
            key: 'contact',
            term: t('filing.rights.contact'),
            value: (
              <ContactCard address={view.contactEmail} card={view.card ?? null} reach={view.controller} />
            ),
          },
        ]
      : []),
    ...(view.regulator
      ? [{ key: 'regulator', term: t('filing.rights.regulator'), value: <Regulator {...view.regulator} /> }]
      : []),
  ];
  const offered = view.rights.filter(({ askable }) => askable);
  const others = view.rights.filter(({ askable, standing }) => !askable && standing !== 'statutory');
  return (
    <>
      <SummaryList rows={rows} />
      {view.kind === 'not_described' && (
        <Notice tone="warning" title={t('filing.rights.notDescribed.title')}>
          {t('filing.rights.notDescribed.body')}
        </Notice>
      )}
      {offered.length > 0 && <RightGroup title={t('filing.rights.available')} rows={offered} />}
      {others.length > 0 && <RightGroup title={t('filing.rights.unavailable')} rows={others} />}
      {view.rights.some(({ notes }) => notes.includes(REGISTRY)) && (
        <Notice title={t('addenda.instructions.title')}>
          <p>{t('addenda.instructions.lead')}</p>
          <p>
            <a href="/instructions">{t('addenda.instructions.new')}</a>
          </p>
        </Notice>
      )}
      <p className="mt-6 text-ink-soft text-sm">{t('filing.rights.notLegalAdvice')}</p>
    </>
  );
}

function RightGroup({ title, rows }: { title: string; rows: readonly RightRow[] }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 font-bold text-xl">{title}</h2>
      {rows.map((row) => (
        <RightCard key={row.right} row={row} />
      ))}
    </section>
  );
}

/** Name and address of who is responsible. */
export function Controller(props: { name: string; address: string }) {
  return (
    <>
      <bdi className="block font-semibold">{props.name}</bdi>
      <bdi className="block whitespace-pre-line">{props.address}</bdi>
    </>
  );
}

/** The authority that one can complain to, with its ways. */
export function Regulator(props: RegulatorRow) {
  const t = useText('portal');
  const links: [string | null, string][] = [
    [props.complaintUrl, t('filing.rights.regulatorComplaint')],
    [props.url, t('filing.rights.regulatorSite')],
  ];
  return (
    <>
      <bdi className="block">{props.name}</bdi>
      {links.map(
        ([url, text]) =>
          url && (
            <Line key={url}>
              <a href={url} rel="noreferrer">
                {text}
              </a>
            </Line>
          ),
      )}
      {props.phone && (
        <Line>
          <bdi dir="ltr">{props.phone}</bdi>
        </Line>
      )}
    </>
  );
}

function Line(props: { children: ReactNode }) {
  return <span className="block">{props.children}</span>;
}
