import { useActionData, useLoaderData } from '@remix-run/react';
import { ReferencePage } from '#app/components/requests/code-entry-pages.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { useText } from '#app/i18n/react.tsx';
import { askForInstructionsCode } from '#app/services/instructions/open-instructions.ts';
import { serveAsking } from '#app/web/code-entry.server.ts';
import { instructionsCookie } from '#app/web/instructions.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(({ request, t }) => ({
  title: t('portal:addenda.instructions.open'),
  expired: new URL(request.url).searchParams.has('expired'),
}));

export const action = serveAsking(instructionsCookie, '/instructions/code', askForInstructionsCode);

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function OpenInstructions() {
  const t = useText('portal');
  const { title, expired } = useLoaderData<typeof loader>();
  const before = expired && (
    <Notice tone="warning" role="status" title={t('track.expired.title')}>
      {t('track.expired.body')}
    </Notice>
  );
  return (
    <ReferencePage
      form={useActionData<typeof action>()?.form}
      back="/instructions"
      heading={title}
      lead={t('addenda.instructions.openLead')}
      before={before}
    />
  );
}
