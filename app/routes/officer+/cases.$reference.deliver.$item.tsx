import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { DOWNLOAD_DAYS, deliverPackage } from '#app/services/cases/deliver-package.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const item = itemToChange(found, context.params.item, 'fulfilled');
  const built = item.packages.at(-1);
  return {
    title: context.t('officer:deliverForm.title'),
    reference: found.reference,
    right: item.right,
    files: built?.files ?? 0,
    rows: built?.rows ?? 0,
    bytes: built?.bytes ?? 0,
    days: DOWNLOAD_DAYS,
    identitySuffices: item.identitySuffices,
    authorityMissing: found.filedFor !== 'self' && !found.authority,
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
  const format = useFormats();
  const { title, reference, right, files, rows, bytes, days, ...state } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <ActionPage
      {...{ reference, title, form }}
      lead={legal(`rights.${right}.name`)}
      button={t('deliverForm.button')}
    >
      <p>{t('package.size', { count: files, rows: format.number(rows), bytes: format.bytes(bytes) })}</p>
      <p className="mt-3">{t('deliverForm.body', { count: days })}</p>
      {!state.identitySuffices && <Notice tone="danger" title={t('lacks.identity_sufficient')} />}
      {state.authorityMissing && <Notice tone="danger" title={t('subject.authorityMissing')} />}
    </ActionPage>
  );
}
