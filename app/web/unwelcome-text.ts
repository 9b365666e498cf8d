/** C0 controls except tab, line feed and carriage return; delete; C1 controls; unpaired surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u;
/** Embeddings, overrides and isolates. The plain marks U+200E and U+200F stay: people type them. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * The code of what makes a text unfit to be kept and shown to somebody else: what a database cannot hold, and what would
 * make a name or a file read as another. Undefined for a text without it.
 */
export function unwelcomeIn(text: string): 'control_characters' | 'direction_override' | undefined {
  if (CONTROLS.test(text)) return 'control_characters';
  return DIRECTION.test(text) ? 'direction_override' : undefined;
}
