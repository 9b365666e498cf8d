import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { type Formats, formats } from '#app/i18n/format.ts';
import { languageOf, translator } from '#app/i18n/server.ts';
import { isolate } from '#app/i18n/text.ts';
import type { MailContent } from './mail-content.ts';
import type { MailFacts } from './read-mail-facts.ts';

/** What the composer of a mail writes with: the reader's language, the facts, and where the portal is. */
export interface MailWriter {
  readonly locale: string;
  readonly dir: MailContent['dir'];
  readonly facts: MailFacts;
  /** As it may stand in a sentence; empty when the mail has none. */
  readonly reference: string;
  /** A text below `mail.` in the reader's language. */
  t(key: string, params?: Readonly<Record<string, unknown>>): string;
  /** The name of a right, in the law's word. */
  right(right: DataSubjectRight): string;
  /** The name of the law of a rule pack. */
  law(pack: string): string;
  /** A text of `legal.json` in the reader's language. */
  legal(key: string): string;
  /** The name of a country (ISO 3166-1 alpha-2). */
  country(code: string): string;
  /** Several things one after the other. */
  list(items: readonly string[]): string;
  /** Keeps a foreign value from turning an Arabic sentence round. */
  foreign(value: string): string;
  /** A date or instant of a deadline in words; `zone` is the law's. */
  date(iso: string, zone?: string): string;
  /** Address of a page of the portal. */
  url(path: string): string;
}

export function mailWriter(
  locale: string,
  facts: MailFacts,
  reference: string | null,
  publicUrl: string,
): MailWriter {
  const { tag, dir } = languageOf(locale);
  const t = translator(tag);
  const foreign = (value: string) => (dir === 'rtl' ? isolate(value) : value);
  return {
    locale: tag,
    dir,
    facts,
    reference: reference ? foreign(reference) : '',
    t: (key, params) => t(`common:mail.${key}`, params),
    right: (right) => t(`legal:rights.${right}.name`),
    law: (pack) => t(`legal:packs.${pack}.name`),
    legal: (key) => t(`legal:${key}`),
    country: (code) => formats(tag).country(code),
    list: (items) => formats(tag).list(items),
    foreign,
    date: (iso, zone = 'UTC') => dateIn(formats(tag), iso, zone),
    url: (path) => new URL(path, publicUrl).href,
  };
}

function dateIn(format: Formats, iso: string, zone: string): string {
  return iso.includes('T') ? format.dateTime(iso, zone) : format.date(iso);
}
