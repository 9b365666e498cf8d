import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(({ t }) => ({ title: t('portal:addenda.agent.doneTitle') }));

export const meta = pageTitle;

export default function AgentDone() {
  const t = useText('portal');
  const { title } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-measure">
      <PageHeading lead={t('addenda.agent.done')}>{title}</PageHeading>
      <p>
        <a href="/request/residence">{t('home.start')}</a>
      </p>
    </div>
  );
}
