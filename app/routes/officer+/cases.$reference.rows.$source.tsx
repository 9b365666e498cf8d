import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { CollectedRows } from '#app/components/cases/collected-rows.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { BackLink, Pagination, Tabs } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { casePath } from '#app/domain/requests/case-path.ts';
import { useText } from '#app/i18n/react.tsx';
import { readCase } from '#app/services/cases/read-case.ts';
import { readCollectedRows } from '#app/services/collection/load-collection.ts';
import { NotFound } from '#app/services/errors.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const asked = z.object({
  from: z.coerce.number().int().nonnegative().catch(0),
  others: z.string().nullable(),
});
const PAGE = 20;

export const loader = serveStaff(async ({ ctx, params, request, staff, t }) => {
  const { reference = '', source: sourceId = '' } = params;
  const query = new URL(request.url).searchParams;
  const { from, others } = asked.parse({ from: query.get('from') ?? 0, others: query.get('others') });
  const { collection } = await readCase(ctx, reference);
  const source = collection?.sources.find(({ id }) => id === sourceId);
  if (!source) throw new NotFound('collection_source');
  const onlyThirdParty = others !== null;
  const found = await readCollectedRows(ctx, { sourceId, from, limit: PAGE, onlyThirdParty });
  const withheld = collection?.withholdings.filter(
    (one) => one.dataset === source.dataset && one.collection === source.collection,
  );
  return {
    title: `${source.dataset}/${source.collection}`,
    ...{ reference, source, found, from, onlyThirdParty },
    withheldRows: withheld?.flatMap(({ row }) => (row === null ? [] : [row])) ?? [],
    wholly: withheld?.some(({ row }) => row === null) ?? false,
    acting: staff.role !== 'auditor' && collection?.status === 'collected',
    heading: t('officer:rows.heading'),
  };
});

export const meta = deskTitle;

export default function Rows() {
  const t = useText('officer');
  const { title, reference, source, found, from, onlyThirdParty, ...state } = useLoaderData<typeof loader>();
  const here = casePath(reference, 'rows', source.id);
  const to = (next: number) => `${here}?${onlyThirdParty ? 'others&' : ''}from=${next}`;
  return (
    <>
      <BackLink href={casePath(reference)}>{t('case.backTo', { reference })}</BackLink>
      <PageHeading caption={state.heading} lead={state.wholly ? t('rows.wholly') : undefined}>
        <bdi className="wrap-anywhere">{title}</bdi>
      </PageHeading>
      {state.acting && !state.wholly && (
        <ButtonLink look="secondary" href={casePath(reference, 'withhold', source.id)}>
          {t('action.withholdAll')}
        </ButtonLink>
      )}
      <Tabs
        label={t('rows.views')}
        tabs={[
          { href: here, text: t('rows.all', { count: source.rows }), current: !onlyThirdParty },
          {
            href: `${here}?others`,
            text: t('rows.others', { count: source.thirdPartyRows }),
            current: onlyThirdParty,
          },
        ]}
      />
      <CollectedRows
        rows={found.rows}
        withheld={state.withheldRows}
        withholdHref={
          state.acting ? (row) => `${casePath(reference, 'withhold', source.id)}?row=${row}` : null
        }
      />
      <Pagination
        label={t('rows.pages')}
        {...(from > 0 ? { previous: to(Math.max(0, from - PAGE)) } : {})}
        {...(found.next === null ? {} : { next: to(found.next) })}
      />
    </>
  );
}
