import { useActionData, useLoaderData } from '@remix-run/react';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { DateField } from '#app/components/ui/date-field.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { recordExecution } from '#app/services/cases/record-execution.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { calendarDate, textBlock, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  system: textLine(80).refine((text) => /^[A-Za-z0-9][A-Za-z0-9_.:/-]*$/.test(text), 'system_word'),
  executedBy: textLine(200),
  executedAt: calendarDate(),
  time: textLine(5).refine((text) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text), 'invalid_time'),
  records: z.coerce
    .number('invalid_number')
    .int('invalid_number')
    .nonnegative('invalid_number')
    .max(1_000_000_000)
    .optional(),
  evidence: textBlock(4000).optional(),
});

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const { right } = itemToChange(found, context.params.item, 'fulfilled');
  const now = context.ctx.clock.now().toZonedDateTimeISO('UTC');
  const [year, month, day] = now.toPlainDate().toString().split('-');
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    title: context.t('officer:executionForm.title'),
    reference: found.reference,
    right,
    initial: freshForm({
      executedBy: context.staff.name,
      'executedAt-year': year,
      'executedAt-month': month,
      'executedAt-day': day,
      time,
    }),
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { executedAt: day, time, records = null, evidence = '', ...rest } = form.value;
  const executedAt = Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'UTC', plainTime: Temporal.PlainTime.from(time.padStart(5, '0')) })
    .toInstant()
    .toString();
  const { reference = '', item: itemId = '' } = params;
  return form.attempt(async () => {
    await recordExecution(ctx, { reference, itemId, ...rest, executedAt, records, evidence });
    return backToCase(reference, 'execution');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Execution() {
  const t = useText('officer');
  const legal = useText('legal');
  const { title, reference, right, initial } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const labels = {
    system: t('executionForm.system'),
    executedBy: t('executionForm.executedBy'),
    executedAt: t('executionForm.day'),
    time: t('executionForm.time'),
    records: t('executionForm.records'),
    evidence: t('executionForm.evidence'),
  };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={legal(`rights.${right}.name`)}
      button={t('executionForm.button')}
    >
      <TextField
        label={labels.system}
        hint={t('executionForm.systemHint')}
        width={20}
        dir="ltr"
        spellCheck={false}
        {...form.field('system')}
      />
      <TextField label={labels.executedBy} width={20} {...form.field('executedBy')} />
      <DateField legend={labels.executedAt} {...form.date('executedAt')} />
      <TextField
        label={labels.time}
        hint={t('executionForm.timeHint')}
        width={10}
        dir="ltr"
        {...form.field('time')}
      />
      <TextField
        label={labels.records}
        hint={t('executionForm.recordsHint')}
        optional
        width={10}
        inputMode="numeric"
        dir="ltr"
        {...form.field('records')}
      />
      <Textarea
        label={labels.evidence}
        hint={t('executionForm.evidenceHint')}
        optional
        {...form.field('evidence')}
      />
    </ActionPage>
  );
}
