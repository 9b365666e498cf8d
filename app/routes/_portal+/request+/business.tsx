import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import type { loader as rootLoader } from '#app/root.tsx';
import { readOrganisation } from '#app/services/organisation/read-organisation.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, t }) => ({
  title: t('portal:filing.business.title'),
  contact: (await readOrganisation(ctx))?.contactEmail ?? '',
}));

export const meta = pageTitle;

/** For data that a business customer stores with the organisation: that business is the controller and answers. */
export default function Business() {
  const t = useText('portal');
  const { contact } = useLoaderData<typeof loader>();
  const organisation = useRouteLoaderData<typeof rootLoader>('root')?.organisation ?? '';
  return (
    <div className="prose max-w-measure">
      <BackLink href="/request/relation" />
      <PageHeading lead={t('filing.business.lead')}>{t('filing.business.heading')}</PageHeading>
      <h2 className="font-bold text-xl">{t('filing.business.howTitle')}</h2>
      <ol className="list-decimal ps-6">
        <li>{t('filing.business.how1')}</li>
        <li>{t('filing.business.how2')}</li>
        <li>{t('filing.business.how3')}</li>
      </ol>
      <p>{t('filing.business.nothing')}</p>
      <p>
        {t('filing.business.unsure')}{' '}
        <a href={`mailto:${contact}`} dir="ltr">
          {contact}
        </a>
      </p>
      <p>
        <a href="/request/relation">{t('filing.business.back', { organisation })}</a>
      </p>
    </div>
  );
}
