import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AfterRefusalForm } from '#app/components/requests/after-refusal-form.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { stateDispute } from '#app/services/appeals/appeal-decision.ts';
import { ANSWER_LENGTH } from '#app/services/requests/answer-question.ts';
import { readDecision } from '#app/services/requests/read-decision.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { placeOf } from '#app/web/place-of.ts';

const schema = z.object({ body: textBlock(ANSWER_LENGTH) });

export const loader = serveSubject(async ({ ctx, session, params, t }) => {
  const place = { requestId: session.requestId, ordinal: placeOf(params.item) };
  const { statement } = await readDecision(ctx, place);
  const back = `/track/case/decision/${place.ordinal + 1}`;
  if (!statement) throw redirect(back);
  return { title: t('portal:addenda.dispute.title'), citation: statement.citation, back };
});

export const action = serveSubject(async ({ ctx, session, params, request, locale }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { requestId } = session;
  return form.attempt(async () => {
    await stateDispute(ctx, { requestId, ordinal: placeOf(params.item), body: form.value.body, locale });
    return redirect('/track/case?done=dispute');
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Dispute() {
  const { citation, back } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  return <AfterRefusalForm kind="dispute" form={form} citation={citation} back={back} />;
}
