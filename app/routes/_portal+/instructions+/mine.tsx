import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InstructionSummary } from '#app/components/instructions/instruction-summary.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { CopyText } from '#app/components/ui/copy-text.tsx';
import { Details } from '#app/components/ui/details.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { readOwnInstructions, revokeInstructions } from '#app/services/instructions/change-instructions.ts';
import { readOpened } from '#app/web/instructions.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async (context) => ({
  title: context.t('portal:addenda.instructions.mine'),
  own: await readOpened(context, (token) => readOwnInstructions(context.ctx, token)),
}));

/** Revoking is one button on the page that shows what is revoked; amending brings it back. */
export const action = serve(async (context) => {
  await readOpened(context, (token) => revokeInstructions(context.ctx, { token }));
  return redirect('/instructions/mine');
});

export const meta = pageTitle;

export default function MyInstructions() {
  const t = useText('portal');
  const format = useFormats();
  const { title, own } = useLoaderData<typeof loader>();
  const [newest, ...former] = own.versions;
  const on = (at: string) => format.dateTime(at, 'Europe/Paris');
  return (
    <div className="max-w-measure">
      <PageHeading>{title}</PageHeading>
      <p>{t('addenda.instructions.reference')}</p>
      <p className="mt-1 text-xl">
        <CopyText value={own.reference} label={t('addenda.instructions.reference')} />
      </p>
      {own.revoked && <Notice tone="warning">{t('addenda.instructions.revoked')}</Notice>}
      {own.active && <Notice tone="warning">{t('addenda.instructions.active')}</Notice>}
      {newest && (
        <>
          <h2 className="mt-8 font-bold text-xl">
            {t('addenda.instructions.version', { number: newest.version, date: on(newest.recordedAt) })}
          </h2>
          <InstructionSummary instruction={newest.instruction} />
        </>
      )}
      {!own.active && (
        <ButtonRow>
          <ButtonLink href="/instructions/amend">{t('addenda.instructions.amend')}</ButtonLink>
        </ButtonRow>
      )}
      {!own.active && !own.revoked && (
        <form method="post" className="mt-4">
          <p className="mb-2 text-ink-soft text-sm">{t('addenda.instructions.revokeHint')}</p>
          <Button look="danger">{t('addenda.instructions.revoke')}</Button>
        </form>
      )}
      {former.length > 0 && (
        <Details summary={t('addenda.instructions.former')}>
          {former.map((one) => (
            <section key={one.id} className="mt-4">
              <h3 className="font-semibold">
                {t('addenda.instructions.version', { number: one.version, date: on(one.recordedAt) })}
              </h3>
              <InstructionSummary instruction={one.instruction} />
            </section>
          ))}
        </Details>
      )}
    </div>
  );
}
