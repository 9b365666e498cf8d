import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { SummaryList } from '#app/components/ui/summary-list.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { decideMatch } from '#app/services/collection/decide-match.ts';
import { NotFound } from '#app/services/errors.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const DECISIONS = ['subject', 'other'] as const;
const schema = z.object({
  decision: z.enum(DECISIONS),
  reason: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
});

export const loader = serveStaff(async (context) => {
  const { reference, collection } = await caseToChange(context);
  const candidate = collection?.candidates.find(({ id }) => id === context.params.candidate);
  if (!candidate) throw new NotFound('match_candidate');
  return { title: context.t('officer:matchForm.title'), reference, candidate };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await decideMatch(ctx, { candidateId: params.candidate ?? '', ...form.value });
    return backToCase(params.reference, 'match');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Match() {
  const t = useText('officer');
  const { title, reference, candidate } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const { defaultValue, ...field } = form.field('decision');
  const labels = { decision: t('matchForm.decision'), reason: t('matchForm.reason') };
  const rows = Object.entries(candidate.record).map(([key, value]) => ({
    key,
    term: <bdi>{key}</bdi>,
    value: <bdi className="break-words">{value}</bdi>,
  }));
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('matchForm.lead')}
      before={<SummaryList rows={rows} />}
      button={t('matchForm.button')}
    >
      <RadioGroup
        legend={labels.decision}
        choices={DECISIONS.map((value) => ({ value, label: t(`matchForm.choice.${value}`) }))}
        defaultValue={defaultValue}
        {...field}
      />
      <Textarea label={labels.reason} hint={t('matchForm.reasonHint')} {...form.field('reason')} />
    </ActionPage>
  );
}
