import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface TimelineEntry {
  readonly key: string;
  readonly title: ReactNode;
  /** When, in the reader's words; `dateTime` is the same for machines. */
  readonly when: string;
  readonly dateTime?: string;
  readonly detail?: ReactNode;
  /** `current` is where things stand; `future` has not happened yet. */
  readonly standing?: 'past' | 'current' | 'future';
}

/** What happened and what comes next, in order. */
export function Timeline(props: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="my-6 max-w-measure list-none ps-0">
      {props.entries.map((entry) => (
        <li
          key={entry.key}
          aria-current={entry.standing === 'current' ? 'step' : undefined}
          className="relative border-line border-s-2 ps-6 pb-6 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden="true"
            className={classes(
              'absolute -start-[9px] top-1.5 size-4 rounded-full border-2',
              entry.standing === 'future' ? 'border-line-strong bg-paper' : 'border-accent',
              entry.standing === 'current' ? 'bg-accent' : 'bg-paper',
            )}
          />
          <p className="font-semibold">{entry.title}</p>
          <p className="text-ink-soft text-sm">
            <time dateTime={entry.dateTime}>{entry.when}</time>
          </p>
          {entry.detail && <div className="prose mt-1">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
