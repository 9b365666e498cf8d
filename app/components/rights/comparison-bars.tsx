import type { ComparisonRow } from '#app/domain/rules/explorer/compare-jurisdictions.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { Figure } from '../ui/bar-chart.tsx';
import { Doubt } from './citation.tsx';
import { useExtensionText, usePeriodText } from './period-text.ts';

/** Days between two lines of the scale. */
const STEP = 30;
const GRID = { 2: 'grid-cols-2', 3: 'grid-cols-3', 4: 'grid-cols-4', 5: 'grid-cols-5' } as const;
const ROW = 'grid items-center gap-x-4 sm:grid-cols-[11rem_1fr_15rem]';

/** The days at which a line is drawn, below `end`. */
function linesUpTo(end: number): number[] {
  return Array.from({ length: end / STEP }, (_, index) => index * STEP);
}

/** The laws that give a number, as bars of days: the answer, and behind it what an extension may add. */
export function ComparisonBars({ rows, caption }: { rows: readonly ComparisonRow[]; caption: string }) {
  const t = useText('explorer');
  const counted = rows.filter((row) => row.days !== null);
  if (counted.length === 0) return <p className="my-6 text-ink-soft">{t('compare.noNumbers')}</p>;
  const longest = Math.max(...counted.map((row) => row.extendedDays ?? row.days ?? 0));
  const steps = Math.min(Math.max(Math.ceil(longest / STEP), 2), 5) as keyof typeof GRID;
  return (
    <Figure caption={caption}>
      <Legend />
      <div aria-hidden="true" className={`${ROW} max-sm:hidden`}>
        <span />
        <Scale steps={steps} />
      </div>
      <ul>
        {counted.map((row) => (
          <li key={row.jurisdiction} className={`${ROW} gap-y-1 border-line border-t py-2 sm:py-1.5`}>
            <BarRow row={row} scale={steps * STEP} />
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function Legend() {
  const t = useText('explorer');
  const parts = {
    answer: <rect width="16" height="10" className="fill-accent" />,
    extension: <rect width="16" y="2" height="6" className="fill-line-strong/50" />,
    openEnd: <OpenEnd from={0} to={16} />,
  };
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6 text-sm">
      {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
        <li key={part} className="flex items-center gap-2">
          <svg viewBox="0 0 16 10" aria-hidden="true" className="h-2.5 w-4">
            {parts[part]}
          </svg>
          {t(`compare.${part}`)}
        </li>
      ))}
    </ul>
  );
}

/** An extension to which the law sets no end. */
function OpenEnd({ from, to }: { from: number; to: number }) {
  return (
    <line
      x1={from}
      x2={to}
      y1="5"
      y2="5"
      strokeWidth="2"
      strokeDasharray="3 3"
      vectorEffect="non-scaling-stroke"
      className="stroke-line-strong"
    />
  );
}

/** The number of days at each line, standing just after it. */
function Scale({ steps }: { steps: keyof typeof GRID }) {
  const format = useFormats();
  return (
    <div className={`figures grid text-ink-soft text-xs ${GRID[steps]}`}>
      {linesUpTo(steps * STEP).map((days) => (
        <span key={days}>{format.number(days)}</span>
      ))}
    </div>
  );
}

function BarRow({ row, scale }: { row: ComparisonRow; scale: number }) {
  const legal = useText('legal');
  const period = usePeriodText();
  const extension = useExtensionText();
  const answer = row.rule?.response;
  const more = row.rule?.extension;
  return (
    <>
      <a href={`/rights/${row.code}`} className="text-sm">
        {legal(`jurisdictions.${row.jurisdiction}`)}
      </a>
      <svg
        viewBox={`0 0 ${scale} 10`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mirrored h-4 w-full"
      >
        {linesUpTo(scale).map((days) => (
          <line
            key={days}
            x1={days}
            x2={days}
            y2="10"
            className="stroke-line"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {more && !more.by && <OpenEnd from={row.days ?? 0} to={scale} />}
        {row.extendedDays !== null && (
          <rect width={row.extendedDays} y="2" height="6" className="fill-line-strong/50" />
        )}
        <rect width={row.days ?? 0} height="10" className="fill-accent" />
      </svg>
      <span className="text-sm">
        <span className="font-semibold">{answer && period(answer.period)}</span>
        {answer && <Doubt confidence={answer.confidence} />}
        {more && (
          <span className="text-ink-soft">
            {' · '}
            {extension(more)}
            <Doubt confidence={more.confidence} />
          </span>
        )}
      </span>
    </>
  );
}
