import type { ReactNode } from 'react';

interface PanelProps {
  readonly id: string;
  readonly title: ReactNode;
  /** Stands at the end of the heading's line: a state, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a dense page with a heading of its own, so that a screen reader can jump to it. */
export function Panel({ id, title, aside, children }: PanelProps) {
  return (
    <section
      aria-labelledby={`${id}-heading`}
      className="rounded-md border border-line bg-surface p-4 sm:p-5"
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={`${id}-heading`} className="font-bold text-lg">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

export interface Fact {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
}

/** Terms above their values; for narrow columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-2">
      {facts.map(({ key, term, value }) => (
        <div key={key}>
          <dt className="text-ink-soft text-sm">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
