import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { askSubject } from '#app/services/agents/ask-subject.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({ email: emailAddress() });

export const loader = serveStaff(async (context) => {
  const { reference } = await caseToChange(context);
  return { title: context.t('officer:addenda.agent.ask'), reference };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { reference = '' } = params;
  return form.attempt(async () => {
    await askSubject(ctx, { reference, ...form.value });
    return backToCase(reference, 'agent');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function AskAboutAgent() {
  const t = useText('officer');
  const { title, reference } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = { email: t('addenda.agent.email') };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('addenda.agent.lead')}
      button={t('addenda.agent.button')}
    >
      <TextField
        label={labels.email}
        hint={t('addenda.agent.emailHint')}
        type="email"
        autoComplete="off"
        spellCheck={false}
        {...form.field('email')}
      />
    </ActionPage>
  );
}
