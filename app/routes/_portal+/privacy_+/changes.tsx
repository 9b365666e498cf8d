import { useLoaderData } from '@remix-run/react';
import { PromiseTable } from '#app/components/policy/promise-table.tsx';
import { VersionArticle } from '#app/components/policy/version-article.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { CHANGE_PROMISES } from '#app/domain/policy/change-promise.ts';
import { useText } from '#app/i18n/react.tsx';
import { listVersions } from '#app/services/policy/read-versions.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, locale, t }) => ({
  title: t('portal:policy.changes.title'),
  versions: await listVersions(ctx, locale),
  promises: CHANGE_PROMISES,
}));

export const meta = pageTitle;

/** Every version of the policy with what it changes, and what the policy promises when it changes. */
export default function PolicyChanges() {
  const t = useText('portal');
  const { title, versions, promises } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead={t('policy.changes.lead')}>{title}</PageHeading>
      {versions.length === 0 && <p>{t('policy.changes.none')}</p>}
      {versions.map((version) => (
        <VersionArticle key={version.name} version={version} />
      ))}
      <Notice title={t('policy.changes.answer')}>
        <a href="/privacy/answer">{t('policy.changes.answerLink')}</a>
      </Notice>
      <section aria-labelledby="promises-heading" className="mt-12">
        <h2 id="promises-heading" className="font-bold text-xl">
          {t('policy.changes.promises')}
        </h2>
        <p className="mt-3 max-w-measure text-ink-soft">{t('policy.changes.promisesLead')}</p>
        <PromiseTable promises={promises} caption={t('policy.changes.promises')} />
      </section>
    </>
  );
}
