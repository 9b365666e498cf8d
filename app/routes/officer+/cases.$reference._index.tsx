import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AddendaPanel } from '#app/components/cases/addenda-panel.tsx';
import { CaseHeading } from '#app/components/cases/case-heading.tsx';
import { CaseTimeline } from '#app/components/cases/case-timeline.tsx';
import { CollectionPanel } from '#app/components/cases/collection-panel.tsx';
import { IdentityPanel } from '#app/components/cases/identity-panel.tsx';
import { ItemPanel } from '#app/components/cases/item-panel.tsx';
import { LookAgain, refreshTag } from '#app/components/cases/look-again.tsx';
import { FilesPanel, MessagesPanel } from '#app/components/cases/messages-panel.tsx';
import { SubjectPanel } from '#app/components/cases/subject-panel.tsx';
import { readCase } from '#app/services/cases/read-case.ts';
import { readCaseAddenda } from '#app/services/cases/read-case-addenda.ts';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(async ({ ctx, params, staff, t, request }) => {
  const [found, names] = await Promise.all([readCase(ctx, params.reference ?? ''), namesOfStaff(ctx)]);
  const query = new URL(request.url).searchParams;
  const moving =
    Boolean(found.collection?.moving) ||
    found.items.some(
      ({ packages, transfer }) =>
        ['queued', 'building'].includes(packages.at(-1)?.status ?? '') || transfer?.state === 'released',
    );
  return {
    title: t('officer:case.title', { reference: found.reference }),
    found,
    addenda: await readCaseAddenda(ctx, found.reference),
    names: Object.fromEntries(names),
    me: staff.personId,
    acting: staff.role !== 'auditor',
    late: found.items.filter(({ days }) => days !== null && days < 0).map(({ id }) => id),
    done: query.get('done'),
    refused: query.get('refused'),
    moving,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  { name: 'robots', content: 'noindex' },
  ...(data?.moving ? [refreshTag] : []),
];

export default function Case() {
  const { found, addenda, names, acting, late, moving, me, done, refused } = useLoaderData<typeof loader>();
  const { reference, collection } = found;
  const shared = { found, names, acting };
  const atWork = found.items.some(({ status }) =>
    ['in-progress', 'in-review', 'awaiting-clarification'].includes(status),
  );
  return (
    <>
      <CaseHeading found={found} names={names} acting={acting} {...{ me, done, refused }} />
      <LookAgain while={moving} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-5">
          {found.items.map((item) => (
            <ItemPanel
              key={item.id}
              reference={reference}
              item={item}
              late={late.includes(item.id)}
              names={names}
              acting={acting}
              reviewed={Boolean(collection?.reviewedAt)}
            />
          ))}
          <CollectionPanel {...{ reference, collection, names, acting }} mayStart={atWork} />
          <MessagesPanel {...shared} />
        </div>
        <div className="grid min-w-0 gap-5">
          <SubjectPanel {...shared} />
          <AddendaPanel {...{ reference, addenda, acting, me }} />
          <IdentityPanel {...shared} />
          <FilesPanel reference={reference} files={found.files} />
          <CaseTimeline found={found} names={names} />
        </div>
      </div>
    </>
  );
}
