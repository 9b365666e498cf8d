import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { QueueTable } from '#app/components/cases/queue-table.tsx';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { READING } from '#app/services/actor.ts';
import { listQueue, type QueueRow } from '#app/services/cases/list-queue.ts';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { readForm } from '#app/web/form.server.ts';
import { textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({ search: textLine(254) });

export const loader = serveStaff(async ({ ctx, t }) => ({
  title: t('officer:search.title'),
  names: Object.fromEntries(await namesOfStaff(ctx)),
}));

/** A name or an address must not stand in a URL: the search is posted, and answered on the spot. */
export const action = serveStaff(READING, async ({ ctx, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { rows } = await listQueue(ctx, { state: 'all', search: form.value.search });
  return data({ form: freshForm({ search: form.value.search }), found: rows });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Search() {
  const t = useText('officer');
  const { title, names } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormView(answer?.form);
  const found = (answer as { found?: readonly QueueRow[] } | undefined)?.found;
  return (
    <>
      <FormErrors form={form} labels={{ search: t('search.label') }} />
      <PageHeading>{title}</PageHeading>
      <PageForm>
        <TextField
          label={t('search.label')}
          hint={t('search.hint')}
          type="search"
          autoComplete="off"
          {...form.field('search')}
        />
        <ButtonRow>
          <Button>{t('search.button')}</Button>
        </ButtonRow>
      </PageForm>
      {found && (
        <div role="status" className="mt-8">
          <h2 className="font-bold text-xl">{t('search.found', { count: found.length })}</h2>
          <QueueTable rows={found} names={names} caption={title} empty={t('search.none')} />
        </div>
      )}
    </>
  );
}
