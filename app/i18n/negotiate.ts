import { match } from '@formatjs/intl-localematcher';
import { FALLBACK_LOCALE } from './text.ts';

/** What a request says about the reader's language, strongest wish first. */
export interface LanguageWish {
  /** The choice made on this very page. */
  readonly chosen?: string | null | undefined;
  /** The choice kept in the reader's cookie. */
  readonly kept?: string | null | undefined;
  /** The browser's `Accept-Language` header. */
  readonly accepted?: string | null | undefined;
}

/** Resolves the reader's language to one of `offered`; an unknown or malformed wish is passed over. */
export function negotiateLocale(wish: LanguageWish, offered: readonly string[]): string {
  for (const tag of [wish.chosen, wish.kept]) {
    if (tag && offered.includes(tag)) return tag;
  }
  const wanted = parseAcceptLanguage(wish.accepted ?? '');
  return wanted.length === 0
    ? FALLBACK_LOCALE
    : match(wanted, offered, FALLBACK_LOCALE, { algorithm: 'lookup' });
}

/** Tags of an `Accept-Language` header by falling weight (RFC 9110, 12.5.4); at most 10 are read. */
export function parseAcceptLanguage(header: string): string[] {
  return header
    .split(',', 10)
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(param)?.[1]).find(Boolean);
      return { tag: canonical(tag.trim()), weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}
