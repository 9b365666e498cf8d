import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { MINOR_MEASURES } from '#app/domain/identity/minor-measure.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { recordMinor } from '#app/services/cases/record-minor.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  measure: z.enum(MINOR_MEASURES),
  note: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async (context) => {
  const { reference } = await caseToChange(context);
  return { title: context.t('officer:addenda.minor.title'), reference };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { reference = '' } = params;
  return form.attempt(async () => {
    await recordMinor(ctx, { reference, ...form.value });
    return backToCase(reference, 'minor');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Minor() {
  const t = useText('officer');
  const { title, reference } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = { measure: t('addenda.minor.measure.label'), note: t('addenda.minor.note') };
  const { defaultValue, ...measure } = form.field('measure');
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('addenda.minor.lead')}
      button={t('addenda.minor.button')}
    >
      <RadioGroup
        legend={labels.measure}
        choices={MINOR_MEASURES.map((value) => ({ value, label: t(`addenda.minor.measure.${value}`) }))}
        defaultValue={defaultValue}
        {...measure}
      />
      <Textarea label={labels.note} {...form.field('note')} />
    </ActionPage>
  );
}
