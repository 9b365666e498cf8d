import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { TransferFacts } from '#app/components/requests/transfer-facts.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { zoneFor } from '#app/services/requests/read-receipt.ts';
import { readOwnTransfer } from '#app/services/transfers/read-own-transfer.ts';
import { withdrawWish } from '#app/services/transfers/withdraw-wish.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeOf } from '#app/web/place-of.ts';

export const loader = serveSubject(async ({ ctx, session, params, t }) => {
  const { reference, jurisdiction, transfer } = await readOwnTransfer(ctx, {
    requestId: session.requestId,
    ordinal: placeOf(params.item),
  });
  return { title: t('portal:transfer.title'), reference, zone: zoneFor(jurisdiction), transfer };
});

export const action = serveSubject(async ({ ctx, session, params, request }) => {
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await withdrawWish(ctx, { requestId: session.requestId, ordinal: placeOf(params.item) });
    return redirect('/track/case?done=transfer');
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Transfer() {
  const t = useText('portal');
  const { title, reference, zone, transfer } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const button = transfer.mayWithdraw ? t('transfer.withdraw.button') : null;
  return (
    <QuestionPage form={form} back="/track/case" button={button}>
      <PageHeading caption={t('case.caption', { reference: isolate(reference) })}>{title}</PageHeading>
      <TransferFacts transfer={transfer} zone={zone} />
      {transfer.mayWithdraw && <p className="max-w-measure">{t('transfer.withdraw.lead')}</p>}
    </QuestionPage>
  );
}
