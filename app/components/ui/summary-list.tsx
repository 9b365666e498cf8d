import type { ReactNode } from 'react';

export interface SummaryRow {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** A link that changes the value; `about` completes its text for screen readers. */
  readonly action?: { readonly href: string; readonly text: string; readonly about: string };
}

/** Terms and their values; on "check your answers" each with a way back to its question. */
export function SummaryList(props: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="my-6 border-line border-t">
      {props.rows.map(({ key, term, value, action }) => (
        <div key={key} className="gap-x-6 border-line border-b py-3 sm:flex">
          <dt className="font-semibold sm:w-2/5 sm:shrink-0 lg:w-1/3">{term}</dt>
          <dd className="min-w-0 grow">{value}</dd>
          {action && (
            <dd className="no-print shrink-0 max-sm:mt-1">
              <a href={action.href}>
                {action.text}
                <span className="sr-only"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
