import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
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
  const { transfer, packages, ...item } = itemToChange(found, context.params.item, 'fulfilled');
  if (!transfer?.receiver) throw new NotFound('transfer');
  const built = packages.at(-1);
  return {
    title: context.t('officer:transfer.releaseTitle'),
    reference: found.reference,
    receiver: transfer.receiver,
    files: built?.files ?? 0,
    rows: built?.rows ?? 0,
    bytes: built?.bytes ?? 0,
    identitySuffices: item.identitySuffices,
    authorityMissing: found.filedFor !== 'self' && !found.authority,
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
  const { title, reference, receiver, files, rows, bytes, ...state } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const to = { receiver: isolate(receiver.name), territory: format.country(receiver.territory) };
  return (
    <ActionPage
      {...{ reference, title, form }}
      lead={t('transfer.to', to)}
      button={t('transfer.action.release')}
    >
      <p>{t('package.size', { count: files, rows: format.number(rows), bytes: format.bytes(bytes) })}</p>
      <p className="mt-3">{t('transfer.releaseBody')}</p>
      {!state.identitySuffices && <Notice tone="danger" title={t('lacks.identity_sufficient')} />}
      {state.authorityMissing && <Notice tone="danger" title={t('subject.authorityMissing')} />}
    </ActionPage>
  );
}
