import { useEffect } from 'react';

/**
 * Puts the key of a notice's link into its field and takes it out of the address, so that it stays in no history.
 * Without a script the key is typed. @param id of the field
 */
export function useKeyFromFragment(id: string): void {
  useEffect(() => {
    const key = /^#([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/.exec(window.location.hash)?.[1];
    const field = document.getElementById(id);
    if (!key || !(field instanceof HTMLInputElement)) return;
    field.value = key;
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }, [id]);
}
