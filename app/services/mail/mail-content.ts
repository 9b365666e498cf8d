/** A piece of a mail. Both the HTML and the plain part are made from the same pieces, so they say the same. */
export type MailBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly MailFact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A one-time code; alone on its line in the plain part, so that people and programs find it. */
  | { readonly kind: 'code'; readonly code: string }
  /** Words that a person wrote, kept apart from ours; its lines are kept. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export interface MailFact {
  readonly name: string;
  readonly value: string;
}

/** A mail before it becomes HTML and plain text. */
export interface MailContent {
  /** BCP 47. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly subject: string;
  /** What a mail program shows beside the subject. */
  readonly preview: string;
  readonly blocks: readonly MailBlock[];
  /** Small print: who sends this and why. */
  readonly footer: readonly string[];
}
