import { useLoaderData } from '@remix-run/react';
import { RightsOverview } from '#app/components/requests/rights-overview.tsx';
import { ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { pageAfter, pageBefore } from '#app/domain/requests/filing-path.ts';
import { useText } from '#app/i18n/react.tsx';
import { residenceOf } from '#app/services/requests/change-residence.ts';
import { describeRights } from '#app/services/requests/describe-rights.ts';
import { requirePage, serveFiling } from '#app/web/filing.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeName } from '#app/web/places.server.ts';

const PATH = '/request/rights';

export const loader = serveFiling(async (context) => {
  requirePage(context, PATH);
  const { answers, ctx, locale, t } = context;
  return {
    title: t('portal:filing.rights.title'),
    view: await describeRights(ctx, residenceOf(answers.residence)),
    place: answers.residence ? placeName(answers.residence, locale) : '',
    explorer: `/rights/${(answers.residence?.region ?? answers.residence?.country ?? '').toLowerCase()}`,
    back: pageBefore(answers, PATH),
    next: pageAfter(answers, PATH),
    moved: answers.rights !== undefined,
  };
});

export const meta = pageTitle;

export default function Rights() {
  const t = useText('portal');
  const { view, place, explorer, back, next, moved } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={back} />
      <PageHeading lead={t('filing.rights.lead')}>{t('filing.rights.heading')}</PageHeading>
      {moved && <Notice title={t('filing.regimeChanged.title')}>{t('filing.regimeChanged.body')}</Notice>}
      <RightsOverview view={view} place={place} />
      <ButtonRow>
        <ButtonLink href={next}>{t('filing.rights.continue')}</ButtonLink>
        <ButtonLink href={explorer} look="link">
          {t('filing.rights.inFull')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
