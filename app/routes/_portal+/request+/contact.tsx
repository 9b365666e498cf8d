import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { Details } from '#app/components/ui/details.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { pageBefore } from '#app/domain/requests/filing-path.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { ACCOUNT_LENGTH, NAME_LENGTH } from '#app/services/requests/file-request.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress, textLine } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';

const PATH = '/request/contact';
const schema = z.object({
  name: textLine(NAME_LENGTH),
  email: emailAddress(),
  accountId: textLine(ACCOUNT_LENGTH).optional(),
});

export const loader = serveFiling((context) => {
  requirePage(context, PATH);
  const { answers, t } = context;
  return {
    title: t('portal:filing.contact.title'),
    initial: freshForm(answers.contact ?? {}),
    behalf: answers.filedFor !== 'self',
    back: pageBefore(answers, PATH),
  };
});

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const { name, email, accountId = '' } = form.value;
  return goOn(context, PATH, { contact: { name, email, accountId } });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Contact() {
  const t = useText('portal');
  const { initial, behalf, back } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const labels = {
    name: t('filing.contact.name'),
    email: t('filing.contact.email'),
    accountId: t('filing.contact.account'),
  };
  return (
    <QuestionPage form={form} labels={labels} back={back}>
      <PageHeading>{t('filing.contact.heading')}</PageHeading>
      <TextField
        label={labels.name}
        hint={t(behalf ? 'filing.contact.nameHintBehalf' : 'filing.contact.nameHint')}
        autoComplete="name"
        {...form.field('name')}
      />
      <TextField
        label={labels.email}
        hint={t('filing.contact.emailHint')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...form.field('email')}
      />
      <TextField
        label={labels.accountId}
        hint={t('filing.contact.accountHint')}
        optional
        width={20}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        {...form.field('accountId')}
      />
      <Details summary={t('filing.contact.why.title')}>
        <p>{t('filing.contact.why.body')}</p>
      </Details>
    </QuestionPage>
  );
}
