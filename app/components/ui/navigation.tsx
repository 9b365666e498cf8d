import type { ReactNode } from 'react';
import { useUiText } from './ui-text.tsx';

/** One step back in a path of questions. */
export function BackLink(props: { href: string; children?: ReactNode }) {
  const text = useUiText();
  return (
    <a href={props.href} className="no-print mb-5 inline-flex min-h-11 items-center gap-2">
      <Chevron className="mirrored rotate-180" />
      {props.children ?? text.back}
    </a>
  );
}

export interface Crumb {
  readonly href?: string;
  readonly text: string;
}

/** Where this page lies; the last entry is the page itself. */
export function Breadcrumb(props: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={props.label} className="no-print mb-5 text-sm">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {props.crumbs.map(({ href, text }, index) => (
          <li key={text} className="flex items-center gap-2">
            {index > 0 && <Chevron className="mirrored" />}
            {href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Views of the same thing, each at an address of its own. */
export function Tabs(props: {
  label: string;
  tabs: readonly { href: string; text: ReactNode; current?: boolean }[];
}) {
  return (
    <nav aria-label={props.label} className="no-print my-6 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {props.tabs.map(({ href, text, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-transparent border-b-4 px-3 no-underline hover:border-line-strong aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Earlier and later pages of a list; a missing address leaves its side out. */
export function Pagination(props: { label: string; previous?: string; next?: string; position?: string }) {
  const text = useUiText();
  return (
    <nav aria-label={props.label} className="no-print my-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      {props.previous && (
        <a href={props.previous} rel="prev" className="inline-flex min-h-11 items-center gap-2">
          <Chevron className="mirrored rotate-180" />
          {text.previous}
        </a>
      )}
      {props.position && <span className="figures text-ink-soft">{props.position}</span>}
      {props.next && (
        <a href={props.next} rel="next" className="inline-flex min-h-11 items-center gap-2">
          {text.next}
          <Chevron className="mirrored" />
        </a>
      )}
    </nav>
  );
}

function Chevron(props: { className: string }) {
  return (
    <svg viewBox="0 0 8 12" aria-hidden="true" className={`h-3 w-2 shrink-0 ${props.className}`}>
      <path d="M1 1l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
