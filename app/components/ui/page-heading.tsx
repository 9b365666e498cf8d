import type { ReactNode } from 'react';

interface PageHeadingProps {
  /** A line above: what this page belongs to. */
  readonly caption?: ReactNode;
  readonly children: ReactNode;
  /** A first paragraph, larger than the rest. */
  readonly lead?: ReactNode;
  /** Stands at the end of the line, e.g. a state or a button. */
  readonly aside?: ReactNode;
}

/** The page's one h1. */
export function PageHeading({ caption, children, lead, aside }: PageHeadingProps) {
  return (
    <div className="mb-6">
      {caption && <p className="mb-1 text-ink-soft">{caption}</p>}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="min-w-0 font-bold text-2xl sm:text-3xl">{children}</h1>
        {aside}
      </div>
      {lead && <p className="mt-4 max-w-measure text-lg text-ink-soft">{lead}</p>}
    </div>
  );
}
