import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { supplyRows } from '#app/services/collection/supply-rows.ts';
import { NotFound } from '#app/services/errors.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const isRecord = (line: string) => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const schema = z
  .object({ found: z.enum(['nothing', 'rows']), rows: textBlock(1_000_000).optional() })
  .refine(({ found, rows }) => found === 'nothing' || linesOf(rows ?? '').length > 0, {
    error: 'required',
    path: ['rows'],
  })
  .refine(({ found, rows }) => found === 'nothing' || linesOf(rows ?? '').every(isRecord), {
    error: 'json_lines',
    path: ['rows'],
  });

export const loader = serveStaff(async (context) => {
  const { reference, collection } = await caseToChange(context);
  const source = collection?.sources.find(({ id }) => id === context.params.source);
  if (!source) throw new NotFound('collection_source');
  return {
    title: context.t('officer:supplyForm.title'),
    reference,
    place: `${source.dataset}/${source.collection}`,
  };
});

export const action = serveStaff(FULFILLING, async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const { reference, collection } = await caseToChange(context);
  const source = collection?.sources.find(({ id }) => id === context.params.source);
  if (!collection || !source) throw new NotFound('collection_source');
  const place = { runId: collection.runId, dataset: source.dataset, collection: source.collection };
  const lines = form.value.found === 'rows' ? linesOf(form.value.rows ?? '') : [];
  return form.attempt(async () => {
    await supplyRows(context.ctx, place, bytesOf(lines));
    return backToCase(reference, 'supply');
  });
});

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield new TextEncoder().encode(`${line.trim()}\n`);
}

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Supply() {
  const t = useText('officer');
  const { title, reference, place } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue, ...found } = form.field('found');
  const labels = { found: t('supplyForm.found'), rows: t('supplyForm.rows') };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={<bdi>{place}</bdi>}
      button={t('supplyForm.button')}
    >
      <RadioGroup
        legend={labels.found}
        choices={(['nothing', 'rows'] as const).map((value) => ({
          value,
          label: t(`supplyForm.choice.${value}`),
        }))}
        defaultValue={defaultValue}
        {...found}
      />
      <Textarea
        label={labels.rows}
        hint={t('supplyForm.rowsHint')}
        optional
        rows={8}
        {...form.field('rows')}
      />
    </ActionPage>
  );
}
