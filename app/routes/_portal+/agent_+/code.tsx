import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { CodePage } from '#app/components/requests/code-entry-pages.tsx';
import { proveForAgent } from '#app/services/agents/answer-for-agent.ts';
import { agentCookie } from '#app/web/agent.server.ts';
import { serveCodePage, serveEntering } from '#app/web/code-entry.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

export const loader = serveCodePage(agentCookie, '/agent');

export const action = serveEntering(agentCookie, '/agent', async ({ ctx }, input) => {
  const proven = await proveForAgent(ctx, input);
  return proven ? redirect('/agent/answer') : proven;
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function AgentCode() {
  return <CodePage form={useActionData<typeof action>()?.form} back="/agent" />;
}
