import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { PeopleTable } from '#app/components/cases/people-table.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { ADMINISTERING } from '#app/services/actor.ts';
import { changePerson } from '#app/services/people/change-person.ts';
import { listPeople } from '#app/services/people/list-people.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  person: z.string().min(1).max(80),
  change: z.enum(['disabled', 'enabled', 'officer', 'administrator', 'auditor']),
});

export const loader = serveStaff(async ({ ctx, staff, t }) => ({
  title: t('officer:people.title'),
  people: await listPeople(ctx),
  acting: staff.role === 'administrator',
  me: staff.personId,
}));

export const action = serveStaff(ADMINISTERING, async ({ ctx, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { person: personId, change } = form.value;
  return form.attempt(async () => {
    if (change === 'disabled' || change === 'enabled') await changePerson(ctx, { change, personId });
    else await changePerson(ctx, { change: 'role', personId, role: change });
    return redirect('/officer/people');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function People() {
  const t = useText('officer');
  const { title, people, acting, me } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <>
      <ErrorSummary errors={form.errors.map(({ message }) => ({ message }))} />
      <PageHeading
        lead={t('people.lead')}
        aside={acting && <ButtonLink href="/officer/people/new">{t('people.add')}</ButtonLink>}
      >
        {title}
      </PageHeading>
      <PeopleTable people={people} acting={acting} me={me} />
    </>
  );
}
