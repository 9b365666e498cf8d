import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { readDemoMail } from '#app/services/mail/demo-outbox.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, params }) => ({
  mail: await readDemoMail(ctx, params.mailId ?? ''),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.mail.subject }];

/** One mail of the demo, as its plain part reads. */
export default function OutboxMail() {
  const { mail } = useLoaderData<typeof loader>();
  const t = useText('portal');
  const format = useFormats();
  const caption = t('outbox.caption', { to: mail.to, date: format.dateTime(mail.date, 'UTC') });
  return (
    <>
      <BackLink href="/outbox">{t('outbox.back')}</BackLink>
      <PageHeading caption={caption}>
        <span lang={mail.locale} dir="auto">
          {mail.subject}
        </span>
      </PageHeading>
      <div
        lang={mail.locale}
        dir="auto"
        className="max-w-measure whitespace-pre-wrap break-words rounded-md border border-line bg-surface p-5"
      >
        {mail.text}
      </div>
    </>
  );
}
