import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { INFEASIBLE_REASONS } from '#app/domain/portability/direct-transmission.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { NotFound } from '#app/services/errors.ts';
import { ruleOutTransfer } from '#app/services/transfers/rule-out-transfer.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  reason: z.enum(INFEASIBLE_REASONS),
  words: textBlock(10_000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const { transfer } = itemToChange(found, context.params.item);
  if (!transfer) throw new NotFound('transfer');
  return {
    title: context.t('officer:transfer.ruleOutTitle'),
    reference: found.reference,
    locale: found.locale,
    law: transfer.law,
    reasons: transfer.reasons,
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { reference = '', item: itemId = '' } = params;
  return form.attempt(async () => {
    await ruleOutTransfer(ctx, { reference, itemId, ...form.value });
    return backToCase(reference, 'rule-out');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function RuleOut() {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { title, reference, locale, law, reasons } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = {
    reason: t('transfer.reason'),
    words: t('transfer.words', { language: format.language(locale) }),
  };
  const { defaultValue, ...reasonField } = form.field('reason');
  return (
    <ActionPage {...{ reference, title, form, labels }} button={t('transfer.action.ruleOut')}>
      {!law && <Notice title={t('transfer.noLaw')} />}
      <RadioGroup
        legend={labels.reason}
        choices={reasons.map(({ reason, citation }) => ({
          value: reason,
          label: legal(`notice.transfer.reason.${reason}`),
          ...(citation ? { hint: <bdi>{citation}</bdi> } : {}),
        }))}
        defaultValue={defaultValue}
        {...reasonField}
      />
      <Textarea label={labels.words} hint={t('transfer.wordsHint')} rows={5} {...form.field('words')} />
    </ActionPage>
  );
}
