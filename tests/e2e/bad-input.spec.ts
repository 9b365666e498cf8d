import { expect, test } from '@playwright/test';
import { BAD_PAGES, type BadPage, tries } from './support/bad-pages.ts';
import { errorAt, errorLinks, LOCALES, languageOf, patternOf, textOf } from './support/pages.ts';
import { encode, FORM, redirectOf, type Visit, visit } from './support/visit.ts';

/** A visit that has come as far as the page. */
async function visitAt(page: BadPage, locale: string): Promise<Visit> {
  const form = await visit({ locale });
  await page.reach(form);
  return form;
}

for (const [index, page] of BAD_PAGES.entries()) {
  // Each page in one language, each language on every third page: what is said comes from one place for all pages.
  const locale = LOCALES[index % LOCALES.length] ?? 'en';
  test.describe(`${page.path} in ${locale}`, () => {
    test('says at the field what is wrong and keeps what was typed', async () => {
      const form = await visitAt(page, locale);
      for (const { name, field, fields, code, kept } of tries(page)) {
        const answer = await form.post(page.path, fields);
        const html = await answer.text();
        const what = `${name} ${field}`;
        expect(answer.status(), what).toBe(422);
        expect(languageOf(html), what).toBe(locale);
        expect(errorAt(html, field) ?? 'no error', what).toMatch(
          patternOf(textOf(locale, 'common', `errors.${code}`)),
        );
        expect(errorLinks(html), what).toContain(field);
        for (const typed of kept) expect(html.includes(typed), `${what} keeps what was typed`).toBe(true);
      }
      await form.end();
    });

    test('leaves out what it does not know, also the names of the language itself', async () => {
      const form = await visitAt(page, locale);
      const odd = { ...page.valid, evil: 'yes', constructor: 'x', 'toString.a': 'y', 'a[9999]': 'z' };
      const polluting = `${encode(odd)}&__proto__=x&__proto__.polluted=yes&a%5B0%5D%5B__proto__%5D=q`;
      expect(await redirectOf(await form.send(page.path, polluting, FORM))).toBe(page.next);
      await form.end();
    });

    test('answers a body that is no form, too many fields, or far too much, without breaking', async () => {
      const form = await visitAt(page, locale);
      const many = new URLSearchParams(Array.from({ length: 201 }, (_, n) => [`f${n}`, 'x']));
      const cases: [string, string | Buffer, Record<string, string>, number, string | undefined][] = [
        ['JSON', '{"country":"DE"}', { 'Content-Type': 'application/json' }, 422, 'unreadable'],
        [
          'a torn multipart',
          '--x\r\nContent-Disposition',
          { 'Content-Type': 'multipart/form-data; boundary=x' },
          422,
          undefined,
        ],
        ['201 fields', many.toString(), FORM, 422, 'too_many_fields'],
        [
          'bytes that are no UTF-8',
          Buffer.from(`${Object.keys(page.valid)[0]}=%ff%fe%E0%A4`),
          FORM,
          422,
          undefined,
        ],
        ['10 MB and a byte', Buffer.alloc(10_000_001, 'a'), FORM, 413, undefined],
        [
          'nearly 10 MB in one field',
          Buffer.from(`${Object.keys(page.valid)[0]}=${'a'.repeat(9_900_000)}`),
          FORM,
          422,
          undefined,
        ],
      ];
      for (const [name, body, headers, status, code] of cases) {
        const answer = await form.send(page.path, body, headers);
        const html = await answer.text();
        expect(answer.status(), name).toBe(status);
        expect(languageOf(html), name).toBe(locale);
        if (code) expect(html, name).toMatch(patternOf(textOf(locale, 'common', `errors.${code}`)));
      }
      await form.end();
    });
  });
}

test('an address that names no page, no right or no place says so, and is no error of ours', async () => {
  const form = await visit({ locale: 'ko' });
  for (const path of [
    '/nowhere',
    '/rights/zz',
    '/track/case/x',
    '/%E0%A4%A',
    '/officer/nowhere',
    '/outbox/1',
  ]) {
    const answer = await form.get(path);
    const html = await answer.text();
    expect([path, answer.status()]).toEqual([path, 404]);
    expect(languageOf(html), path).toBe('ko');
  }
  await form.end();
});
