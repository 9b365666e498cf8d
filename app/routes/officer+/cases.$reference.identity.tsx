import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { CheckboxGroup, RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Fieldset } from '#app/components/ui/fieldset.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { COMPARED_ATTRIBUTES, MANUAL_PROOF_METHODS } from '#app/domain/identity/proof-assurance.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { chosenOf, textBlock, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const PROVABLE = ['email', 'account_id', 'phone'] as const;

const schema = z.object({
  method: z.enum(MANUAL_PROOF_METHODS),
  compared: chosenOf(COMPARED_ATTRIBUTES),
  email: textLine(254).optional(),
  account_id: textLine(254).optional(),
  phone: textLine(254).optional(),
  reason: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async (context) => {
  const { reference, subject } = await caseToChange(context);
  return { title: context.t('officer:identityForm.title'), reference, subject };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { method, compared, reason, ...values } = form.value;
  const proven = PROVABLE.flatMap((kind) => (values[kind] ? [{ kind, value: values[kind] }] : []));
  return form.attempt(async () => {
    await verifyIdentityByHand(ctx, { reference: params.reference ?? '', method, compared, reason, proven });
    return backToCase(params.reference, 'identity');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Identity() {
  const t = useText('officer');
  const { title, reference, subject } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue: method, ...methodField } = form.field('method');
  const claimed = { email: subject.email, account_id: subject.account, phone: null };
  const labels = {
    method: t('identityForm.method'),
    compared: t('identityForm.compared'),
    reason: t('identityForm.reason'),
    ...Object.fromEntries(PROVABLE.map((kind) => [kind, t(`compared.${kind}`)])),
  };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('identityForm.lead')}
      button={t('identityForm.button')}
    >
      <RadioGroup
        legend={labels.method}
        choices={MANUAL_PROOF_METHODS.map((value) => ({
          value,
          label: t(`method.${value}`),
          hint: t(`methodHint.${value}`),
        }))}
        defaultValue={method}
        {...methodField}
      />
      <CheckboxGroup
        legend={labels.compared}
        hint={t('identityForm.comparedHint')}
        choices={COMPARED_ATTRIBUTES.map((value) => ({ value, label: t(`compared.${value}`) }))}
        {...form.fields('compared')}
      />
      <Fieldset id="proven" legend={t('identityForm.proven')} hint={t('identityForm.provenHint')}>
        {PROVABLE.map((kind) => (
          <TextField
            key={kind}
            label={t(`compared.${kind}`)}
            hint={claimed[kind] ? t('identityForm.claimed', { value: claimed[kind] }) : undefined}
            optional
            dir="ltr"
            spellCheck={false}
            autoComplete="off"
            {...form.field(kind)}
          />
        ))}
      </Fieldset>
      <Textarea label={labels.reason} hint={t('identityForm.reasonHint')} {...form.field('reason')} />
    </ActionPage>
  );
}
