import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const SECONDS = 3;

/** Without a script the browser itself loads the page anew while something is moving. */
export const refreshTag = { httpEquiv: 'refresh', content: String(SECONDS * 2) };

/** With a script the figures are fetched anew, and the page stays where it is. */
export function LookAgain(props: { while: boolean }) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!props.while) return;
    // The tag is for browsers without a script; with one it would throw away what is being typed.
    document.querySelector('meta[http-equiv="refresh"]')?.remove();
    const timer = setTimeout(() => {
      if (state === 'idle') revalidate();
    }, SECONDS * 1000);
    return () => clearTimeout(timer);
  });
  return null;
}
