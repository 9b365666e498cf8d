import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { DeadlineSummary } from '#app/components/requests/deadline-summary.tsx';
import { DetailFields, useDetailLabels } from '#app/components/requests/detail-fields.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { RightNotices } from '#app/components/requests/right-notices.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { detailsPath, pageBefore } from '#app/domain/requests/filing-path.ts';
import { questionsFor, wordingOf } from '#app/domain/requests/right-details.ts';
import { type DataSubjectRight, RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { serviceAnswered } from '#app/services/organisation/read-services.ts';
import { residenceOf } from '#app/services/requests/change-residence.ts';
import { describeRights } from '#app/services/requests/describe-rights.ts';
import { offeredReceivers } from '#app/services/transfers/offered-receivers.ts';
import { changedRows } from '#app/web/detail-rows.server.ts';
import { detailsSchema, detailsValues } from '#app/web/details-form.ts';
import { type FilingContext, goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

/**
 * The right that the address names, if it is one of those chosen; anything else is sent to where the reader was.
 * A form sent after its draft was forgotten may name any right: what was typed is kept for when it is chosen again.
 */
function chosenRight(context: FilingContext, sent = false): DataSubjectRight {
  const right = RIGHTS.find((name) => name === context.params.right);
  if (!right) throw redirect('/request/choose');
  if (!sent || !context.expired) requirePage(context, detailsPath(right));
  return right;
}

const keysOf = (receivers: readonly { readonly key: string }[]) => receivers.map(({ key }) => key);

export const loader = serveFiling(async (context) => {
  const right = chosenRight(context);
  const { answers, ctx, t } = context;
  const service = await serviceAnswered(ctx, answers.service);
  const { rights, jurisdiction } = await describeRights(ctx, residenceOf(answers.residence), service?.policy);
  const receivers = await offeredReceivers(ctx, answers.residence, right);
  const questions = questionsFor(right, jurisdiction, keysOf(receivers));
  return {
    title: t('portal:filing.details.caption', { right: t(`legal:rights.${right}.name`) }),
    right,
    jurisdiction,
    receivers,
    rule: rights.find((rule) => rule.right === right) ?? null,
    initial: freshForm(detailsValues(questions, answers.details?.[right] ?? {})),
    back: pageBefore(answers, detailsPath(right)),
    gone: new URL(context.request.url).searchParams.has('gone'),
  };
});

export const action = serveFiling(async (context) => {
  const right = chosenRight(context, true);
  const { ctx, answers } = context;
  const { jurisdiction } = await describeRights(ctx, residenceOf(answers.residence));
  const receivers = await offeredReceivers(ctx, answers.residence, right);
  const questions = questionsFor(right, jurisdiction, keysOf(receivers));
  const changed = await changedRows(context.request, questions);
  if (changed) return changed;
  const form = await readForm(context.request, detailsSchema(questions));
  if (!form.ok) return form.reply;
  return goOn(context, detailsPath(right), { details: { ...answers.details, [right]: form.value } });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function RightDetails() {
  const t = useText('portal');
  const legal = useText('legal');
  const { initial, right, jurisdiction, receivers, rule, back, gone } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const questions = questionsFor(right, jurisdiction, keysOf(receivers));
  const labels = useDetailLabels(questions, wordingOf(right));
  return (
    <QuestionPage
      key={right}
      {...{ form, labels, back }}
      before={gone && <Notice tone="warning" role="alert" title={t('transfer.gone')} />}
    >
      <PageHeading caption={t('filing.caption')} lead={legal(`rights.${right}.description`)}>
        {legal(`rights.${right}.name`)}
      </PageHeading>
      <RightNotices right={right} rule={rule} />
      <DetailFields form={form} questions={questions} wording={wordingOf(right)} receivers={receivers} />
      {rule?.deadline && (
        <div className="mt-6">
          <p className="font-semibold text-sm">{t('filing.rights.ifToday')}</p>
          <DeadlineSummary deadline={rule.deadline} withReasons={false} />
        </div>
      )}
    </QuestionPage>
  );
}
