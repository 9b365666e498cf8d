import type { ReactNode } from 'react';

/** A part of the page with an address of its own (`#time`), so that it can be linked to. */
export function Section(props: { id: string; title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  const heading = `${props.id}-title`;
  return (
    <section id={props.id} aria-labelledby={heading} className="mt-14">
      <h2 id={heading} className="border-line-strong border-b pb-2 font-bold text-xl">
        {props.title}
      </h2>
      {props.lead && <p className="mt-3 max-w-measure text-ink-soft">{props.lead}</p>}
      {props.children}
    </section>
  );
}
