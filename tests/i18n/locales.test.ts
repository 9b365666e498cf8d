import { describe, expect, test } from 'vitest';
import { FALLBACK_LOCALE } from '#app/i18n/text.ts';
import { ENGLISH, OTHERS, partsOf, pluralsOf, textsOf } from './locale-files.ts';

/** Values that may be the same as in English, each with its reason. */
const SAME_AS_ENGLISH: Readonly<Record<string, string>> = {};

/** Letters that a translation must hold: what is left without them was not translated. */
const SCRIPT: Readonly<Record<string, RegExp>> = { ko: /\p{Script=Hangul}/u, ar: /\p{Script=Arabic}/u };

const wordless = (text: string) => !/\p{L}{2,}/u.test(text.replace(/\{\{[^}]*\}\}|<\/?\w+>/g, ''));

function pluralForms(tag: string): string[] {
  return [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort();
}

describe.each(OTHERS)('the texts in %s', (tag) => {
  const texts = textsOf(tag);
  const [plurals, english] = [pluralsOf(texts), pluralsOf(ENGLISH)];

  test('have the keys that English has', () => {
    expect([...english.keys()].filter((key) => !plurals.has(key))).toEqual([]);
    expect([...plurals.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  test('have every plural form of the language and no other', () => {
    const counted = [...english].filter(([, forms]) => forms.length > 0).map(([key]) => key);
    const wrong = counted.filter((key) => `${plurals.get(key)?.toSorted()}` !== `${pluralForms(tag)}`);
    expect(wrong).toEqual([]);
  });

  test('have the placeholders and marks that English has', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const stem = key.replace(/_(zero|one|two|few|many|other)$/, '');
      const source = ENGLISH.get(key) ?? ENGLISH.get(`${stem}_other`) ?? '';
      // "one day" and "two days" are words in some languages: there the number itself may be left out.
      const without = key === stem ? [] : ['{{count}}'];
      const kept = (parts: string[]) => parts.filter((part) => !without.includes(part)).join();
      return kept(partsOf(text)) !== kept(partsOf(source));
    });
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('are translated', () => {
    const same = [...texts].filter(
      ([key, text]) => !wordless(text) && ENGLISH.get(key) === text && !(key in SAME_AS_ENGLISH),
    );
    expect(same.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('are written in the script of the language', () => {
    const script = SCRIPT[tag];
    if (!script) throw new Error(`${tag}: name its script in SCRIPT`);
    const foreign = [...texts].filter(
      ([key, text]) => !wordless(text) && !script.test(text) && !(key in SAME_AS_ENGLISH),
    );
    expect(foreign.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('every language', () => {
  test.each([FALLBACK_LOCALE, ...OTHERS])(
    '%s holds no empty, untrimmed or mechanically broken text',
    (tag) => {
      const broken = [...textsOf(tag)].filter(
        ([, text]) => text.trim() !== text || text === '' || /\{\{\s*\}\}|\uFFFD|TODO/.test(text),
      );
      expect(broken).toEqual([]);
    },
  );

  test('English has both of its plural forms', () => {
    const wrong = [...pluralsOf(ENGLISH)].filter(
      ([, forms]) => forms.length > 0 && `${forms.toSorted()}` !== 'one,other',
    );
    expect(wrong).toEqual([]);
  });

  test('each value that may stay English exists, and still does stay', () => {
    const unneeded = Object.keys(SAME_AS_ENGLISH).filter(
      (key) => !OTHERS.some((tag) => textsOf(tag).get(key) === ENGLISH.get(key)),
    );
    expect(unneeded).toEqual([]);
  });
});
