import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { CopyText } from '#app/components/ui/copy-text.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { QrCode } from '#app/components/ui/qr-code.tsx';
import { SummaryList } from '#app/components/ui/summary-list.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { ADMINISTERING, requireStaff } from '#app/services/actor.ts';
import { type CreatedPerson, createPerson } from '#app/services/people/create-person.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress, textLine } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';
import { type QrModules, qrModules } from '#app/web/qr-modules.server.ts';

const ROLES = ['officer', 'administrator', 'auditor'] as const;
const schema = z.object({ name: textLine(200), email: emailAddress(), role: z.enum(ROLES) });

export const loader = serveStaff(({ ctx, t }) => {
  requireStaff(ctx.actor, 'administrator');
  return { title: t('officer:people.add') };
});

/** Password and second factor are shown this once, in the answer itself: no address and no cookie carries them. */
export const action = serveStaff(ADMINISTERING, async ({ ctx, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const created = await createPerson(ctx, form.value);
    const answer = { form: freshForm(), created, qr: qrModules(created.totpUri) };
    return data(answer, { headers: { 'Cache-Control': 'no-store' } });
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function NewPerson() {
  const t = useText('officer');
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useFormView(answer?.form);
  const { created, qr } = (answer ?? {}) as { created?: CreatedPerson; qr?: QrModules };
  if (created && qr) return <Created created={created} qr={qr} />;
  const { defaultValue, ...role } = form.field('role');
  const labels = { name: t('people.name'), email: t('people.email'), role: t('people.role') };
  return (
    <div className="max-w-measure">
      <BackLink href="/officer/people" />
      <FormErrors form={form} labels={labels} />
      <PageHeading>{title}</PageHeading>
      <PageForm>
        <TextField label={labels.name} {...form.field('name')} />
        <TextField label={labels.email} type="email" spellCheck={false} {...form.field('email')} />
        <RadioGroup
          legend={labels.role}
          choices={ROLES.map((value) => ({ value, label: t(`role.${value}`), hint: t(`roleHint.${value}`) }))}
          defaultValue={defaultValue}
          {...role}
        />
        <ButtonRow>
          <Button>{t('people.create')}</Button>
        </ButtonRow>
      </PageForm>
    </div>
  );
}

function Created({ created, qr }: { created: CreatedPerson; qr: QrModules }) {
  const t = useText('officer');
  const rows = [
    { key: 'email', term: t('people.email'), value: <bdi>{created.email}</bdi> },
    { key: 'password', term: t('people.password'), value: <CopyText value={created.password} /> },
    { key: 'totp', term: t('people.totp'), value: <CopyText value={created.totpSecret} /> },
    { key: 'qr', term: t('people.totpQr'), value: <QrCode {...qr} label={t('people.totpQrAlt')} /> },
    {
      key: 'uri',
      term: t('people.totpUri'),
      value: (
        <code dir="ltr" className="break-all">
          {created.totpUri}
        </code>
      ),
    },
  ];
  return (
    <div className="max-w-measure">
      <PageHeading>{t('people.created')}</PageHeading>
      <Notice tone="warning" role="status" title={t('people.once')} />
      <SummaryList rows={rows} />
      <ButtonRow>
        <ButtonLink href="/officer/people" look="secondary">
          {t('people.back')}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
