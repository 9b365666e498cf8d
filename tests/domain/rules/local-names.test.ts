import { describe, expect, it, test } from 'vitest';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { type DescribedRegime, regimeOf } from '#app/domain/rules/applicable-regime.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { localNames } from '#app/domain/rules/local-names.ts';
import { RULE_PACKS } from '#app/domain/rules/packs/index.ts';

const TODAY = '2026-11-22';

function terms(
  jurisdiction: Jurisdiction,
  right: DataSubjectRight,
  country: string | null = jurisdiction.slice(0, 2),
  on = TODAY,
) {
  const regime = regimeOf(jurisdiction, on) as DescribedRegime;
  return localNames(regime, right, country).map(({ lang, term }) => `${lang}: ${term}`);
}

describe('the law’s own word for a right', () => {
  it('stands in the language of the law, whoever reads it', () => {
    expect(terms('BR', 'erasure')).toEqual(['pt-BR: Eliminação dos dados pessoais']);
    expect(terms('JP', 'access')).toEqual(['ja: 保有個人データの開示']);
    expect(terms('KR', 'restriction')).toEqual(['ko: 개인정보의 처리정지']);
    expect(terms('US-CA', 'access')).toEqual(['en: Right to know']);
  });

  it('stands in each official language of a place that has several', () => {
    expect(terms('CH', 'access').map((term) => term.slice(0, 2))).toEqual(['de', 'fr', 'it']);
    expect(terms('HK', 'access')).toEqual(['en: Data access request', 'zh-Hant: 查閱資料要求']);
    expect(terms('MO', 'objection').map((term) => term.split(':')[0])).toEqual(['zh-Hant', 'pt']);
  });

  it('is that of the Regulation in the languages of the country, and none for the EEA as a whole', () => {
    expect(terms('EEA', 'access', 'BE').map((term) => term.slice(0, 2))).toEqual(['nl', 'fr', 'de']);
    expect(terms('EEA', 'objection', 'DE')).toEqual(['de: Widerspruchsrecht']);
    expect(terms('FR', 'objection', 'FR')).toEqual(['fr: Droit d’opposition']);
    expect(terms('FR', 'post_mortem', 'FR')).toHaveLength(1);
    expect(terms('EEA', 'objection', null)).toEqual([]);
    expect(terms('EEA', 'objection', 'NO')).toEqual([]);
  });

  it('is that of the version: Vietnam and India changed their words with their laws', () => {
    expect(terms('VN', 'access', 'VN', '2025-12-31')).toEqual(['vi: Quyền truy cập']);
    expect(terms('VN', 'access', 'VN', '2026-01-01')).toEqual(['vi: Xem dữ liệu cá nhân']);
    expect(terms('IN', 'grievance', 'IN', '2027-05-13')).toEqual(['en: Right of grievance redressal']);
  });

  it('is left out where the law has none', () => {
    expect(terms('TH', 'rectification')).toEqual([]);
    expect(terms('US-VA', 'access')).toEqual([]);
  });
});

/** What the script of a language looks like; the Latin ones are told by holding none of the others. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /^[\p{Script=Arabic}\s]+$/u,
  bg: /^[\p{Script=Cyrillic}\s,„“()]+$/u,
  el: /^[\p{Script=Greek}\s,«»()]+$/u,
  ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー（）、]+$/u,
  ko: /^[\p{Script=Hangul}\s]+$/u,
  th: /^[\p{Script=Thai}\s]+$/u,
  'zh-Hans': /^[\p{Script=Han}、]+$/u,
  'zh-Hant': /^[\p{Script=Han}、]+$/u,
};

test('every word is written in the script of its language, once a version, and for a right that the law knows', () => {
  const wrong: string[] = [];
  for (const pack of RULE_PACKS) {
    const known = pack.versions.flatMap(({ rights }) => rights.map(({ right }) => right));
    for (const { id, localNames: names } of pack.versions) {
      const keys = names.map(({ right, lang }) => `${pack.id} ${id} ${right} ${lang}`);
      wrong.push(...keys.filter((key, index) => keys.indexOf(key) !== index));
      for (const { right, lang, term } of names) {
        const script = SCRIPTS[lang] ?? /^[\p{Script=Latin}\s\p{P}]+$/u;
        if (!script.test(term) || term.trim() !== term) wrong.push(`${pack.id} ${right} ${lang}: ${term}`);
        if (!known.includes(right)) wrong.push(`${pack.id} ${right}: no such right`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
