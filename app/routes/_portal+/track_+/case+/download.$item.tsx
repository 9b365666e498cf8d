import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DownloadForm } from '#app/components/requests/download-form.tsx';
import { PackageFacts } from '#app/components/requests/package-facts.tsx';
import { Details } from '#app/components/ui/details.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { sendCodeAgain } from '#app/services/identity/confirm-address.ts';
import { readDelivery } from '#app/services/requests/read-delivery.ts';
import { zoneFor } from '#app/services/requests/read-receipt.ts';
import { refusalOf } from '#app/web/errors.server.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeOf } from '#app/web/place-of.ts';

export const loader = serveSubject(async ({ ctx, session, params, request, t }) => {
  const delivery = await readDelivery(ctx, { requestId: session.requestId, ordinal: placeOf(params.item) });
  const { searchParams } = new URL(request.url);
  return {
    title: t('portal:download.title'),
    delivery,
    zone: zoneFor(delivery.jurisdiction),
    keys: `${ctx.config.publicUrl}/.well-known/jwks.json`,
    sent: searchParams.has('sent'),
    problem: (['wrong', 'limit', 'codes'] as const).find((name) => searchParams.has(name)) ?? null,
  };
});

/** Sends a fresh code. The download itself is a POST to `file`, which carries the code. */
export const action = serveSubject(async ({ ctx, session, params, network, locale }) => {
  const { requestId } = session;
  const page = `/track/case/download/${placeOf(params.item) + 1}`;
  try {
    await sendCodeAgain(ctx, { requestId, network, purpose: 'download', locale });
  } catch (error) {
    if (refusalOf(error)?.kind === 'RateLimited') return redirect(`${page}?sent=1&codes=1`);
    throw error;
  }
  return redirect(`${page}?sent=1`);
});

export const meta = pageTitle;

export default function Download() {
  const t = useText('portal');
  const legal = useText('legal');
  const { delivery, zone, keys, sent, problem } = useLoaderData<typeof loader>();
  const { standing } = delivery;
  const message = problem === 'wrong' ? t('common:errors.wrong_code') : t(`download.${problem ?? 'limit'}`);
  return (
    <div className="max-w-measure">
      <BackLink href="/track/case" />
      {problem && <ErrorSummary errors={[{ ...(sent ? { id: 'code' } : {}), message }]} />}
      <PageHeading caption={legal(`rights.${delivery.right}.name`)} lead={t('download.lead')}>
        {t('download.heading')}
      </PageHeading>
      <PackageFacts delivery={delivery} zone={zone} />
      {standing === 'ready' ? (
        <DownloadForm place={delivery.ordinal + 1} email={delivery.email} sent={sent} problem={problem} />
      ) : (
        <Notice tone="warning" title={t(`download.${standing}.title`)}>
          {t(`download.${standing}.body`)}
        </Notice>
      )}
      <Details summary={t('download.check.title')}>
        <p>{t('download.check.body', { address: isolate(keys) })}</p>
        <p>{t('download.care')}</p>
      </Details>
    </div>
  );
}
