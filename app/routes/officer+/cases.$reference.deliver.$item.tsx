import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { LeavingPackage, leavingFacts } from '#app/components/cases/leaving-package.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { DOWNLOAD_DAYS, deliverPackage } from '#app/services/cases/deliver-package.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const item = itemToChange(found, context.params.item, 'fulfilled');
  return {
    title: context.t('officer:deliverForm.title'),
    reference: found.reference,
    right: item.right,
    days: DOWNLOAD_DAYS,
    facts: leavingFacts(found, item),
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.reply;
  const { reference = '', item: itemId = '' } = params;
  return form.attempt(async () => {
    await deliverPackage(ctx, { reference, itemId });
    return backToCase(reference, 'deliver');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Deliver() {
  const t = useText('officer');
  const legal = useText('legal');
  const { title, reference, right, days, facts } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <ActionPage
      {...{ reference, title, form }}
      lead={legal(`rights.${right}.name`)}
      button={t('deliverForm.button')}
    >
      <LeavingPackage facts={facts}>{t('deliverForm.body', { count: days })}</LeavingPackage>
    </ActionPage>
  );
}
