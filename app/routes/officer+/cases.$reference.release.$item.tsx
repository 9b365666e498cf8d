import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { LeavingPackage, leavingFacts } from '#app/components/cases/leaving-package.tsx';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { FULFILLING } from '#app/services/actor.ts';
import { NotFound } from '#app/services/errors.ts';
import { releaseTransfer } from '#app/services/transfers/release-transfer.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const item = itemToChange(found, context.params.item, 'fulfilled');
  const { transfer } = item;
  if (!transfer?.receiver) throw new NotFound('transfer');
  return {
    title: context.t('officer:transfer.releaseTitle'),
    reference: found.reference,
    receiver: transfer.receiver,
    facts: leavingFacts(found, item),
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.reply;
  const { reference = '', item: itemId = '' } = params;
  return form.attempt(async () => {
    await releaseTransfer(ctx, { reference, itemId });
    return backToCase(reference, 'release');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Release() {
  const t = useText('officer');
  const format = useFormats();
  const { title, reference, receiver, facts } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const to = { receiver: isolate(receiver.name), territory: format.country(receiver.territory) };
  return (
    <ActionPage
      {...{ reference, title, form }}
      lead={t('transfer.to', to)}
      button={t('transfer.action.release')}
    >
      <LeavingPackage facts={facts}>{t('transfer.releaseBody')}</LeavingPackage>
    </ActionPage>
  );
}
