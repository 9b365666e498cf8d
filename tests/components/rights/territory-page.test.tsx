import { describe, expect, test } from 'vitest';
import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { findPack } from '#app/domain/rules/packs/index.ts';
import { isCounted } from '#app/domain/rules/period.ts';
import { formats } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/server.ts';
import legal from '../../../locales/en/legal.json' with { type: 'json' };
import { LOCALES, markupOf, NOW, textOf, viewOf } from './rendered.tsx';

// A text that is missing is reported by console.error, which fails a test.
describe.each(LOCALES)('in %s', (locale) => {
  test.each(JURISDICTIONS)('every version of %s has a page with all its texts', (jurisdiction) => {
    const versions = findPack(jurisdiction)?.versions ?? [];
    expect(versions.length).toBeGreaterThan(0);
    for (const { validFrom } of versions) {
      const view = viewOf(jurisdiction, validFrom);
      const text = textOf(markupOf(view, locale));
      const slips = ['undefined', 'NaN', '[object', '{{'].filter((slip) => text.includes(slip));
      // A citation may well say that a word is undefined in the law.
      expect(slips.filter((slip) => !JSON.stringify(view).includes(slip))).toEqual([]);
      expect(text).toContain(formats(locale).date(validFrom));
    }
  });

  test.each(JURISDICTIONS)(
    'no number stands on the page of %s that its packs and dates do not hold',
    (jurisdiction) => {
      const view = viewOf(jurisdiction);
      const known = numbersIn(JSON.stringify(view));
      const dates = [view.on, ...JSON.stringify(view).matchAll(/\d{4}-\d{2}-\d{2}/g)].map(String);
      for (const date of dates)
        for (const number of numbersIn(formats(locale).weekday(date))) known.add(number);
      const notes = notesOf(view, locale).flatMap((text) => [...numbersIn(text)]);
      const shown = numbersIn(textOf(withoutStepNumbers(markupOf(view, locale))));
      const unknown = [...shown].filter((number) => !known.has(number) && !notes.includes(number));
      expect(unknown).toEqual([]);
    },
  );

  test('the law’s own words stand in their language, whatever the reader’s', () => {
    expect(markupOf(viewOf('br'), locale)).toMatch(/lang="pt-BR"[^>]*>Eliminação dos dados pessoais</);
    expect(markupOf(viewOf('sa'), locale)).toMatch(/lang="ar"[^>]*>الحق في العلم</);
    expect(markupOf(viewOf('be'), locale)).toMatch(/lang="nl"[^>]*>Recht van bezwaar</);
  });

  test('a representative is named where the law wants one, and nowhere else', () => {
    const who = (code: string) => {
      const text = textOf(markupOf(viewOf(code), locale));
      return text.includes('Agent & Partners') && text.includes('agent@desk.example');
    };
    expect(['kr', 'tr'].map(who)).toEqual([true, true]);
    expect(['de', 'us-ca', 'jp'].map(who)).toEqual([false, false, false]);
    expect(textOf(markupOf(viewOf('kr'), locale))).toContain(
      translator(locale)('explorer:who.domestic_agent'),
    );
  });

  test('a request from the page of a region begins with the country and the region', () => {
    const link = (code: string) =>
      /href="(\/request\/residence[^"]*)"/.exec(markupOf(viewOf(code), locale))?.[1];
    expect(link('us-ca')).toBe('/request/residence?country=US&amp;region=US-CA');
    expect(link('ca-qc')).toBe('/request/residence?country=CA&amp;region=CA-QC');
    expect(link('gb-sct')).toBe('/request/residence?country=GB&amp;region=GB-SCT');
    expect(link('nl')).toBe('/request/residence?country=NL');
    expect(link('eea')).toBe('/request/residence');
  });

  test('holidays are called by the name of their calendar, in sentences too', () => {
    const t = translator(locale);
    const dutch = textOf(markupOf(viewOf('nl', '2026-03-27'), locale));
    expect(dutch).toContain(t('legal:calendars.NL'));
    expect(dutch).not.toMatch(/[:(] ?NL[);]/);
    expect(textOf(markupOf(viewOf('us-ca'), locale))).toContain(t('legal:calendars.US'));
  });

  test('a courtesy stands apart from the rights, under its own name', () => {
    const markup = markupOf(viewOf('sg'), locale);
    const t = translator(locale);
    const erasure = markup.slice(markup.indexOf('id="erasure"'));
    expect(textOf(erasure.slice(0, erasure.indexOf('</article>')))).toContain(
      t('legal:standing.discretionary'),
    );
    expect(markup.indexOf('id="standing-discretionary"')).toBeLessThan(markup.indexOf('id="erasure"'));
    expect(markup.indexOf('id="standing-statutory"')).toBeLessThan(
      markup.indexOf('id="standing-discretionary"'),
    );
    const rights = markup.slice(
      markup.indexOf('id="standing-statutory"'),
      markup.indexOf('id="standing-discretionary"'),
    );
    expect(rights).not.toContain('id="erasure"');
  });

  test('a law without a number shows its own words and no date for them', () => {
    const view = viewOf('jp');
    const access = view.rights.find(({ right }) => right === 'access');
    expect(access?.response && isCounted(access.response.period)).toBe(false);
    expect(textOf(markupOf(view, locale))).toContain(translator(locale)('legal:units.without_delay'));
    expect(view.examples.filter(({ rights, deadline }) => rights.includes('access') && deadline.due)).toEqual(
      [],
    );
  });
});

test('a page says which law each right of a composed place comes from', () => {
  const text = textOf(markupOf(viewOf('fr'), 'en'));
  const t = translator('en');
  expect(text).toContain(t('explorer:law.base', { place: 'European Economic Area' }));
  expect(text).toContain(t('legal:packs.eea-gdpr.name'));
  expect(text).toContain(t('legal:packs.fr-lil.name'));
});

test('the example is that of the day asked for, by the version of that day', () => {
  const view = viewOf('nl', '2026-01-31');
  const access = view.examples.find(({ rights }) => rights.includes('access'));
  expect(access?.deadline).toMatchObject({ dueUnrolled: '2026-02-28', due: '2026-03-02' });
  expect(viewOf('us-ca', '2027-02-01').layers[0]?.from).toBe('2027-01-01');
  expect(viewOf('us-ca', '2027-02-01').rights.find(({ right }) => right === 'adm')?.standing).toBe(
    'statutory',
  );
  expect(viewOf('us-ca').rights.find(({ right }) => right === 'adm')?.standing).toBe('not_in_force');
});

test('before the first described version nothing is promised, and the versions are offered', () => {
  const view = viewOf('nl', '2010-01-01');
  expect(view).toMatchObject({ kind: 'not_described', rights: [], examples: [], duties: null });
  expect(markupOf(view, 'en')).toContain('/rights/nl?on=2018-05-25');
});

test('today is the day on the clocks of the law', () => {
  expect(viewOf('kr').today).toBe(NOW.toZonedDateTimeISO('Asia/Seoul').toPlainDate().toString());
});

function numbersIn(text: string): Set<string> {
  return new Set(
    [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+/g)].map(([number]) =>
      number.replace(/^0+(?=\d)/, ''),
    ),
  );
}

/** Takes out the running numbers of a derivation's steps, which the eye alone sees. */
function withoutStepNumbers(markup: string): string {
  return markup.replace(/<span aria-hidden="true"[^>]*>\d+<\/span>/g, '');
}

/** The notes and names of laws that a view shows: their numbers are the law's own. */
function notesOf(view: TerritoryView, locale: string): string[] {
  const t = translator(locale);
  const words = new Set(
    JSON.stringify(view)
      .match(/"[a-z0-9_]+"/g)
      ?.map((word) => word.slice(1, -1)),
  );
  const keys = Object.keys(legal.notes).filter((key) => words.has(key));
  return [
    ...keys.map((key) => t(`legal:notes.${key}`)),
    ...view.layers.map(({ pack }) => t(`legal:packs.${pack}.name`)),
  ];
}
