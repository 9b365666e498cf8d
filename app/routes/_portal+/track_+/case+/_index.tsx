import { useLoaderData } from '@remix-run/react';
import { CaseItemCard } from '#app/components/requests/case-item.tsx';
import { CaseTasks } from '#app/components/requests/case-tasks.tsx';
import { Correspondence } from '#app/components/requests/correspondence.tsx';
import { DoneNotice } from '#app/components/requests/done-notice.tsx';
import { FeeTasks } from '#app/components/requests/fee-tasks.tsx';
import { History } from '#app/components/requests/history.tsx';
import { useServiceFacts } from '#app/components/requests/service-rows.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { SummaryList } from '#app/components/ui/summary-list.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { readOwnFees } from '#app/services/fees/read-fees.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { zoneFor } from '#app/services/requests/read-receipt.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const DONE = [
  'answered',
  'withdrawn',
  'objected',
  'address',
  'account',
  'evidence',
  'appeal',
  'dispute',
  'transfer',
] as const;

export const loader = serveSubject(async ({ ctx, session, request, t }) => {
  const found = await readCase(ctx, session.requestId);
  const { searchParams } = new URL(request.url);
  return {
    title: t('portal:case.title'),
    found,
    zone: zoneFor(found.jurisdiction),
    confirmed: searchParams.has('confirmed'),
    fees: await openFees(ctx, session.requestId),
    done: DONE.find((name) => searchParams.get('done') === name) ?? null,
  };
});

/** The rights for which a fee waits for the subject's word. */
async function openFees(ctx: Parameters<typeof readOwnFees>[0], requestId: string) {
  const fees = await readOwnFees(ctx, requestId);
  return fees.filter(({ answer }) => answer === null).map(({ ordinal, right }) => ({ ordinal, right }));
}

export const meta = pageTitle;

export default function Case() {
  const t = useText('portal');
  const format = useFormats();
  const serviceFacts = useServiceFacts();
  const { found, zone, confirmed, done, fees } = useLoaderData<typeof loader>();
  const open = found.items.some(({ mayWithdraw }) => mayWithdraw);
  return (
    <>
      <DoneNotice done={done} confirmed={confirmed} found={found} />
      <PageHeading
        caption={t('case.caption', { reference: isolate(found.reference) })}
        lead={t('case.received', { date: format.dateTime(found.receivedAt, zone) })}
      >
        {t('case.heading')}
      </PageHeading>
      <CaseTasks found={found} zone={zone} />
      <FeeTasks fees={fees} />
      <section>
        <h2 className="mt-8 font-bold text-xl">{t('case.items')}</h2>
        {found.items.map((item) => (
          <CaseItemCard
            key={item.ordinal}
            item={item}
            confirmed={found.contactVerified}
            behalf={found.filedFor !== 'self'}
            zone={zone}
          />
        ))}
      </section>
      {found.service && (
        <div className="mt-8 max-w-measure">
          <SummaryList rows={serviceFacts(found.service)} />
        </div>
      )}
      <div className="mt-10 grid gap-10 lg:grid-cols-2">
        <Correspondence messages={found.messages} zone={zone} />
        <History moments={found.timeline} zone={zone} />
      </div>
      <nav aria-label={t('case.title')} className="no-print mt-10 border-line border-t pt-5">
        <ul className="flex flex-wrap gap-x-6">
          <CaseLink href="/request/receipt">{t('case.receipt')}</CaseLink>
          {open && <CaseLink href="/track/case/address">{t('case.address')}</CaseLink>}
          {open && <CaseLink href="/track/case/withdraw">{t('case.withdrawAll')}</CaseLink>}
        </ul>
        <form method="post" action="/track/case/leave" className="mt-4 flex flex-wrap items-center gap-4">
          <Button look="secondary">{t('case.leave')}</Button>
          <span className="text-ink-soft text-sm">{t('case.closes')}</span>
        </form>
      </nav>
    </>
  );
}

function CaseLink(props: { href: string; children: string }) {
  return (
    <li>
      <a href={props.href} className="inline-flex min-h-11 items-center">
        {props.children}
      </a>
    </li>
  );
}
