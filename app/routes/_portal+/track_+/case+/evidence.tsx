import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AgentProof } from '#app/components/requests/agent-proof.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { UploadField } from '#app/components/requests/upload-field.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useText } from '#app/i18n/react.tsx';
import { lawOnHelpers } from '#app/services/agents/law-on-helpers.ts';
import { addEvidence } from '#app/services/requests/add-evidence.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serveTextWithFiles, textWithFiles } from '#app/web/text-with-files.server.ts';

export const loader = serveSubject(async (context) => {
  const { ctx, session, t } = context;
  const found = await readCase(ctx, session.requestId);
  const { items, filedFor } = found;
  if (!items.some(({ status }) => status === 'awaiting-identity')) throw redirect('/track/case');
  return {
    title: t('portal:evidence.title'),
    purpose: filedFor === 'self' ? ('identity' as const) : ('authority' as const),
    filedFor,
    law: filedFor === 'self' ? null : lawOnHelpers(ctx, found),
    ...(await textWithFiles(context)),
  };
});

export const action = serveTextWithFiles('evidence', addEvidence);

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Evidence() {
  const t = useText('portal');
  const { purpose, filedFor, law, initial, mark, accept, limits } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const labels = { body: t('evidence.label'), files: t('evidence.files') };
  return (
    <QuestionPage
      form={form}
      labels={labels}
      back="/track/case"
      version={mark}
      button={t('evidence.button')}
      files
    >
      <PageHeading lead={t(`evidence.lead.${purpose}`)}>{t('evidence.heading')}</PageHeading>
      <AgentProof law={law} filedFor={filedFor} />
      <Textarea label={labels.body} hint={t('evidence.hint')} rows={4} {...form.field('body')} />
      <UploadField label={labels.files} accept={accept} limits={limits} {...form.bare('files')} />
    </QuestionPage>
  );
}
