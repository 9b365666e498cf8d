import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { CheckboxGroup } from '#app/components/ui/choice-group.tsx';
import { pageBefore } from '#app/domain/requests/filing-path.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { offeredRights } from '#app/services/requests/change-residence.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { chosenOf } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';

const PATH = '/request/choose';

export const loader = serveFiling((context) => {
  requirePage(context, PATH);
  const { answers, ctx, t } = context;
  return {
    title: t('portal:filing.choose.title'),
    initial: freshForm({ rights: answers.rights }),
    offered: offeredRights(ctx, answers.residence),
    back: pageBefore(answers, PATH),
  };
});

export const action = serveFiling(async (context) => {
  const offered = offeredRights(context.ctx, context.answers.residence).map(({ right }) => right);
  const rights = chosenOf(offered as [DataSubjectRight, ...DataSubjectRight[]]);
  const form = await readForm(context.request, z.object({ rights }));
  if (!form.ok) return form.reply;
  const chosen = offered.filter((right) => form.value.rights.includes(right));
  return goOn(context, PATH, { rights: chosen });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Choose() {
  const t = useText('portal');
  const legal = useText('legal');
  const { initial, offered, back } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const choices = offered.map(({ right, standing }) => ({
    value: right,
    label:
      standing === 'statutory' || standing === null ? (
        legal(`rights.${right}.name`)
      ) : (
        <>
          {legal(`rights.${right}.name`)}{' '}
          <span className="text-ink-soft">({legal(`standing.${standing}`)})</span>
        </>
      ),
    hint: legal(`rights.${right}.description`),
  }));
  return (
    <QuestionPage form={form} back={back}>
      <CheckboxGroup
        asHeading
        legend={t('filing.choose.heading')}
        hint={t('filing.choose.hint')}
        choices={choices}
        {...form.fields('rights')}
      />
    </QuestionPage>
  );
}
