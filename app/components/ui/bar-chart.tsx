import type { ReactNode } from 'react';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The value as the reader writes it. */
  readonly text: string;
}

/** A picture with its caption. */
export function Figure(props: { caption: ReactNode; children: ReactNode }) {
  return (
    <figure className="my-6">
      <figcaption className="mb-3 font-semibold">{props.caption}</figcaption>
      {props.children}
    </figure>
  );
}

/**
 * Quantities side by side: a list that anyone can read, with a bar drawn beside each value. The widths are SVG
 * attributes, since the content security policy allows no inline style.
 */
export function BarChart(props: { bars: readonly Bar[]; max?: number }) {
  const max = Math.max(props.max ?? 0, ...props.bars.map(({ value }) => value), 1);
  return (
    <ul className="grid gap-2">
      {props.bars.map(({ key, label, value, text }) => (
        <li key={key} className="grid items-center gap-x-4 sm:grid-cols-[minmax(8rem,14rem)_1fr_4rem]">
          <span>{label}</span>
          <svg
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
            className="mirrored h-4 w-full"
          >
            <rect width="100" height="8" className="fill-sunken" />
            <rect width={(100 * value) / max} height="8" className="fill-accent" />
          </svg>
          <span className="figures sm:text-end">{text}</span>
        </li>
      ))}
    </ul>
  );
}
