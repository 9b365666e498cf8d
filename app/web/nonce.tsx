import { createContext, type ReactNode, useContext } from 'react';

const NonceContext = createContext('');

/** Hands the page's script nonce to the document; the server alone knows it. */
export function NonceProvider(props: { nonce: string; children: ReactNode }) {
  return <NonceContext.Provider value={props.nonce}>{props.children}</NonceContext.Provider>;
}

/** The nonce for script elements; empty in the browser, which hides the attribute, so that hydration agrees. */
export function useNonce(): string {
  return useContext(NonceContext);
}
