import { useEffect, useState } from 'react';
import { useUiText } from './ui-text.tsx';

/** A reference or code to take along. Selecting it takes the whole; with a script there is a button too. */
export function CopyText(props: { value: string; label?: string }) {
  const text = useUiText();
  const [state, setState] = useState<'absent' | 'ready' | 'copied'>('absent');
  // Known only in the browser: without a script, or on plain HTTP, there is no clipboard and no button.
  useEffect(() => {
    if (navigator.clipboard) setState('ready');
  }, []);
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <code dir="ltr" className="reference select-all rounded-sm bg-sunken px-2 py-0.5 font-mono">
        {props.value}
      </code>
      {state !== 'absent' && (
        <button
          type="button"
          className="cursor-pointer text-accent text-sm underline underline-offset-4"
          onClick={() => navigator.clipboard.writeText(props.value).then(() => setState('copied'))}
        >
          {text.copy}
          {props.label && <span className="sr-only"> {props.label}</span>}
        </button>
      )}
      <span role="status" className="text-sm text-success">
        {state === 'copied' && text.copied}
      </span>
    </span>
  );
}
