import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { AnswerFigure } from '#app/components/policy/answer-figure.tsx';
import { DissentSection } from '#app/components/policy/dissent-section.tsx';
import { VersionHead } from '#app/components/policy/version-head.tsx';
import { ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { namesOfStaff } from '#app/services/people/list-people.ts';
import { listDissent } from '#app/services/policy/list-dissent.ts';
import { readFigures } from '#app/services/policy/read-figures.ts';
import { findVersion, publicVersion } from '#app/services/policy/read-versions.ts';
import { serveStaff } from '#app/web/guards.server.ts';

/** What an address may ask for; anything else is read as if it were not there. */
const asked = z.object({
  handled: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const loader = serveStaff(async ({ ctx, params, request, staff, locale, t }) => {
  const { version: name = '' } = params;
  const { searchParams } = new URL(request.url);
  const query = asked.parse({ handled: searchParams.get('handled'), page: searchParams.get('page') ?? 1 });
  const [version, figures, dissent, names] = await Promise.all([
    findVersion(ctx.db, name),
    readFigures(ctx, name),
    listDissent(ctx, { version: name, ...query }),
    namesOfStaff(ctx),
  ]);
  return {
    title: t('officer:policy.one', { name }),
    version: publicVersion(version, locale),
    publisher: names.get(version.publishedBy) ?? version.publishedBy,
    figures,
    dissent,
    query,
    names: Object.fromEntries(names),
    role: staff.role,
  };
});

export const meta = deskTitle;

/** A version of the policy: who was told, what they answered, and who said no. */
export default function PolicyVersion() {
  const t = useText('officer');
  const { title, version, publisher, figures, dissent, query, names, role } = useLoaderData<typeof loader>();
  const path = `/officer/policies/${version.name}`;
  return (
    <>
      <BackLink href="/officer/policies">{t('policy.back')}</BackLink>
      <PageHeading>{title}</PageHeading>
      <VersionHead version={version} publisher={publisher} figures={figures} />
      <AnswerFigure figures={figures} />
      <ButtonRow>
        {role !== 'officer' && (
          <ButtonLink href={`${path}/log.json`} look="secondary" download>
            {t('policy.export')}
          </ButtonLink>
        )}
        {role !== 'auditor' && (
          <ButtonLink href={`${path}/answer`} look="secondary">
            {t('policy.record')}
          </ButtonLink>
        )}
      </ButtonRow>
      {role !== 'officer' && <p className="mt-2 text-ink-soft text-sm">{t('policy.exportHint')}</p>}
      <DissentSection path={path} dissent={dissent} query={query} names={names} acting={role !== 'auditor'} />
    </>
  );
}
