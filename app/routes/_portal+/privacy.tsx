import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { UpcomingChange } from '#app/components/policy/upcoming-change.tsx';
import {
  ADDENDA,
  DESK_NOTICE,
  NOTICE,
  NOTICE_VERSION,
  type NoticeSection as Section,
} from '#app/components/privacy/notice-outline.ts';
import { type NoticeParties, NoticeSection } from '#app/components/privacy/notice-section.tsx';
import type { NoticeController } from '#app/components/privacy/notice-tables.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { type ControllerCard, readControllers } from '#app/services/organisation/read-controllers.ts';
import { readOrganisation } from '#app/services/organisation/read-organisation.ts';
import { upcomingChange } from '#app/services/policy/read-versions.ts';
import { serve } from '#app/web/serve.server.ts';

const PLACES = [
  ['EEA', 'europe'],
  ['US-CA', 'us'],
  ['KR', 'kr'],
  ['*', 'other'],
] as const;

export const loader = serve(async ({ ctx, t }) => {
  const card = await readOrganisation(ctx);
  const parties: NoticeParties = {
    organisation: card?.name ?? '',
    email: card?.contactEmail ?? '',
    controllers: byPlace(await readControllers(ctx)),
  };
  const upcoming = await upcomingChange(ctx);
  return { title: t('legal:privacy.title'), parties, demo: card?.demo === true, upcoming };
});

function byPlace(cards: readonly ControllerCard[]): NoticeController[] {
  return PLACES.flatMap(([jurisdiction, place]) =>
    cards
      .filter(({ jurisdictions }) => jurisdictions.includes(jurisdiction))
      .map(({ name, address, contactEmail }) => ({ place, name, address, email: contactEmail })),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The privacy notice of the demo organisation; elsewhere what this desk does, since the rest is the organisation's. */
export default function Privacy() {
  const { parties, demo, upcoming } = useLoaderData<typeof loader>();
  const t = useText('legal');
  const { organisation, email } = parties;
  const lead = t(demo ? 'privacy.lead' : 'privacy.deskLead', { organisation, email });
  return (
    <article>
      <PageHeading lead={lead}>{t('privacy.title')}</PageHeading>
      <UpcomingChange change={upcoming} />
      <p>
        <a href="/privacy/changes">{t('portal:policy.changes.link')}</a>
      </p>
      {demo ? <WholeNotice parties={parties} /> : <Sections sections={DESK_NOTICE} parties={parties} />}
    </article>
  );
}

/** General part and addenda; other pages link to one, as `/privacy#us-ca`. */
function WholeNotice({ parties }: { parties: NoticeParties }) {
  const t = useText('legal');
  const format = useFormats();
  return (
    <>
      <p className="text-ink-soft">{t('privacy.version', { date: format.date(NOTICE_VERSION) })}</p>
      <Contents />
      <Sections sections={NOTICE} parties={parties} />
      <h2 id="addenda" className="mt-14 scroll-mt-6 border-line border-t pt-8 font-bold text-xl">
        {t('privacy.addendaTitle')}
      </h2>
      <p className="mt-3 max-w-measure">{t('privacy.addendaLead')}</p>
      {ADDENDA.map((section) => (
        <NoticeSection
          key={section.id}
          section={section}
          textKey={`privacy.addenda.${section.id}`}
          level={3}
          parties={parties}
        />
      ))}
    </>
  );
}

function Sections({ sections, parties }: { sections: readonly Section[]; parties: NoticeParties }) {
  const t = useText('legal');
  return sections.map((section) => (
    <NoticeSection
      key={section.id}
      section={section}
      textKey={`privacy.${section.id}`}
      level={2}
      parties={parties}
    >
      {section.id === 'rights' && (
        <p className="no-print mt-5">
          <ButtonLink href="/request/residence">{t('privacy.rights.link')}</ButtonLink>
        </p>
      )}
    </NoticeSection>
  ));
}

function Contents() {
  const t = useText('legal');
  return (
    <nav aria-labelledby="contents-title" className="no-print mt-8 border-line border-y py-5">
      <h2 id="contents-title" className="font-semibold">
        {t('privacy.contents')}
      </h2>
      <div className="mt-2 grid gap-x-10 sm:grid-cols-2">
        <Links sections={NOTICE} text={({ id }) => t(`privacy.${id}.title`)} />
        <div>
          <p className="mt-2 text-ink-soft sm:mt-0">{t('privacy.addendaTitle')}</p>
          <Links sections={ADDENDA} text={({ id }) => t(`privacy.addenda.${id}.title`)} />
        </div>
      </div>
    </nav>
  );
}

function Links(props: { sections: readonly Section[]; text: (section: Section) => string }) {
  return (
    <ul>
      {props.sections.map((section) => (
        <li key={section.id}>
          <a href={`#${section.id}`} className="inline-flex min-h-11 items-center sm:min-h-9">
            {props.text(section)}
          </a>
        </li>
      ))}
    </ul>
  );
}
