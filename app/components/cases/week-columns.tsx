interface Column {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** Drawn in the colour of what is late. */
  readonly late: boolean;
}

const HEIGHT = 60;

/** Columns side by side, each with its figure above and its name below: a list that anyone can read. */
export function WeekColumns({ columns }: { columns: readonly Column[] }) {
  const max = Math.max(...columns.map(({ value }) => value), 1);
  return (
    <ul className="flex items-end gap-2">
      {columns.map(({ key, label, value, text, late }) => {
        const height = (HEIGHT * value) / max;
        return (
          <li key={key} className="flex min-w-0 grow basis-0 flex-col-reverse items-center text-center">
            <span className="mt-1 min-h-[2.6em] text-ink-soft text-sm leading-tight">{label}</span>
            <svg
              viewBox={`0 0 20 ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              className="h-20 w-full max-w-12 border-line-strong border-b"
            >
              <rect
                width="20"
                y={HEIGHT - height}
                height={height}
                className={late ? 'fill-danger' : 'fill-accent'}
              />
            </svg>
            <span className="figures font-semibold">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
