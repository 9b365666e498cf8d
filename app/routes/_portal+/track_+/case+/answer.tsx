import { useActionData, useLoaderData } from '@remix-run/react';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { UploadField } from '#app/components/requests/upload-field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { answerQuestion } from '#app/services/requests/answer-question.ts';
import { openQuestion } from '#app/services/requests/open-question.ts';
import { zoneFor } from '#app/services/requests/read-receipt.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serveTextWithFiles, textWithFiles } from '#app/web/text-with-files.server.ts';

export const loader = serveSubject(async (context) => {
  const { ctx, session, t } = context;
  const question = await openQuestion(ctx, session.requestId);
  return {
    title: t('portal:answer.title'),
    question,
    ...(await textWithFiles(context)),
    zone: zoneFor(question?.jurisdiction ?? ''),
  };
});

export const action = serveTextWithFiles('answered', answerQuestion);

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
      <UploadField label={labels.files} accept={accept} limits={limits} optional {...form.bare('files')} />
    </QuestionPage>
  );
}
