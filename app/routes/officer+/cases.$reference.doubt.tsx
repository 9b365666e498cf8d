import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { IDENTITY_DOUBTS } from '#app/domain/identity/proof-assurance.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { refuseIdentity } from '#app/services/cases/refuse-identity.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  doubt: z.enum(IDENTITY_DOUBTS),
  reason: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async (context) => {
  const { reference } = await caseToChange(context);
  return { title: context.t('officer:doubtForm.title'), reference };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await refuseIdentity(ctx, { reference: params.reference ?? '', ...form.value });
    return backToCase(params.reference, 'doubt');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Doubt() {
  const t = useText('officer');
  const { title, reference } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue, ...field } = form.field('doubt');
  const labels = { doubt: t('doubtForm.doubt'), reason: t('doubtForm.reason') };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('doubtForm.lead')}
      button={t('doubtForm.button')}
      look="danger"
    >
      <RadioGroup
        legend={labels.doubt}
        choices={IDENTITY_DOUBTS.map((value) => ({ value, label: t(`doubt.${value}`) }))}
        defaultValue={defaultValue}
        {...field}
      />
      <Textarea label={labels.reason} hint={t('doubtForm.reasonHint')} {...form.field('reason')} />
    </ActionPage>
  );
}
