import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import {
  ReceivedAnswerFields,
  useReceivedAnswerLabels,
} from '#app/components/policy/received-answer-fields.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { MESSAGE_CHANNELS, POLICY_ANSWERS } from '#app/domain/policy/policy-answer.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING, requireStaff } from '#app/services/actor.ts';
import { findVersion } from '#app/services/policy/read-versions.ts';
import { recordAnswer } from '#app/services/policy/record-answer.ts';
import { readForm } from '#app/web/form.server.ts';
import { calendarDate, emailAddress } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  email: emailAddress(),
  answer: z.enum(POLICY_ANSWERS),
  channel: z.enum(MESSAGE_CHANNELS),
  receivedOn: calendarDate(),
});

export const loader = serveStaff(async ({ ctx, params, t }) => {
  requireStaff(ctx.actor, ...FULFILLING);
  const { name } = await findVersion(ctx.db, params.version ?? '');
  return { title: t('officer:policy.recordForm.title'), name };
});

export const action = serveStaff(FULFILLING, async ({ ctx, params, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { version = '' } = params;
  return form.attempt(async () => {
    await recordAnswer(ctx, { version, ...form.value });
    return redirect(`/officer/policies/${version}`);
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

/** Puts an answer on record that came otherwise than by the page. */
export default function ReceivedAnswer() {
  const t = useText('officer');
  const { title, name } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <div className="max-w-measure">
      <BackLink href={`/officer/policies/${name}`}>
        {t('policy.one', { name: `\u2068${name}\u2069` })}
      </BackLink>
      <FormErrors form={form} labels={useReceivedAnswerLabels()} />
      <PageHeading lead={t('policy.recordForm.lead')}>{title}</PageHeading>
      <PageForm>
        <ReceivedAnswerFields form={form} />
        <ButtonRow>
          <Button>{t('policy.recordForm.send')}</Button>
        </ButtonRow>
      </PageForm>
    </div>
  );
}
