import type { ReactNode } from 'react';

export interface DerivationRow {
  readonly key: string;
  /** What this step says, in a sentence. */
  readonly text: ReactNode;
  /** The date it arrives at, in the reader's words. */
  readonly date?: string;
  readonly dateTime?: string;
  /** Where it is written. */
  readonly citation?: ReactNode;
  /** A mark such as "likely". */
  readonly mark?: ReactNode;
}

/** Numbered steps from a fact to a result; the last one is the result. Each stands beside its source. */
export function Derivation(props: { label: string; rows: readonly DerivationRow[] }) {
  return (
    <ol
      aria-label={props.label}
      className="my-4 max-w-measure list-none overflow-hidden rounded-md border border-line bg-surface ps-0"
    >
      {props.rows.map((row, index) => (
        <li
          key={row.key}
          className="mt-0 flex gap-4 border-line px-4 py-3 not-last:border-b last:bg-accent-soft last:font-semibold"
        >
          <span aria-hidden="true" className="figures w-5 shrink-0 text-end text-ink-soft">
            {index + 1}
          </span>
          <div className="grid min-w-0 grow gap-x-4 sm:grid-cols-[1fr_auto]">
            <p>
              {row.text} {row.mark}
            </p>
            {row.date && (
              <time dateTime={row.dateTime} className="figures whitespace-nowrap text-sm sm:text-end">
                {row.date}
              </time>
            )}
            {row.citation && <p className="col-start-1 font-normal text-ink-soft text-sm">{row.citation}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
