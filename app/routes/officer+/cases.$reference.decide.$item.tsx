import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { DecisionFields, useDecisionLabels } from '#app/components/cases/decision-fields.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { LacksNotice } from '#app/components/cases/lacks-notice.tsx';
import { NoticePreview } from '#app/components/cases/notice-preview.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { REFUSAL_GROUNDS } from '#app/domain/rules/refusal-ground.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { refusalDraft } from '#app/services/cases/refusal-draft.ts';
import { backToCase, caseToChange, itemToChange, previewThenSend } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const EVENT = { fulfilled: 'fulfilled', 'partly-fulfilled': 'partly_fulfilled', refused: 'refused' } as const;
const OUTCOMES = ['fulfilled', 'partly-fulfilled', 'refused'] as const;
const outcomeSchema = z.enum(OUTCOMES).catch('refused');

const previewed = z.string().max(40_000).optional();
const fulfilSchema = z.object({ reasons: textBlock(10_000).optional(), previewed });
const refuseSchema = z.object({
  ground: z.enum(REFUSAL_GROUNDS),
  reasons: textBlock(10_000),
  regulatorName: textLine(200),
  regulatorUrl: z.httpUrl('invalid_url').optional(),
  regulatorPhone: textLine(60).optional(),
  remedy: textBlock(10_000),
  previewed,
});

export const loader = serveStaff(async (context) => {
  const outcome = outcomeSchema.parse(new URL(context.request.url).searchParams.get('outcome'));
  const found = await caseToChange(context);
  const { right, lacks } = itemToChange(found, context.params.item, EVENT[outcome]);
  const { reference, locale } = found;
  const draft = await refusalDraft(context.ctx, { reference, itemId: context.params.item ?? '' });
  const { regulator, remedy, grounds } = draft;
  return {
    title: context.t(`officer:decideForm.title.${outcome}`),
    ...{ reference, locale, right, outcome, grounds },
    lacks: outcome === 'refused' ? [] : lacks,
    initial: freshForm({
      remedy,
      regulatorName: regulator?.name,
      regulatorUrl: regulator?.url,
      regulatorPhone: regulator?.phone,
    }),
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const outcome = outcomeSchema.parse(new URL(request.url).searchParams.get('outcome'));
  const { reference = '', item: itemId = '' } = params;
  const form = await readForm(request, outcome === 'fulfilled' ? fulfilSchema : refuseSchema, {
    ours: ['previewed'],
  });
  if (!form.ok) return form.reply;
  const { reasons = null, previewed, ...refusal } = form.value;
  const input = { reference, itemId, outcome, reasons, ...refusalOf(refusal) };
  return previewThenSend(form, {
    previewed,
    preview: () => previewDecision(ctx, input),
    send: async (words) => {
      await decideItem(ctx, input, words);
      return backToCase(reference, 'decide');
    },
  });
});

function refusalOf(given: Partial<Omit<z.output<typeof refuseSchema>, 'reasons' | 'previewed'>>) {
  const {
    ground = null,
    remedy = null,
    regulatorName: name,
    regulatorUrl: url = '',
    regulatorPhone: phone = '',
  } = given;
  return { ground, remedy, regulator: name ? { name, url, phone } : null };
}

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Decide() {
  const t = useText('officer');
  const legal = useText('legal');
  const { title, reference, locale, right, outcome, grounds, lacks, initial } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormView(answer?.form, initial);
  const notice = answer && 'notice' in answer ? answer.notice : undefined;
  const labels = useDecisionLabels(outcome !== 'fulfilled');
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={legal(`rights.${right}.name`)}
      before={<LacksNotice lacks={lacks} />}
      button={t(notice ? 'preview.send' : 'preview.show')}
    >
      <DecisionFields {...{ form, labels, grounds, locale }} refusing={outcome !== 'fulfilled'} />
      {notice && <NoticePreview notice={notice} locale={locale} />}
    </ActionPage>
  );
}
