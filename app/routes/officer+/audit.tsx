import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AuditFilters } from '#app/components/cases/audit-filters.tsx';
import { AuditTable } from '#app/components/cases/audit-table.tsx';
import { ChainPanel } from '#app/components/cases/chain-panel.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { Pagination } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ENTRY_KINDS } from '#app/domain/audit/entry.ts';
import { useText } from '#app/i18n/react.tsx';
import { AUDITING } from '#app/services/actor.ts';
import { checkChain } from '#app/services/audit/check-chain.ts';
import { listEntries, readChainState } from '#app/services/audit/list-entries.ts';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const asked = z.object({
  kind: z
    .enum(ENTRY_KINDS as [string, ...string[]])
    .nullable()
    .catch(null),
  actorKind: z.enum(['anonymous', 'subject', 'officer', 'system']).nullable().catch(null),
  reference: z
    .string()
    .max(40)
    .transform((text) => text.trim() || null)
    .nullable()
    .catch(null),
  before: z.coerce.number().int().positive().nullable().catch(null),
});

export const loader = serveStaff(async ({ ctx, request, t }) => {
  const params = new URL(request.url).searchParams;
  const query = asked.parse({
    kind: params.get('kind'),
    actorKind: params.get('actor'),
    reference: params.get('reference'),
    before: params.get('before'),
  });
  const [{ entries, next }, chain, names] = await Promise.all([
    listEntries(ctx, query),
    readChainState(ctx),
    namesOfStaff(ctx),
  ]);
  return { title: t('officer:audit.title'), entries, next, chain, query, names: Object.fromEntries(names) };
});

/** Re-reads the whole chain; it changes nothing. */
export const action = serveStaff(AUDITING, async ({ ctx }) => data({ report: await checkChain(ctx) }));

export const meta = deskTitle;

export default function Audit() {
  const t = useText('officer');
  const { title, entries, next, chain, query, names } = useLoaderData<typeof loader>();
  const report = useActionData<typeof action>()?.report;
  return (
    <>
      <PageHeading lead={t('audit.lead')}>{title}</PageHeading>
      <ChainPanel chain={chain} report={report} />
      <AuditFilters kinds={ENTRY_KINDS} {...query} />
      <AuditTable entries={entries} names={names} />
      {next !== null && <Pagination label={t('audit.pages')} next={addressOf({ ...query, before: next })} />}
    </>
  );
}

function addressOf(query: z.output<typeof asked>): string {
  const params = new URLSearchParams();
  if (query.kind) params.set('kind', query.kind);
  if (query.actorKind) params.set('actor', query.actorKind);
  if (query.reference) params.set('reference', query.reference);
  if (query.before) params.set('before', String(query.before));
  return `/officer/audit?${params}`;
}
