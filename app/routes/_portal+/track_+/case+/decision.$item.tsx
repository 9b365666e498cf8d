import { useLoaderData } from '@remix-run/react';
import { DecisionText } from '#app/components/requests/decision-text.tsx';
import { ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { readDecision } from '#app/services/requests/read-decision.ts';
import { zoneFor } from '#app/services/requests/read-receipt.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeOf } from '#app/web/place-of.ts';

export const loader = serveSubject(async ({ ctx, session, params, t }) => {
  const found = await readDecision(ctx, { requestId: session.requestId, ordinal: placeOf(params.item) });
  return {
    title: t('portal:decision.title'),
    found,
    zone: zoneFor(found.jurisdiction),
    place: params.item ?? '',
  };
});

export const meta = pageTitle;

export default function Decision() {
  const t = useText('portal');
  const legal = useText('legal');
  const { found, zone, place } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/track/case" />
      <PageHeading caption={t('case.caption', { reference: isolate(found.reference) })}>
        {t('decision.heading', { right: legal(`rights.${found.right}.name`) })}
      </PageHeading>
      <DecisionText decision={found.decision} notice={found.notice} zone={zone} service={found.service} />
      {found.decision.outcome !== 'fulfilled' && <p className="max-w-measure">{t('decision.objectLead')}</p>}
      <ButtonRow>
        {found.appeal && (
          <ButtonLink href={`/track/case/appeal/${place}`}>{t('addenda.appeal.title')}</ButtonLink>
        )}
        {found.statement && (
          <ButtonLink look="secondary" href={`/track/case/dispute/${place}`}>
            {t('addenda.dispute.title')}
          </ButtonLink>
        )}
        <ButtonLink look="secondary" href={`/track/case/object/${place}`}>
          {t('decision.object')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
