import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { ANSWER_LENGTH } from '#app/services/requests/answer-question.ts';
import { objectToDecision } from '#app/services/requests/object-to-decision.ts';
import { readDecision } from '#app/services/requests/read-decision.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeOf } from '#app/web/place-of.ts';
import { forgetUnsent, ownerMark, serveSubjectText, unsentText } from '#app/web/unsent.server.ts';

const schema = z.object({ body: textBlock(ANSWER_LENGTH) });

export const loader = serveSubject(async (context) => {
  const { ctx, session, params, t } = context;
  const place = { requestId: session.requestId, ordinal: placeOf(params.item) };
  const { right, mayObject } = await readDecision(ctx, place);
  const initial = freshForm({ body: await unsentText(context) });
  return {
    title: t('portal:object.title'),
    right,
    mayObject,
    initial,
    mark: ownerMark(context),
    back: `/track/case/decision/${place.ordinal + 1}`,
  };
});

export const action = serveSubjectText(async (context) => {
  const { ctx, session, params, request, locale } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { requestId } = session;
  return form.attempt(async () => {
    await objectToDecision(ctx, { requestId, ordinal: placeOf(params.item), body: form.value.body, locale });
    return redirect('/track/case?done=objected', { headers: await forgetUnsent(context) });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function ObjectToDecision() {
  const t = useText('portal');
  const legal = useText('legal');
  const { right, mayObject, back, initial, mark } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  if (!mayObject) return <Notice>{t('object.usedUp')}</Notice>;
  return (
    <QuestionPage form={form} back={back} version={mark} button={t('object.button')}>
      <PageHeading lead={t('object.lead', { right: legal(`rights.${right}.name`) })}>
        {t('object.heading')}
      </PageHeading>
      <Textarea label={t('object.label')} hint={t('object.hint')} rows={8} {...form.field('body')} />
    </QuestionPage>
  );
}
