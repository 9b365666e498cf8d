import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { answerFee } from '#app/services/fees/answer-fee.ts';
import { readOwnFees } from '#app/services/fees/read-fees.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeOf } from '#app/web/place-of.ts';

const schema = z.object({ answer: z.enum(['accept', 'decline']) });

export const loader = serveSubject(async ({ ctx, session, params, t }) => {
  const ordinal = placeOf(params.item);
  const fees = await readOwnFees(ctx, session.requestId);
  return {
    title: t('portal:addenda.fee.title'),
    fee: fees.filter((one) => one.ordinal === ordinal).at(-1) ?? null,
  };
});

export const action = serveSubject(async ({ ctx, session, params, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { requestId } = session;
  const accept = form.value.answer === 'accept';
  return form.attempt(async () => {
    await answerFee(ctx, { requestId, ordinal: placeOf(params.item), accept });
    return redirect(`/track/case/fee/${params.item}`);
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Fee() {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const { title, fee } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  if (!fee) {
    return (
      <>
        <BackLink href="/track/case" />
        <Notice>{t('addenda.fee.none')}</Notice>
      </>
    );
  }
  const heading = (
    <PageHeading lead={t('addenda.fee.lead', { right: legal(`rights.${fee.right}.name`) })}>
      {title}
    </PageHeading>
  );
  const notice = (
    <p dir="auto" className="max-w-measure whitespace-pre-line break-words">
      {fee.notice}
    </p>
  );
  if (fee.answer) {
    return (
      <>
        <BackLink href="/track/case" />
        {heading}
        <Notice role="status">{t(`addenda.fee.${fee.paidAt ? 'paid' : fee.answer}`)}</Notice>
        {notice}
      </>
    );
  }
  return (
    <QuestionPage
      form={form}
      back="/track/case"
      button={t('addenda.fee.accept')}
      buttonName={{ name: 'answer', value: 'accept' }}
      buttons={
        <Button look="secondary" name="answer" value="decline">
          {t('addenda.fee.decline')}
        </Button>
      }
    >
      {heading}
      {notice}
      {fee.confirmBy && (
        <p className="mt-4 font-semibold">{t('addenda.fee.until', { date: format.date(fee.confirmBy) })}</p>
      )}
      <p className="mt-4">
        {t(fee.confirmBy ? 'addenda.fee.declineReflection' : 'addenda.fee.declineOther')}
      </p>
    </QuestionPage>
  );
}
