import { useLoaderData } from '@remix-run/react';
import { Receipt } from '#app/components/requests/receipt.tsx';
import { ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { CopyText } from '#app/components/ui/copy-text.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { readReceipt } from '#app/services/requests/read-receipt.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeName } from '#app/web/places.server.ts';

export const loader = serveSubject(async ({ ctx, session, locale, request, t }) => {
  const receipt = await readReceipt(ctx, session.requestId);
  return {
    title: t('portal:filing.receipt.title'),
    receipt,
    place: placeName(receipt, locale),
    again: new URL(request.url).searchParams.has('again'),
  };
});

export const meta = pageTitle;

export default function ReceiptPage() {
  const t = useText('portal');
  const { receipt, place, again } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-measure">
      {again && (
        <Notice title={t('filing.receipt.again.title')} role="status">
          {t('filing.receipt.again.body')}
        </Notice>
      )}
      <PageHeading>{t('filing.receipt.heading')}</PageHeading>
      <div className="rounded-md border-2 border-success bg-success-soft p-5">
        <p className="font-semibold">{t('filing.receipt.reference')}</p>
        <p className="mt-1 text-xl">
          <CopyText value={receipt.reference} label={t('filing.receipt.reference')} />
        </p>
        <p className="mt-2">{t('filing.receipt.keep')}</p>
      </div>
      <section className="no-print mt-8">
        <h2 className="font-bold text-xl">{t('filing.receipt.next')}</h2>
        <p className="mt-2">
          {receipt.contactVerified
            ? t('filing.receipt.confirmed')
            : t('filing.receipt.confirmBody', { email: isolate(receipt.email) })}
        </p>
        <ButtonRow>
          {!receipt.contactVerified && (
            <ButtonLink href="/request/confirm">{t('filing.receipt.confirm')}</ButtonLink>
          )}
          {receipt.contactVerified && <ButtonLink href="/track/case">{t('filing.receipt.open')}</ButtonLink>}
        </ButtonRow>
      </section>
      <Receipt receipt={receipt} place={place} />
      <p className="no-print">
        <a href="/request/receipt.json" download>
          {t('filing.receipt.signed')}
        </a>
        . {t('filing.receipt.signedHint')} {t('filing.receipt.print')}
      </p>
    </div>
  );
}
