import { ANSWER_STATES, type AnswerState } from '#app/domain/policy/policy-answer.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { CountryFigures, VersionFigures } from '#app/services/policy/read-figures.ts';
import { Figure } from '../ui/bar-chart.tsx';
import { Table } from '../ui/table.tsx';
import { StateBar, StateMark } from './state-bar.tsx';

/** Countries that the picture draws one by one; the table has them all. */
const DRAWN = 12;

/** The answers by country, as a picture and as the figures behind it. */
export function AnswerFigure({ figures }: { figures: VersionFigures }) {
  const t = useText('officer');
  const { countries } = figures;
  if (countries.length === 0) return <p className="my-6 text-ink-soft">{t('policy.nobody')}</p>;
  const known = ANSWER_STATES.filter((state) => countries.some(({ states }) => states[state]));
  return (
    <>
      <Figure caption={t('policy.figure')}>
        <Legend states={known} />
        <Bars countries={countries} states={known} />
      </Figure>
      <FiguresTable countries={countries} states={known} />
    </>
  );
}

function Legend({ states }: { states: readonly AnswerState[] }) {
  const t = useText('portal');
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6 text-sm">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <StateMark state={state} />
          {t(`policy.state.${state}`)}
        </li>
      ))}
    </ul>
  );
}

interface Rows {
  readonly countries: readonly CountryFigures[];
  readonly states: readonly AnswerState[];
}

function Bars({ countries, states }: Rows) {
  const t = useText('officer');
  const portal = useText('portal');
  const format = useFormats();
  const name = useCountryName();
  const drawn = withRest(countries);
  return (
    <ul className="grid gap-2">
      {drawn.map((row) => (
        <li key={row.country} className="grid items-center gap-x-4 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          <span>{row.country === '' ? t('policy.rest') : name(row.country)}</span>
          <StateBar states={row.states} total={row.total} />
          <span className="text-ink-soft text-sm sm:col-start-2">
            {states
              .filter((state) => row.states[state])
              .map((state) => `${portal(`policy.state.${state}`)}: ${format.number(row.states[state] ?? 0)}`)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The first countries, and all others as one, whose code is empty. */
function withRest(
  countries: readonly CountryFigures[],
): readonly Pick<CountryFigures, 'country' | 'total' | 'states'>[] {
  if (countries.length <= DRAWN) return countries;
  const rest = countries.slice(DRAWN);
  const states: Partial<Record<AnswerState, number>> = {};
  for (const row of rest)
    for (const state of ANSWER_STATES) {
      const more = row.states[state];
      if (more) states[state] = (states[state] ?? 0) + more;
    }
  const total = rest.reduce((sum, row) => sum + row.total, 0);
  return [...countries.slice(0, DRAWN), { country: '', total, states }];
}

function FiguresTable({ countries, states }: Rows) {
  const t = useText('officer');
  const portal = useText('portal');
  const format = useFormats();
  const name = useCountryName();
  return (
    <Table
      caption={t('policy.figure')}
      captionHidden
      rows={countries}
      rowKey={({ country }) => country}
      columns={[
        { key: 'country', heading: t('policy.country'), cell: ({ country }) => name(country) },
        {
          key: 'total',
          heading: t('policy.total'),
          figures: true,
          cell: ({ total }) => format.number(total),
        },
        ...states.map((state) => ({
          key: state,
          heading: portal(`policy.state.${state}`),
          figures: true,
          cell: (row: CountryFigures) => format.number(row.states[state] ?? 0),
        })),
      ]}
    />
  );
}

function useCountryName(): (code: string) => string {
  const format = useFormats();
  return (code) => format.country(code);
}
