import { useActionData, useLoaderData } from '@remix-run/react';
import { ReferencePage } from '#app/components/requests/code-entry-pages.tsx';
import { useText } from '#app/i18n/react.tsx';
import { askForAgentCode } from '#app/services/agents/answer-for-agent.ts';
import { agentCookie } from '#app/web/agent.server.ts';
import { serveAsking } from '#app/web/code-entry.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(({ t }) => ({ title: t('portal:addenda.agent.title') }));

export const action = serveAsking(agentCookie, '/agent/code', askForAgentCode);

export const meta = pageTitle;
export const handle = { keepsForm: true };

/** Where the mail to a data subject leads: does somebody act for you? */
export default function Agent() {
  const t = useText('portal');
  const { title } = useLoaderData<typeof loader>();
  return (
    <ReferencePage
      form={useActionData<typeof action>()?.form}
      back="/"
      heading={title}
      lead={t('addenda.agent.lead')}
      emailHint={t('addenda.agent.emailHint')}
    />
  );
}
