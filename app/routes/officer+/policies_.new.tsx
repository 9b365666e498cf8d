import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { useVersionLabels, VersionFields } from '#app/components/policy/version-fields.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { languages } from '#app/i18n/server.ts';
import { ADMINISTERING, requireStaff } from '#app/services/actor.ts';
import { publishVersion } from '#app/services/policy/publish-version.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';
import { newVersionForm } from '#app/web/policy-form.ts';

export const loader = serveStaff(({ ctx, t }) => {
  requireStaff(ctx.actor, ...ADMINISTERING);
  return { title: t('officer:policy.form.title'), tags: languages().map(({ tag }) => tag) };
});

export const action = serveStaff(ADMINISTERING, async ({ ctx, request }) => {
  const form = await readForm(request, newVersionForm(languages().map(({ tag }) => tag)));
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const { sure, ...version } = form.value;
    await publishVersion(ctx, version);
    return redirect(`/officer/policies/${version.name}`);
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

/** Publishes a version: for good, and for everybody to read. */
export default function NewVersion() {
  const t = useText('officer');
  const { title, tags } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <div className="max-w-measure">
      <BackLink href="/officer/policies">{t('policy.back')}</BackLink>
      <FormErrors form={form} labels={useVersionLabels(tags)} />
      <PageHeading>{title}</PageHeading>
      <Notice tone="warning">{t('policy.form.lead')}</Notice>
      <PageForm>
        <VersionFields form={form} tags={tags} />
        <ButtonRow>
          <Button>{t('policy.form.send')}</Button>
        </ButtonRow>
      </PageForm>
    </div>
  );
}
