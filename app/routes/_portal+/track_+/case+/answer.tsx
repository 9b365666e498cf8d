import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { FileField } from '#app/components/ui/file-field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { ANSWER_LENGTH, answerQuestion } from '#app/services/requests/answer-question.ts';
import { ACCEPTED_EXTENSIONS, ACCEPTED_NAMES } from '#app/services/requests/attachment-types.ts';
import { openQuestion } from '#app/services/requests/open-question.ts';
import { zoneFor } from '#app/services/requests/read-receipt.ts';
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
  const question = await openQuestion(ctx, session.requestId);
  return {
    title: t('portal:answer.title'),
    question,
    initial: freshForm({ body: await unsentText(context) }),
    mark: ownerMark(context),
    zone: zoneFor(question?.jurisdiction ?? ''),
    accept: ACCEPTED_EXTENSIONS,
    limits: { count: MOST_FILES, size: FILES_LIMIT, kinds: ACCEPTED_NAMES },
  };
});

export const action = serveSubjectText(async (context) => {
  const { ctx, session, request, locale, network } = context;
  const files = await chosenFiles(request, 'files');
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { requestId } = session;
  try {
    await answerQuestion(ctx, { requestId, body: form.value.body, locale, network }, files);
  } catch (error) {
    const refused = fileErrors(error, ACCEPTED_NAMES);
    return refused ? form.refuse({ files: refused }) : form.attempt(() => Promise.reject(error));
  }
  return redirect('/track/case?done=answered', { headers: await forgetUnsent(context) });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Answer() {
  const t = useText('portal');
  const format = useFormats();
  const { question, zone, accept, limits, initial, mark } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  if (!question) {
    return (
      <Notice title={t('answer.none.title')}>
        <p>{t('answer.none.body')}</p>
        <p>
          <a href="/track/case">{t('case.heading')}</a>
        </p>
      </Notice>
    );
  }
  const labels = { body: t('answer.label'), files: t('answer.files') };
  const { count, size, kinds } = limits;
  return (
    <QuestionPage
      form={form}
      labels={labels}
      back="/track/case"
      version={mark}
      button={t('answer.button')}
      files
    >
      <PageHeading>{t('answer.heading')}</PageHeading>
      <p className="text-ink-soft text-sm">
        {t('answer.asked', { date: format.dateTime(question.at, zone) })}
      </p>
      <blockquote dir="auto" className="my-4 whitespace-pre-line break-words border-accent border-s-4 ps-4">
        {question.body}
      </blockquote>
      <Textarea label={labels.body} rows={8} {...form.field('body')} />
      <FileField
        label={labels.files}
        hint={t('answer.filesHint', { count, size: format.bytes(size), kinds: format.list(kinds) })}
        accept={accept}
        multiple
        optional
        {...form.bare('files')}
      />
    </QuestionPage>
  );
}
