import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { QueuePictures } from '#app/components/cases/queue-figures.tsx';
import { QueueFilters } from '#app/components/cases/queue-filters.tsx';
import { QueueTable } from '#app/components/cases/queue-table.tsx';
import { Pagination, Tabs } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { QUEUE_STATES } from '#app/domain/lifecycle/queue-state.ts';
import { SERVICE_ID } from '#app/domain/requests/service-choice.ts';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { isJurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { listQueue } from '#app/services/cases/list-queue.ts';
import { queueFigures } from '#app/services/cases/queue-figures.ts';
import { offeredServices } from '#app/services/organisation/read-services.ts';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { serveStaff } from '#app/web/guards.server.ts';

/** What an address may ask for; anything else is read as if it were not there. */
const asked = z.object({
  state: z.enum(QUEUE_STATES).catch('open'),
  mine: z
    .literal('on')
    .transform(() => true)
    .catch(false),
  right: z.enum(RIGHTS).nullable().catch(null),
  jurisdiction: z.string().refine(isJurisdiction).nullable().catch(null),
  service: z.string().regex(SERVICE_ID).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const loader = serveStaff(async ({ ctx, request, t }) => {
  const params = new URL(request.url).searchParams;
  const query = asked.parse({
    state: params.get('state'),
    mine: params.get('mine'),
    right: params.get('right'),
    jurisdiction: params.get('law'),
    service: params.get('service') || null,
    page: params.get('page') ?? 1,
  });
  const [queue, figures, names, services] = await Promise.all([
    listQueue(ctx, query),
    queueFigures(ctx),
    namesOfStaff(ctx),
    offeredServices(ctx),
  ]);
  return {
    title: t('officer:queue.title'),
    queue,
    figures,
    query,
    names: Object.fromEntries(names),
    services: services.map(({ id, name }) => ({ id, name })),
  };
});

export const meta = deskTitle;

export default function Queue() {
  const t = useText('officer');
  const format = useFormats();
  const { title, queue, figures, query, names, services } = useLoaderData<typeof loader>();
  const counted = {
    open: figures.open,
    late: figures.late,
    identity: figures.awaitingIdentity,
    answer: figures.awaitingAnswer,
    approval: figures.awaitingApproval,
    ...(figures.transfersBack > 0 ? { transfer: figures.transfersBack } : {}),
  };
  const tabs = Object.entries(counted).map(([state, count]) => ({
    href: addressOf({ ...query, state, page: 1 }),
    text: `${t(`queue.state.${state}`)} (${format.number(count)})`,
    current: query.state === state,
  }));
  const page = (to: number) => addressOf({ ...query, page: to });
  return (
    <>
      <PageHeading lead={t('queue.lead', { count: figures.open, late: format.number(figures.late) })}>
        {title}
      </PageHeading>
      <QueuePictures figures={figures} />
      <Tabs label={t('queue.views')} tabs={tabs} />
      <QueueFilters {...query} services={services} />
      <QueueTable
        rows={queue.rows}
        names={names}
        caption={t(`queue.state.${query.state}`)}
        empty={t(query.state === 'late' ? 'queue.noneLate' : 'queue.none')}
      />
      {queue.pages > 1 && (
        <Pagination
          label={t('queue.pages')}
          {...(queue.page > 1 ? { previous: page(queue.page - 1) } : {})}
          {...(queue.page < queue.pages ? { next: page(queue.page + 1) } : {})}
          position={t('queue.position', {
            page: format.number(queue.page),
            pages: format.number(queue.pages),
          })}
        />
      )}
    </>
  );
}

function addressOf(query: {
  state: string;
  mine: boolean;
  right: string | null;
  jurisdiction: string | null;
  service: string | null;
  page: number;
}) {
  const params = new URLSearchParams();
  if (query.state !== 'open') params.set('state', query.state);
  if (query.mine) params.set('mine', 'on');
  if (query.right) params.set('right', query.right);
  if (query.jurisdiction) params.set('law', query.jurisdiction);
  if (query.service) params.set('service', query.service);
  if (query.page > 1) params.set('page', String(query.page));
  return params.size > 0 ? `/officer?${params}` : '/officer';
}
