import { NAMESPACES, type Namespace } from './text.ts';

/**
 * Sections of a file that most pages do not show: for the browser they are files of their own, `legal.notes` beside
 * `legal`. Those of `common` are written by the server alone, into mails and packages.
 */
const APART: Partial<Record<Namespace, readonly string[]>> = {
  common: ['mail', 'package'],
  legal: ['notes', 'privacy'],
};

/** The texts of one namespace: sections by their name. */
export type Texts = Readonly<Record<string, unknown>>;

/** Notes which files of texts a page was made from, so that the browser fetches those and no others. */
export interface UsedTexts {
  note(namespace: Namespace, key: string): void;
  /** Their names, as {@link textFile} has them. */
  files(): readonly string[];
}

export function usedTexts(): UsedTexts {
  const files = new Set<string>();
  return { note: (namespace, key) => files.add(textFile(namespace, key)), files: () => [...files].sort() };
}

/** The file that holds a text: `legal.notes` for `legal:notes.x`. A prefix in the key goes before the namespace. */
export function textFile(namespace: Namespace, key: string): string {
  const colon = key.indexOf(':');
  const prefix = NAMESPACES.find((name) => name === key.slice(0, Math.max(0, colon)));
  const named = prefix ?? namespace;
  const [section = ''] = (prefix ? key.slice(colon + 1) : key).split('.', 1);
  return APART[named]?.includes(section) ? `${named}.${section}` : named;
}

/** What a file of the browser holds of the texts of its namespace: one section that lies apart, or all others. */
export function textsOfFile(texts: Texts, namespace: string, section: string | undefined): Texts {
  const apart = APART[namespace as Namespace] ?? [];
  const kept = (name: string) => (section ? name === section : !apart.includes(name));
  return Object.fromEntries(Object.entries(texts).filter(([name]) => kept(name)));
}
