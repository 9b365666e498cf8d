import { useEffect, useRef } from 'react';
import { useUiText } from './ui-text.tsx';

export interface SummaryError {
  /** The id of the control; absent for an error of the whole form. */
  readonly id?: string;
  readonly message: string;
}

/** All errors of a page, on top of it, taking focus, each a link to its field. Renders nothing when there is none. */
export function ErrorSummary(props: { errors: readonly SummaryError[]; heading?: string }) {
  const text = useUiText();
  const box = useRef<HTMLDivElement>(null);
  const { errors } = props;
  // Without a script the attribute below does the same.
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must be told first what is wrong
      autoFocus
      role="alert"
      aria-labelledby="error-summary-heading"
      className="mb-8 max-w-measure rounded-md border-3 border-danger bg-surface p-5"
    >
      <h2 id="error-summary-heading" className="font-bold text-lg">
        {props.heading ?? text.errorSummary}
      </h2>
      <ul className="mt-2 grid gap-1.5">
        {errors.map(({ id, message }) => (
          <li key={`${id} ${message}`} className="font-semibold text-danger">
            {id ? (
              <a href={`#${id}`} className="text-danger hover:text-danger-strong">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
