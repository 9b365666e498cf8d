import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { RegistrationTable } from '#app/components/instructions/registration-table.tsx';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { READING } from '#app/services/actor.ts';
import { findRegistrations, type RegistrationHead } from '#app/services/instructions/read-registration.ts';
import { readForm } from '#app/web/form.server.ts';
import { textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({ search: textLine(254) });

export const loader = serveStaff(async ({ ctx, t }) => ({
  title: t('officer:addenda.instructions.title'),
  newest: await findRegistrations(ctx, ''),
}));

/** A name must not stand in a URL: the search is posted, and answered on the spot. */
export const action = serveStaff(READING, async ({ ctx, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { search } = form.value;
  return data({ form: freshForm({ search }), found: await findRegistrations(ctx, search) });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Registrations() {
  const t = useText('officer');
  const { title, newest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormView(answer?.form);
  const found = (answer as { found?: readonly RegistrationHead[] } | undefined)?.found;
  return (
    <>
      <FormErrors form={form} labels={{ search: t('search.label') }} />
      <PageHeading lead={t('addenda.instructions.lead')}>{title}</PageHeading>
      <PageForm>
        <TextField
          label={t('addenda.instructions.search')}
          hint={t('addenda.instructions.searchHint')}
          type="search"
          autoComplete="off"
          {...form.field('search')}
        />
        <ButtonRow>
          <Button>{t('search.button')}</Button>
        </ButtonRow>
      </PageForm>
      <div role="status" className="mt-8">
        <RegistrationTable rows={found ?? newest} caption={title} />
      </div>
    </>
  );
}
