import type { ReactNode } from 'react';

/** Something that most readers do not need, one click away; the browser's own disclosure. */
export function Details(props: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={props.open} className="group my-5 max-w-measure print:my-2">
      <summary className="inline-flex min-h-11 print:min-h-0 items-center gap-2 text-accent underline underline-offset-4 hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 10 10" aria-hidden="true" className="mirrored size-2.5 shrink-0 group-open:hidden">
          <path d="M2 0l6 5-6 5z" fill="currentColor" />
        </svg>
        <svg viewBox="0 0 10 10" aria-hidden="true" className="hidden size-2.5 shrink-0 group-open:block">
          <path d="M0 2l5 6 5-6z" fill="currentColor" />
        </svg>
        {props.summary}
      </summary>
      <div className="prose mt-1 border-line border-s-4 ps-5 py-1">{props.children}</div>
    </details>
  );
}
