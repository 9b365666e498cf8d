import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { InstructionFields, useInstructionLabels } from '#app/components/instructions/instruction-fields.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { placesWithInstructions } from '#app/services/instructions/places-with-instructions.ts';
import { registerInstructions } from '#app/services/instructions/register-instructions.ts';
import { readForm, submissionToken } from '#app/web/form.server.ts';
import { emailAddress, textLine } from '#app/web/form-fields.ts';
import { instructionForm, instructionOf } from '#app/web/instruction-form.ts';
import { instructionsCookie } from '#app/web/instructions.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { countryOptions } from '#app/web/places.server.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = instructionForm({
  country: z.string().regex(/^[A-Z]{2}$/, 'required_choice'),
  name: textLine(200),
  email: emailAddress(),
  accountId: textLine(80).optional(),
});

export const loader = serve(({ ctx, locale, t }) => {
  const places = placesWithInstructions(ctx).map(({ country }) => country);
  return {
    title: t('portal:addenda.instructions.new'),
    token: submissionToken(),
    countries: countryOptions(locale).filter(({ value }) => places.includes(value)),
  };
});

export const action = serve(async (context) => {
  const { ctx, request, locale, network } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const { country, name, email, accountId } = form.value;
    const token = await registerInstructions(ctx, {
      submissionKey: form.token ?? submissionToken(),
      instruction: instructionOf(form.value),
      accountId: accountId ?? null,
      country,
      name,
      email,
      locale,
      network,
    });
    return redirect('/instructions/code', {
      headers: { 'Set-Cookie': instructionsCookie.write(context, token) },
    });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function NewInstructions() {
  const t = useText('portal');
  const { title, token, countries } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const labels = {
    ...useInstructionLabels(),
    country: t('addenda.instructions.country'),
    name: t('addenda.instructions.name'),
    email: t('addenda.instructions.email'),
    accountId: t('addenda.instructions.account'),
  };
  return (
    <QuestionPage
      form={form}
      labels={labels}
      back="/instructions"
      token={token}
      button={t('addenda.instructions.register')}
    >
      <PageHeading lead={t('addenda.instructions.newLead')}>{title}</PageHeading>
      <Select
        label={labels.country}
        hint={t('addenda.instructions.countryHint')}
        options={countries}
        placeholder=""
        {...form.field('country')}
      />
      <InstructionFields form={form} />
      <TextField label={labels.name} autoComplete="name" {...form.field('name')} />
      <TextField
        label={labels.email}
        hint={t('addenda.instructions.emailHint')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...form.field('email')}
      />
      <TextField label={labels.accountId} autoComplete="off" optional {...form.field('accountId')} />
    </QuestionPage>
  );
}
