import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { UpcomingChange } from '#app/components/policy/upcoming-change.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { useText } from '#app/i18n/react.tsx';
import type { loader as rootLoader } from '#app/root.tsx';
import { upcomingChange } from '#app/services/policy/read-versions.ts';
import { serve } from '#app/web/serve.server.ts';

const ASKS = ['access', 'rectification', 'erasure', 'objection', 'portability', 'withdraw'] as const;
const STEPS = ['ask', 'prove', 'answer'] as const;

export const loader = serve(async ({ ctx, t }) => ({
  title: t('portal:home.title'),
  upcoming: await upcomingChange(ctx),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What one can do here, before anything is asked. */
export default function Home() {
  const t = useText('portal');
  const organisation = useRouteLoaderData<typeof rootLoader>('root')?.organisation ?? '';
  const { upcoming } = useLoaderData<typeof loader>();
  return (
    <>
      <section className="max-w-measure">
        <h1 className="font-bold text-2xl sm:text-3xl">{t('home.title')}</h1>
        <p className="mt-4 text-ink-soft text-lg">{t('home.lead', { organisation })}</p>
        <div className="mt-7">
          <ButtonLink href="/request/residence" className="text-lg">
            {t('home.start')}
          </ButtonLink>
          <p className="mt-3 text-ink-soft text-sm">{t('home.startHint')}</p>
        </div>
      </section>
      <UpcomingChange change={upcoming} />

      <section className="mt-12">
        <h2 className="font-bold text-xl">{t('home.canDo')}</h2>
        <dl className="mt-4 grid gap-x-10 border-line border-t sm:grid-cols-2 lg:grid-cols-3">
          {ASKS.map((ask) => (
            <div key={ask} className="border-line border-b py-4">
              <dt className="font-semibold">{t(`home.${ask}.title`)}</dt>
              <dd className="mt-1 text-ink-soft text-sm">{t(`home.${ask}.body`)}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section className="mt-12">
        <h2 className="font-bold text-xl">{t('home.how')}</h2>
        <ol className="mt-5 grid gap-6 lg:grid-cols-3 lg:gap-10">
          {STEPS.map((step, index) => (
            <li key={step} className="flex gap-4">
              <span
                aria-hidden="true"
                className="w-6 shrink-0 font-bold font-display text-2xl text-accent leading-none"
              >
                {index + 1}
              </span>
              <div>
                <h3 className="font-semibold">{t(`home.steps.${step}.title`)}</h3>
                <p className="mt-1 text-ink-soft text-sm">{t(`home.steps.${step}.body`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>

      <section className="mt-12 grid gap-5 md:grid-cols-2">
        {(['track', 'rights'] as const).map((door) => (
          <Card key={door} title={t(`home.${door}.title`)} href={`/${door}`}>
            <p>{t(`home.${door}.body`)}</p>
          </Card>
        ))}
      </section>
    </>
  );
}
