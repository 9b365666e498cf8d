import { ANSWER_STATES, type AnswerState } from '#app/domain/policy/policy-answer.ts';

/** Each state has a shade of its own; the words beside the bar say the same. */
const FILLS: Readonly<Record<AnswerState, string>> = {
  told: 'fill-line',
  not_answered: 'fill-line-strong/60',
  accepted: 'fill-success',
  rejected: 'fill-danger',
  objected: 'fill-warning',
  objected_late: 'fill-warning/50',
  lapsed: 'fill-info/60',
};

interface StateBarProps {
  readonly states: Partial<Readonly<Record<AnswerState, number>>>;
  readonly total: number;
}

/** How a whole divides into states, as one bar. */
export function StateBar({ states, total }: StateBarProps) {
  let start = 0;
  const parts = ANSWER_STATES.flatMap((state) => {
    const width = (100 * (states[state] ?? 0)) / Math.max(total, 1);
    const x = start;
    start += width;
    return width > 0 ? [{ state, x, width }] : [];
  });
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="mirrored h-4 w-full">
      <rect width="100" height="8" className="fill-sunken" />
      {parts.map(({ state, x, width }) => (
        <rect key={state} x={x} width={width} height="8" className={FILLS[state]} />
      ))}
    </svg>
  );
}

/** The shade of a state, for a legend. */
export function StateMark({ state }: { state: AnswerState }) {
  return (
    <svg viewBox="0 0 16 10" aria-hidden="true" className="h-2.5 w-4">
      <rect width="16" height="10" className={FILLS[state]} />
    </svg>
  );
}
