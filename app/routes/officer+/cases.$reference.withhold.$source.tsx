import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { CheckboxGroup, RadioGroup } from '#app/components/ui/choice-group.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { WITHHOLDING_GROUNDS } from '#app/domain/disclosure/grounds.ts';
import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { readCollectedRows } from '#app/services/collection/load-collection.ts';
import { withholdCollection, withholdRow } from '#app/services/collection/withhold.ts';
import { NotFound } from '#app/services/errors.ts';
import { caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  fields: z.array(z.string().max(200)).max(100).optional(),
  ground: z.enum(WITHHOLDING_GROUNDS),
  citation: textLine(300).refine((text) => text.length >= 3, { error: 'too_short', params: { min: 3 } }),
  reason: textBlock(4000).optional(),
});
const rowAsked = z.coerce.number().int().nonnegative().nullable().catch(null);

const rowOf = (request: Request) => {
  const row = new URL(request.url).searchParams.get('row');
  return row === null ? null : rowAsked.parse(row);
};

export const loader = serveStaff(async (context) => {
  const { ctx, params, request } = context;
  const { reference, collection } = await caseToChange(context);
  const source = collection?.sources.find(({ id }) => id === params.source);
  if (!source) throw new NotFound('collection_source');
  const row = rowOf(request);
  const found =
    row === null ? null : await readCollectedRows(ctx, { sourceId: source.id, from: row, limit: 1 });
  return {
    title: context.t(row === null ? 'officer:withholdForm.titleAll' : 'officer:withholdForm.titleRow'),
    reference,
    row,
    place: `${source.dataset}/${source.collection}`,
    fields: Object.keys(found?.rows[0]?.found ?? {}),
  };
});

export const action = serveStaff(FULFILLING, async (context) => {
  const { ctx, params, request } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { reference, collection } = await caseToChange(context);
  const source = collection?.sources.find(({ id }) => id === params.source);
  if (!collection || !source) throw new NotFound('collection_source');
  const { fields, reason, ground, citation } = form.value;
  const { dataset } = source;
  const place = {
    runId: collection.runId,
    dataset,
    collection: source.collection,
    ground,
    citation,
    ...(reason ? { reason } : {}),
  };
  const row = rowOf(request);
  return form.attempt(async () => {
    if (row === null) await withholdCollection(ctx, place);
    else await withholdRow(ctx, { ...place, row, ...(fields?.length ? { fields } : {}) });
    return redirect(`${casePath(reference)}?done=withhold`);
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Withhold() {
  const t = useText('officer');
  const format = useFormats();
  const { title, reference, row, place, fields } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue, ...groundField } = form.field('ground');
  const labels = {
    fields: t('withholdForm.fields'),
    ground: t('withholdForm.ground'),
    citation: t('withholdForm.citation'),
    reason: t('withholdForm.reason'),
  };
  const lead =
    row === null
      ? t('withheld.collection', { source: place })
      : t('withheld.row', { source: place, row: format.number(row + 1) });
  return (
    <ActionPage {...{ reference, title, form, labels, lead }} button={t('withholdForm.button')}>
      {row !== null && (
        <CheckboxGroup
          legend={labels.fields}
          hint={t('withholdForm.fieldsHint')}
          choices={fields.map((field) => ({ value: field, label: <bdi>{field}</bdi> }))}
          {...form.fields('fields')}
        />
      )}
      <RadioGroup
        legend={labels.ground}
        choices={WITHHOLDING_GROUNDS.map((value) => ({ value, label: t(`withheldGround.${value}`) }))}
        defaultValue={defaultValue}
        {...groundField}
      />
      <TextField
        label={labels.citation}
        hint={t('withholdForm.citationHint')}
        dir="ltr"
        {...form.field('citation')}
      />
      <Textarea label={labels.reason} optional {...form.field('reason')} />
    </ActionPage>
  );
}
