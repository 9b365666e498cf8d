import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { ActivationFields, useActivationLabels } from '#app/components/instructions/activation-fields.tsx';
import { RegistrationDetails } from '#app/components/instructions/registration-details.tsx';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ACTIVATION_CLAIMANTS, DEATH_EVIDENCE } from '#app/domain/instructions/instruction.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { activateInstructions } from '#app/services/instructions/activate-instructions.ts';
import { readRegistration } from '#app/services/instructions/read-registration.ts';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { readForm } from '#app/web/form.server.ts';
import { calendarDate, emailAddress, textBlock, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  diedOn: calendarDate(),
  evidence: z.enum(DEATH_EVIDENCE),
  claimant: z.enum(ACTIVATION_CLAIMANTS),
  claimantName: textLine(200),
  claimantEmail: emailAddress(),
  reason: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async ({ ctx, params, staff, t }) => {
  const [found, names] = await Promise.all([
    readRegistration(ctx, params.reference ?? ''),
    namesOfStaff(ctx),
  ]);
  return {
    title: t('officer:addenda.instructions.one', { reference: found.reference }),
    found,
    names: Object.fromEntries(names),
    acting: staff.role !== 'auditor' && found.state === 'standing',
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, params, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { reference = '' } = params;
  return form.attempt(async () => {
    await activateInstructions(ctx, { reference, ...form.value });
    return redirect(`/officer/instructions/${reference}`);
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Registration() {
  const t = useText('officer');
  const { title, found, names, acting } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <div className="max-w-measure">
      <BackLink href="/officer/instructions">{t('addenda.instructions.title')}</BackLink>
      <FormErrors form={form} labels={useActivationLabels()} />
      <PageHeading>{title}</PageHeading>
      <RegistrationDetails found={found} names={names} />
      {acting && (
        <>
          <h2 className="mt-10 font-bold text-xl">{t('addenda.instructions.activate')}</h2>
          <Notice tone="warning">{t('addenda.instructions.activateLead')}</Notice>
          <PageForm>
            <ActivationFields form={form} />
            <ButtonRow>
              <Button look="danger">{t('addenda.instructions.activateButton')}</Button>
            </ButtonRow>
          </PageForm>
        </>
      )}
    </div>
  );
}
