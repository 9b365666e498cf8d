import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { NoticePreview } from '#app/components/cases/notice-preview.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { DateField } from '#app/components/ui/date-field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { extendResponse, previewExtension } from '#app/services/cases/extend-response.ts';
import { backToCase, caseToChange, itemToChange, previewThenSend } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { calendarDate, textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  reasons: textBlock(10_000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
  until: calendarDate().optional(),
  previewed: z.string().max(40_000).optional(),
});

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const { right, extension, deadline } = itemToChange(found, context.params.item, 'extended');
  const { reference, locale } = found;
  const timezone = deadline?.timezone ?? 'UTC';
  return { title: context.t('officer:extendForm.title'), reference, locale, right, extension, timezone };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema, { ours: ['previewed'] });
  if (!form.ok) return form.reply;
  const { reasons, until = null, previewed } = form.value;
  const { reference = '', item = '' } = params;
  const input = { reference, itemId: item, reasons, until };
  return previewThenSend(form, {
    previewed,
    preview: () => previewExtension(ctx, input),
    send: async (words) => {
      await extendResponse(ctx, input, words);
      return backToCase(reference, 'extend');
    },
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Extend() {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { title, reference, locale, right, extension, timezone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormView(answer?.form);
  const notice = answer && 'notice' in answer ? answer.notice : undefined;
  const labels = { reasons: t('extendForm.reasons'), until: t('extendForm.until') };
  const write = (iso: string) => (iso.includes('T') ? format.dateTime(iso, timezone) : format.date(iso));
  const before = extension.lawful ? (
    <Notice title={t('extendForm.lawful', { date: write(extension.noticeBy) })}>
      {extension.newDue && <p>{t('extendForm.newDue', { date: write(extension.newDue) })}</p>}
    </Notice>
  ) : (
    <Notice tone="danger" title={t('extension.notProvided')} />
  );
  return (
    <ActionPage
      {...{ reference, title, form, labels, before }}
      lead={legal(`rights.${right}.name`)}
      button={t(notice ? 'preview.send' : 'preview.show')}
    >
      <Textarea
        label={labels.reasons}
        hint={t('extendForm.hint', { language: format.language(locale) })}
        {...form.field('reasons')}
      />
      {extension.lawful && extension.newDue === null && (
        <DateField legend={labels.until} hint={t('extendForm.untilHint')} {...form.date('until')} />
      )}
      {notice && <NoticePreview notice={notice} locale={locale} />}
    </ActionPage>
  );
}
