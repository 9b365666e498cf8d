import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { Words } from '#app/components/cases/decision-panel.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { askApproval, decideApproval } from '#app/services/cases/approve-plan.ts';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const OUTCOMES = ['approved', 'declined'] as const;
const askSchema = z.object({
  plan: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});
const decideSchema = z.object({ outcome: z.enum(OUTCOMES), reason: textBlock(4000).optional() });

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const { right, approval } = itemToChange(found, context.params.item, 'fulfilled');
  const names = await namesOfStaff(context.ctx);
  const waiting = approval && approval.outcome === null ? approval : null;
  return {
    title: context.t(waiting ? 'officer:approvalForm.decideTitle' : 'officer:approvalForm.askTitle'),
    reference: found.reference,
    right,
    waiting: waiting && { plan: waiting.plan, by: names.get(waiting.askedBy) ?? '' },
    mine: waiting?.askedBy === context.staff.personId,
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const { reference = '', item: itemId = '' } = params;
  const asking = (await request.clone().formData()).has('plan');
  if (asking) {
    const form = await readForm(request, askSchema);
    if (!form.ok) return form.reply;
    return form.attempt(async () => {
      await askApproval(ctx, { reference, itemId, plan: form.value.plan });
      return backToCase(reference, 'approval');
    });
  }
  const form = await readForm(request, decideSchema);
  if (!form.ok) return form.reply;
  const { outcome, reason = '' } = form.value;
  return form.attempt(async () => {
    await decideApproval(ctx, { reference, itemId, outcome, reason });
    return backToCase(reference, 'approval');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Approval() {
  const t = useText('officer');
  const legal = useText('legal');
  const { title, reference, right, waiting, mine } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue, ...outcomeField } = form.field('outcome');
  const labels = {
    plan: t('approvalForm.plan'),
    outcome: t('approvalForm.outcome'),
    reason: t('approvalForm.reason'),
  };
  const page = { reference, title, form, labels, lead: legal(`rights.${right}.name`) };
  if (!waiting)
    return (
      <ActionPage {...page} button={t('approvalForm.ask')}>
        <Textarea label={labels.plan} hint={t('approvalForm.planHint')} {...form.field('plan')} />
      </ActionPage>
    );
  const before = (
    <Notice title={t('approvalForm.asked', { name: waiting.by })}>
      <Words text={waiting.plan} />
      {mine && <p>{t('approvalForm.notYourself')}</p>}
    </Notice>
  );
  return (
    <ActionPage {...page} before={before} button={t('approvalForm.decide')}>
      <RadioGroup
        legend={labels.outcome}
        choices={OUTCOMES.map((value) => ({
          value,
          label: t(`approvalForm.choice.${value}`),
          disabled: mine,
        }))}
        defaultValue={defaultValue}
        {...outcomeField}
      />
      <Textarea label={labels.reason} optional rows={3} {...form.field('reason')} />
    </ActionPage>
  );
}
