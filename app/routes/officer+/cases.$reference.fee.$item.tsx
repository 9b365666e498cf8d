import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { NoticePreview } from '#app/components/cases/notice-preview.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { FEE_GROUNDS } from '#app/domain/fees/fee-rule.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { moneyText } from '#app/i18n/money.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { announceFee, previewFee } from '#app/services/fees/announce-fee.ts';
import { readFeeChoice } from '#app/services/fees/read-fee-choice.ts';
import { backToCase, caseToChange, itemToChange, previewThenSend } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const AMOUNT = /^\d{1,7}([.,]\d{1,2})?$/;
const schema = z.object({
  ground: z.enum(FEE_GROUNDS),
  amount: textLine(10).refine((text) => AMOUNT.test(text), 'invalid_amount'),
  currency: textLine(3)
    .transform((text) => text.toUpperCase())
    .refine((text) => /^[A-Z]{3}$/.test(text), 'invalid_format'),
  reasons: textBlock(10_000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
  previewed: z.string().max(40_000).optional(),
});

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const { id, right } = itemToChange(found, context.params.item);
  const { options, mechanism, reflectionDays } = await readFeeChoice(context.ctx, {
    reference: found.reference,
    itemId: id,
  });
  const shown = options.map((option) => ({
    ground: option.ground,
    citation: option.citation,
    cap:
      option.capMinor !== null && option.currency
        ? moneyText(context.locale, { amountMinor: option.capMinor, currency: option.currency })
        : null,
  }));
  return {
    title: context.t('officer:addenda.fee.title'),
    reference: found.reference,
    locale: found.locale,
    right,
    options: shown,
    effect: reflectionDays === null ? mechanism : ('reflection' as const),
    initial: freshForm({ currency: options[0]?.currency ?? undefined }),
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema, { ours: ['previewed'] });
  if (!form.ok) return form.reply;
  const { reference = '', item = '' } = params;
  const { amount, previewed, ...rest } = form.value;
  const amountMinor = Math.round(Number(amount.replace(',', '.')) * 100);
  const input = { reference, itemId: item, amountMinor, ...rest };
  return previewThenSend(form, {
    previewed,
    preview: () => previewFee(ctx, input),
    send: async (words) => {
      await announceFee(ctx, input, words);
      return backToCase(reference, 'fee');
    },
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function AnnounceFee() {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { title, reference, locale, right, options, effect, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormView(answer?.form, initial);
  const notice = answer && 'notice' in answer ? answer.notice : undefined;
  const language = format.language(locale);
  const labels = {
    ground: t('addenda.fee.ground'),
    amount: t('addenda.fee.amount'),
    currency: t('addenda.fee.currency'),
    reasons: t('addenda.fee.reasons', { language }),
  };
  const { defaultValue, ...ground } = form.field('ground');
  const before = (
    <Notice tone="warning" title={legal(`rights.${right}.name`)}>
      <p>{t(`addenda.fee.${effect}`)}</p>
    </Notice>
  );
  return (
    <ActionPage
      {...{ reference, title, form, labels, before }}
      lead={t('addenda.fee.lead', { language })}
      button={t(notice ? 'preview.send' : 'preview.show')}
    >
      <RadioGroup
        legend={labels.ground}
        choices={options.map((option) => ({
          value: option.ground,
          label: legal(`addenda.fee.ground.${option.ground}`),
          hint: `${option.cap ? t('addenda.fee.cap', { amount: option.cap }) : t('addenda.fee.uncapped')} (\u2068${option.citation}\u2069)`,
        }))}
        defaultValue={defaultValue}
        {...ground}
      />
      <TextField
        label={labels.amount}
        hint={t('addenda.fee.amountHint')}
        width={10}
        dir="ltr"
        {...form.field('amount')}
      />
      <TextField
        label={labels.currency}
        hint={t('addenda.fee.currencyHint')}
        width={4}
        dir="ltr"
        {...form.field('currency')}
      />
      <Textarea label={labels.reasons} rows={6} {...form.field('reasons')} />
      {notice && <NoticePreview notice={notice} locale={locale} />}
    </ActionPage>
  );
}
