import { useLoaderData } from '@remix-run/react';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { PromiseTable } from '#app/components/policy/promise-table.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { CHANGE_PROMISES } from '#app/domain/policy/change-promise.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { READING, requireStaff } from '#app/services/actor.ts';
import { listVersions } from '#app/services/policy/read-versions.ts';
import { serveStaff } from '#app/web/guards.server.ts';

export const loader = serveStaff(async ({ ctx, staff, locale, t }) => {
  requireStaff(ctx.actor, ...READING);
  return {
    title: t('officer:policy.title'),
    versions: await listVersions(ctx, locale),
    promises: CHANGE_PROMISES,
    acting: staff.role === 'administrator',
  };
});

export const meta = deskTitle;

/** The versions of the policy; each leads to the answers to it. */
export default function Policies() {
  const t = useText('officer');
  const format = useFormats();
  const { title, versions, promises, acting } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        lead={t('policy.lead')}
        aside={acting && <ButtonLink href="/officer/policies/new">{t('policy.publish')}</ButtonLink>}
      >
        {title}
      </PageHeading>
      <Table
        caption={title}
        captionHidden
        empty={t('policy.none')}
        rows={versions}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            heading: t('policy.version'),
            cell: ({ name }) => (
              <a href={`/officer/policies/${name}`}>
                <bdi className="figures">{name}</bdi>
              </a>
            ),
          },
          {
            key: 'effectiveFrom',
            heading: t('policy.effectiveFrom'),
            cell: ({ effectiveFrom }) => format.date(effectiveFrom),
          },
          {
            key: 'material',
            heading: t('policy.material'),
            cell: ({ material }) => t(material ? 'policy.yes' : 'policy.no'),
          },
          {
            key: 'published',
            heading: t('policy.published'),
            cell: ({ publishedAt }) => format.dateTime(publishedAt, 'UTC'),
          },
        ]}
      />
      <h2 className="mt-10 font-bold text-xl">{t('portal:policy.changes.promises')}</h2>
      <PromiseTable promises={promises} caption={t('portal:policy.changes.promises')} doubts />
    </>
  );
}
