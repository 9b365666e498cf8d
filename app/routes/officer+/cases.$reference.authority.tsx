import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { AUTHORITIES, RECIPIENTS } from '#app/domain/identity/authority.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { recordAuthority } from '#app/services/cases/record-authority.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  authority: z.enum(AUTHORITIES),
  recipient: z.enum(RECIPIENTS),
  reason: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async (context) => {
  const { reference, authority } = await caseToChange(context);
  const initial = authority
    ? freshForm({ authority: authority.seen, recipient: authority.recipient, reason: authority.reason })
    : freshForm();
  return { title: context.t('officer:authorityForm.title'), reference, initial };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await recordAuthority(ctx, { reference: params.reference ?? '', ...form.value });
    return backToCase(params.reference, 'authority');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Authority() {
  const t = useText('officer');
  const { title, reference, initial } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const { defaultValue: seen, ...seenField } = form.field('authority');
  const { defaultValue: to, ...toField } = form.field('recipient');
  const labels = {
    authority: t('authorityForm.authority'),
    recipient: t('authorityForm.recipient'),
    reason: t('authorityForm.reason'),
  };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('authorityForm.lead')}
      button={t('authorityForm.button')}
    >
      <RadioGroup
        legend={labels.authority}
        choices={AUTHORITIES.map((value) => ({ value, label: t(`authority.${value}`) }))}
        defaultValue={seen}
        {...seenField}
      />
      <RadioGroup
        legend={labels.recipient}
        choices={RECIPIENTS.map((value) => ({ value, label: t(`recipient.${value}`) }))}
        defaultValue={to}
        {...toField}
      />
      <Textarea label={labels.reason} hint={t('authorityForm.reasonHint')} {...form.field('reason')} />
    </ActionPage>
  );
}
