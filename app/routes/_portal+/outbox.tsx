import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { listDemoMails } from '#app/services/mail/demo-outbox.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, t }) => {
  const mails = await listDemoMails(ctx);
  return {
    title: t('portal:outbox.title'),
    mails: mails.map(({ id, to, locale, subject, date }) => ({ id, to, locale, subject, date })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Mails of the demo, which has no mail server; elsewhere there is no such page. */
export default function Outbox() {
  const { mails } = useLoaderData<typeof loader>();
  const t = useText('portal');
  const format = useFormats();
  const column = (key: string) => t(`outbox.column.${key}`);
  return (
    <>
      <PageHeading lead={t('outbox.lead')}>{t('outbox.title')}</PageHeading>
      <Table
        caption={t('outbox.title')}
        captionHidden
        rows={mails}
        rowKey={({ id }) => id}
        empty={t('outbox.empty')}
        columns={[
          {
            key: 'subject',
            heading: column('subject'),
            cell: ({ id, locale, subject }) => (
              <a href={`/outbox/${id}`} lang={locale} dir="auto">
                {subject}
              </a>
            ),
          },
          { key: 'to', heading: column('to'), cell: ({ to }) => <bdi>{to}</bdi> },
          { key: 'sent', heading: column('sent'), cell: ({ date }) => format.dateTime(date, 'UTC') },
        ]}
      />
    </>
  );
}
