import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AnswersSummary } from '#app/components/requests/answers-summary.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { TransferConsent } from '#app/components/requests/transfer-consent.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { pageBefore } from '#app/domain/requests/filing-path.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { serviceAnswered } from '#app/services/organisation/read-services.ts';
import { residenceOf } from '#app/services/requests/change-residence.ts';
import { describeRights } from '#app/services/requests/describe-rights.ts';
import { reopenReceipt, submitFiling } from '#app/services/requests/submit-filing.ts';
import { confirmationSchema, receiverToConfirm, toldAnswers } from '#app/web/confirmed-receiver.server.ts';
import { requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { subjectCookie } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeName } from '#app/web/places.server.ts';

const PATH = '/request/check';

export const loader = serveFiling(async (context) => {
  requirePage(context, PATH);
  const { answers, ctx, locale, request, t } = context;
  const { submissionKey: _, ...shown } = answers;
  const service = await serviceAnswered(ctx, answers.service);
  const receiver = await receiverToConfirm(context);
  return {
    title: t('portal:filing.check.title'),
    answers: { ...shown, details: toldAnswers(shown.details, receiver) },
    receiver,
    initial: freshForm(),
    place: answers.residence ? placeName(answers.residence, locale) : '',
    view: await describeRights(ctx, residenceOf(answers.residence), service?.policy),
    service,
    stale: new URL(request.url).searchParams.has('stale'),
    back: pageBefore(answers, PATH),
  };
});

export const action = serveFiling(async (context) => {
  const { answers, ctx, locale, network, token } = context;
  if (answers.filed) {
    const session = await reopenReceipt(ctx, answers.submissionKey);
    return session ? toReceipt(context, session.token) : redirect('/request/receipt?again=1');
  }
  requirePage(context, PATH);
  const form = await readForm(context.request, confirmationSchema(await receiverToConfirm(context)));
  if (!form.ok) return form.reply;
  // Answers changed in another window since this page was shown: nobody sends what they have not read.
  if (form.version !== String(answers.version)) return redirect(`${PATH}?stale=1`);
  return form.attempt(async () => {
    const session = await submitFiling(ctx, { answers, token, locale, network, receiver: form.value });
    return toReceipt(context, session.token);
  });
});

function toReceipt(context: Parameters<typeof subjectCookie.write>[0], token: string) {
  return redirect('/request/receipt', { headers: { 'Set-Cookie': subjectCookie.write(context, token) } });
}

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Check() {
  const t = useText('portal');
  const { answers, place, view, service, receiver, initial, stale, back } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const before = stale && (
    <Notice tone="warning" role="alert" title={t('filing.stale.title')}>
      {t('filing.stale.body')}
    </Notice>
  );
  return (
    <QuestionPage
      form={form}
      back={back}
      before={before}
      labels={{ confirmed: t('transfer.consent.heading') }}
      version={answers.version}
      button={t('filing.check.send')}
    >
      <PageHeading>{t('filing.check.heading')}</PageHeading>
      <AnswersSummary answers={answers} place={place} view={view} service={service} />
      {receiver && (
        <>
          <TransferConsent form={form} receiver={receiver} />
          <input type="hidden" name="described" value={receiver.changedAt} />
        </>
      )}
      <p>{t('filing.check.afterwards')}</p>
    </QuestionPage>
  );
}
