import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AgentProof } from '#app/components/requests/agent-proof.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { FileField } from '#app/components/ui/file-field.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { lawOnHelpers } from '#app/services/agents/law-on-helpers.ts';
import { addEvidence } from '#app/services/requests/add-evidence.ts';
import { ANSWER_LENGTH } from '#app/services/requests/answer-question.ts';
import { ACCEPTED_EXTENSIONS, ACCEPTED_NAMES } from '#app/services/requests/attachment-types.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { FILES_LIMIT, MOST_FILES } from '#app/services/requests/store-attachments.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { forgetUnsent, ownerMark, serveSubjectText, unsentText } from '#app/web/unsent.server.ts';
import { chosenFiles, fileErrors } from '#app/web/uploads.server.ts';

const schema = z.object({ body: textBlock(ANSWER_LENGTH) });

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
    initial: freshForm({ body: await unsentText(context) }),
    mark: ownerMark(context),
    accept: ACCEPTED_EXTENSIONS,
    limits: { count: MOST_FILES, size: FILES_LIMIT, kinds: ACCEPTED_NAMES },
  };
});

export const action = serveSubjectText(async (context) => {
  const { ctx, session, request, locale, network } = context;
  const files = await chosenFiles(request, 'files');
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  try {
    await addEvidence(ctx, { requestId: session.requestId, body: form.value.body, locale, network }, files);
  } catch (error) {
    const refused = fileErrors(error, ACCEPTED_NAMES);
    return refused ? form.refuse({ files: refused }) : form.attempt(() => Promise.reject(error));
  }
  return redirect('/track/case?done=evidence', { headers: await forgetUnsent(context) });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Evidence() {
  const t = useText('portal');
  const format = useFormats();
  const { purpose, filedFor, law, initial, mark, accept, limits } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const labels = { body: t('evidence.label'), files: t('evidence.files') };
  const { count, size, kinds } = limits;
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
      <FileField
        label={labels.files}
        hint={t('answer.filesHint', { count, size: format.bytes(size), kinds: format.list(kinds) })}
        accept={accept}
        multiple
        {...form.bare('files')}
      />
    </QuestionPage>
  );
}
