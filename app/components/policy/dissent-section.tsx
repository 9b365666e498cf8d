import { DISSENT_PER_PAGE } from '#app/domain/policy/policy-answer.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { Dissent } from '#app/services/policy/list-dissent.ts';
import { Pagination, Tabs } from '../ui/navigation.tsx';
import { DissentTable } from './dissent-table.tsx';

interface DissentSectionProps {
  readonly path: string;
  readonly dissent: { readonly rows: readonly Dissent[]; readonly open: number; readonly handled: number };
  readonly query: { readonly handled: boolean; readonly page: number };
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** Who said no: first those for whom nothing was done yet. */
export function DissentSection({ path, dissent, query, names, acting }: DissentSectionProps) {
  const t = useText('officer');
  const format = useFormats();
  const { handled, page } = query;
  const tab = (key: 'open' | 'handled') =>
    t(`policy.dissent.${key}`, { number: format.number(dissent[key]) });
  const more = (handled ? dissent.handled : dissent.open) > page * DISSENT_PER_PAGE;
  const at = (to: number) => `${path}?${handled ? 'handled=yes&' : ''}page=${to}#dissent`;
  return (
    <section id="dissent" aria-labelledby="dissent-heading" className="mt-12">
      <h2 id="dissent-heading" className="font-bold text-xl">
        {t('policy.dissent.title')}
      </h2>
      <p className="mt-2 text-ink-soft">{t('policy.dissent.lead')}</p>
      <Tabs
        label={t('policy.dissent.views')}
        tabs={[
          { href: `${path}#dissent`, text: tab('open'), current: !handled },
          { href: `${path}?handled=yes#dissent`, text: tab('handled'), current: handled },
        ]}
      />
      <DissentTable path={path} rows={dissent.rows} names={names} acting={acting} />
      {(page > 1 || more) && (
        <Pagination
          label={t('policy.dissent.pages')}
          {...(page > 1 ? { previous: at(page - 1) } : {})}
          {...(more ? { next: at(page + 1) } : {})}
        />
      )}
    </section>
  );
}
