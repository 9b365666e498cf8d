import { createContext, type ReactNode, useContext } from 'react';

/** The few words that components say by themselves; the layout hands them in, in the reader's language. */
export interface UiText {
  /** Read out before an error message: "Error:". */
  readonly error: string;
  /** Put behind the label of a field that may stay empty. */
  readonly optional: string;
  readonly back: string;
  readonly copy: string;
  readonly copied: string;
  readonly previous: string;
  readonly next: string;
  /** Heading of the list of errors on top of a page. */
  readonly errorSummary: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const UiTextContext = createContext<UiText | undefined>(undefined);

export function UiTextProvider(props: { text: UiText; children: ReactNode }) {
  return <UiTextContext.Provider value={props.text}>{props.children}</UiTextContext.Provider>;
}

/** The words of the components; an error when no layout stands above. */
export function useUiText(): UiText {
  const text = useContext(UiTextContext);
  if (!text) throw new Error('This component needs a UiTextProvider above it');
  return text;
}
