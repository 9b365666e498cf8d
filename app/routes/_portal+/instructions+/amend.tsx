import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { InstructionFields, useInstructionLabels } from '#app/components/instructions/instruction-fields.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { amendInstructions, readOwnInstructions } from '#app/services/instructions/change-instructions.ts';
import { readForm } from '#app/web/form.server.ts';
import { instructionForm, instructionOf, instructionValues } from '#app/web/instruction-form.ts';
import { readOpened } from '#app/web/instructions.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = instructionForm({});

export const loader = serve(async (context) => {
  const { versions } = await readOpened(context, (token) => readOwnInstructions(context.ctx, token));
  const newest = versions[0]?.instruction;
  return {
    title: context.t('portal:addenda.instructions.amend'),
    initial: freshForm(newest ? instructionValues(newest) : {}),
  };
});

export const action = serve(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const instruction = instructionOf(form.value);
    await readOpened(context, (token) => amendInstructions(context.ctx, { token, instruction }));
    return redirect('/instructions/mine');
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function AmendInstructions() {
  const t = useText('portal');
  const { title, initial } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  return (
    <QuestionPage
      form={form}
      labels={useInstructionLabels()}
      back="/instructions/mine"
      button={t('addenda.instructions.save')}
    >
      <PageHeading lead={t('addenda.instructions.amendLead')}>{title}</PageHeading>
      <InstructionFields form={form} />
    </QuestionPage>
  );
}
