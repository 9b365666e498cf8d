import { useActionData, useLoaderData } from '@remix-run/react';
import { ReferencePage } from '#app/components/requests/code-entry-pages.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { useText } from '#app/i18n/react.tsx';
import { askForTrackingCode } from '#app/services/identity/track-request.ts';
import { serveAsking } from '#app/web/code-entry.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';
import { trackingCookie } from '#app/web/tracking.server.ts';

const NEWS = ['expired', 'late', 'closed'] as const;

export const loader = serve(({ request, t }) => {
  const { searchParams } = new URL(request.url);
  return { title: t('portal:track.title'), news: NEWS.filter((name) => searchParams.has(name)) };
});

export const action = serveAsking(trackingCookie, '/track/code', askForTrackingCode);

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Track() {
  const t = useText('portal');
  const { news } = useLoaderData<typeof loader>();
  const before = news.map((name) => (
    <Notice
      key={name}
      tone={name === 'closed' ? 'success' : 'warning'}
      role="status"
      title={t(name === 'closed' ? 'case.left.title' : `track.${name}.title`)}
    >
      {t(name === 'closed' ? 'case.left.body' : `track.${name}.body`)}
    </Notice>
  ));
  return (
    <ReferencePage
      form={useActionData<typeof action>()?.form}
      back="/"
      heading={t('track.heading')}
      lead={t('track.lead')}
      referenceHint={t('track.referenceHint')}
      emailHint={t('track.emailHint')}
      before={before}
    >
      <p className="mt-6 text-ink-soft">{t('track.lost')}</p>
    </ReferencePage>
  );
}
