import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { addNote } from '#app/services/cases/add-note.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({ note: textBlock(4000) });

export const loader = serveStaff(async (context) => {
  const { reference } = await caseToChange(context);
  return { title: context.t('officer:messages.note'), reference };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await addNote(ctx, { reference: params.reference ?? '', note: form.value.note });
    return backToCase(params.reference, 'note');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Note() {
  const t = useText('officer');
  const { title, reference } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = { note: title };
  return (
    <ActionPage {...{ reference, title, form, labels }} button={t('messages.addNote')}>
      <Textarea label={title} hint={t('messages.noteHint')} {...form.field('note')} />
    </ActionPage>
  );
}
