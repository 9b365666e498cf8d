import { readFileSync } from 'node:fs';
import path from 'node:path';

export const LOCALES = ['en', 'ko', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

const folder = path.resolve(import.meta.dirname, '../../../locales');
const files = new Map<string, unknown>();

/** A text of ours as it stands in its file: `textOf('ko', 'common', 'errors.required')`. @throws for a missing one */
export function textOf(locale: string, file: string, key: string): string {
  const name = `${locale}/${file}.json`;
  if (!files.has(name)) files.set(name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
  const found = key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], files.get(name));
  if (typeof found !== 'string') throw new Error(`locales/${name}: no text ${key}`);
  return found;
}

/** A pattern for that text with whatever stands in its places. */
export function patternOf(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\{\w+\}\}/g, '.+?'));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

/** The text of a piece of HTML. */
export function plain(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands at a field as its error; undefined when nothing does. */
export function errorAt(html: string, field: string): string | undefined {
  const found = new RegExp(`<p id="${escapeId(field)}-error"[^>]*>([\\s\\S]*?)</p>`).exec(html);
  return found?.[1] === undefined ? undefined : plain(found[1]);
}

/** The fields that the list of errors on top leads to. */
export function errorLinks(html: string): string[] {
  const list = /role="alert"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  return [...list.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
}

/** What a page says of itself in its first tag. */
export function languageOf(html: string): string | undefined {
  return /<html[^>]* lang="([^"]+)"/.exec(html)?.[1];
}

/** The main part of a page. */
export function mainOf(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}

const escapeId = (id: string) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
