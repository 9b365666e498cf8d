import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FALLBACK_LOCALE, NAMESPACES } from '#app/i18n/text.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'locales');
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** All texts of a language by `namespace:path.to.key`. */
export function textsOf(tag: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const namespace of NAMESPACES) {
    const json: unknown = JSON.parse(readFileSync(join(FOLDER, tag, `${namespace}.json`), 'utf8'));
    collect(json, `${namespace}:`, '', texts);
  }
  return texts;
}

function collect(node: unknown, prefix: string, path: string, into: Map<string, string>): void {
  if (typeof node === 'string') into.set(prefix + path, node);
  else if (node && typeof node === 'object') {
    for (const [key, child] of Object.entries(node))
      collect(child, prefix, path ? `${path}.${key}` : key, into);
  } else throw new Error(`${prefix}${path}: got ${JSON.stringify(node)}, expected a text or an object`);
}

/** The languages beside English. */
export const OTHERS = readdirSync(FOLDER).filter((tag) => tag !== FALLBACK_LOCALE);
export const ENGLISH = textsOf(FALLBACK_LOCALE);

/** Keys without their plural endings, with the endings that each has. A key counts as plural when it has `_other`. */
export function pluralsOf(texts: Map<string, string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const stem = key.replace(PLURAL, '');
    const isPlural = stem !== key && texts.has(`${stem}_other`);
    const name = isPlural ? stem : key;
    forms.set(name, [...(forms.get(name) ?? []), ...(isPlural ? [key.slice(stem.length + 1)] : [])]);
  }
  return forms;
}

/** The placeholders and marks of a text, sorted. */
export function partsOf(text: string): string[] {
  const found = text.match(/\{\{[^}]*\}\}|<\/?\w+>/g) ?? [];
  return [...new Set(found.map((part) => part.replaceAll(' ', '')))].sort();
}
