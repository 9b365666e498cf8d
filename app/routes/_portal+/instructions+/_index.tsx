import { useLoaderData } from '@remix-run/react';
import { ButtonLink, ButtonRow } from '#app/components/ui/button.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { placesWithInstructions } from '#app/services/instructions/places-with-instructions.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(({ ctx, t }) => ({
  title: t('portal:addenda.instructions.title'),
  citations: [...new Set(placesWithInstructions(ctx).map(({ citation }) => citation))],
}));

export const meta = pageTitle;

const POINTS = ['general', 'specific', 'designee', 'change'] as const;

/** What instructions for after death are, and where they are known. */
export default function Instructions() {
  const t = useText('portal');
  const { citations } = useLoaderData<typeof loader>();
  return (
    <div className="prose max-w-measure">
      <BackLink href="/" />
      <PageHeading lead={t('addenda.instructions.lead')}>{t('addenda.instructions.title')}</PageHeading>
      <p>{t('addenda.instructions.where')}</p>
      <ul className="list-disc ps-6">
        {POINTS.map((point) => (
          <li key={point}>{t(`addenda.instructions.points.${point}`)}</li>
        ))}
      </ul>
      <p className="text-ink-soft text-sm">
        {citations.map((citation) => (
          <bdi key={citation}>{citation}</bdi>
        ))}
      </p>
      <ButtonRow>
        <ButtonLink href="/instructions/new">{t('addenda.instructions.new')}</ButtonLink>
        <ButtonLink look="secondary" href="/instructions/open">
          {t('addenda.instructions.open')}
        </ButtonLink>
      </ButtonRow>
      <p>{t('addenda.instructions.afterDeath')}</p>
    </div>
  );
}
