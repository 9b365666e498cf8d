import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { CodePage } from '#app/components/requests/code-entry-pages.tsx';
import { openInstructions } from '#app/services/instructions/open-instructions.ts';
import { serveCodePage, serveEntering } from '#app/web/code-entry.server.ts';
import { instructionsCookie } from '#app/web/instructions.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

export const loader = serveCodePage(instructionsCookie, '/instructions/open');

export const action = serveEntering(
  instructionsCookie,
  '/instructions/open?expired=1',
  async ({ ctx }, input) => {
    const opened = await openInstructions(ctx, input);
    return opened ? redirect('/instructions/mine') : opened;
  },
);

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function InstructionsCode() {
  return <CodePage form={useActionData<typeof action>()?.form} back="/instructions" />;
}
