import type { ReactNode } from 'react';
import { Citation, type Cited } from './citation.tsx';

export interface Fact {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** What is to be known beside the value. */
  readonly more?: ReactNode;
  readonly source?: Cited;
}

/** Terms and what the law says to them, each with its source below it. */
export function Facts({ facts }: { facts: readonly (Fact | false | null | undefined)[] }) {
  return (
    <dl className="grid gap-x-8 sm:grid-cols-[minmax(8rem,12rem)_1fr]">
      {facts.map(
        (fact) =>
          fact && (
            <div
              key={fact.key}
              className="border-line py-3 not-first:border-t sm:col-span-2 sm:grid sm:grid-cols-subgrid"
            >
              <dt className="text-ink-soft text-sm sm:pt-0.5">{fact.term}</dt>
              <dd className="max-w-measure">
                <span className="font-semibold">{fact.value}</span>
                {fact.more && <div className="mt-0.5">{fact.more}</div>}
                {fact.source && <Citation source={fact.source} className="mt-0.5" />}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The same in two columns, for facts that are short; nothing when there is none. */
export function FactGrid({ facts }: { facts: readonly (Fact | false)[] }) {
  const shown = facts.filter((fact) => fact !== false);
  if (shown.length === 0) return null;
  return (
    <dl className="mb-1 gap-x-8 sm:columns-2 print:break-inside-avoid">
      {shown.map((fact) => (
        <div key={fact.key} className="break-inside-avoid pb-4">
          <dt className="text-ink-soft text-sm">{fact.term}</dt>
          <dd>
            <span className="block font-semibold first-letter:uppercase">{fact.value}</span>
            {fact.more && <div className="text-sm">{fact.more}</div>}
            {fact.source && <Citation source={fact.source} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
