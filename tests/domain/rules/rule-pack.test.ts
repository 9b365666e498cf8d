import { expect, test } from 'vitest';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { CALENDARS, JURISDICTIONS, RULE_PACKS } from '#app/domain/rules/index.ts';
import { eeaGdpr } from '#app/domain/rules/packs/eea-gdpr.ts';
import { gbUkgdpr } from '#app/domain/rules/packs/gb-ukgdpr.ts';
import { type RulePackInput, rulePackSchema } from '#app/domain/rules/rule-pack.ts';
import ar from '../../../locales/ar/legal.json' with { type: 'json' };
import en from '../../../locales/en/legal.json' with { type: 'json' };
import ko from '../../../locales/ko/legal.json' with { type: 'json' };

/** The paths and messages with which the schema refuses a pack. */
function refusals(pack: unknown): string[] {
  const result = rulePackSchema.safeParse(pack);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
const copy = (pack: RulePackInput): RulePackInput => structuredClone(pack);

test('every described jurisdiction has exactly one pack', () => {
  expect(RULE_PACKS.map((pack) => pack.jurisdiction).sort()).toEqual([...JURISDICTIONS].sort());
});

test('every pack is data: it survives a JSON round trip', () => {
  for (const pack of RULE_PACKS) expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
});

test('a gap between two versions is refused, with the place and the day that was expected', () => {
  const pack = copy(gbUkgdpr);
  (pack.versions[0] as { validTo: string }).validTo = '2026-02-03';
  expect(refusals(pack)).toEqual([
    'versions.0.validTo: 2026-02-03; expected the day before 2026-02-05, without gap or overlap',
  ]);
});

test('an overlap between two versions is refused', () => {
  const pack = copy(gbUkgdpr);
  (pack.versions[0] as { validTo: string }).validTo = '2026-02-05';
  expect(refusals(pack)).toHaveLength(1);
});

test('a last version that ends is refused, so that no day is without law by accident', () => {
  const pack = copy(eeaGdpr);
  (pack.versions[0] as { validTo: string | null }).validTo = '2030-01-01';
  expect(refusals(pack)).toEqual(['versions.0.validTo: 2030-01-01; expected null for the last version']);
});

test('a fact without a citation is refused', () => {
  const pack = copy(eeaGdpr);
  (pack.versions[0]?.rights[0] as { citation: string }).citation = '';
  expect(refusals(pack)[0]).toMatch(/^versions\.0\.rights\.0\.citation/);
});

test('a right described twice, or a statutory right without a response, is refused', () => {
  const pack = copy(eeaGdpr);
  const rights = pack.versions[0]?.rights as Record<string, unknown>[];
  rights.push({ right: 'access', standing: 'statutory', citation: 'nowhere', confidence: 'unsure' });
  expect(refusals(pack)).toEqual([
    'versions.0.rights.10: access is described twice; expected each right once',
    'versions.0.rights.10: access is statutory without a response; expected one',
  ]);
});

test('business days without a calendar are refused', () => {
  const pack = copy(eeaGdpr);
  const first = pack.versions[0]?.rights[0] as { response: unknown };
  first.response = { period: { amount: 5, unit: 'business_day' }, citation: 'nowhere', confidence: 'unsure' };
  expect(refusals(pack)[0]).toContain('expected clock.businessDays');
});

test('every calendar that a pack names has been generated', () => {
  for (const pack of RULE_PACKS) {
    for (const { clock } of pack.versions) {
      const { rollover } = clock;
      const named = [clock.businessDays?.calendar, 'calendar' in rollover ? rollover.calendar : undefined];
      for (const id of named) if (id) expect(CALENDARS.has(id), `${pack.id} ${id}`).toBe(true);
    }
  }
});

/** Every note key of the packs, wherever it stands. */
function noteKeys(key: string, value: unknown): string[] {
  if (typeof value === 'string') return key === 'note' ? [value] : [];
  if (Array.isArray(value)) {
    return key === 'notes' || key === 'items'
      ? (value as string[])
      : value.flatMap((item) => noteKeys(key, item));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => noteKeys(name, inner));
}

test.each([
  ['en', en],
  ['ko', ko],
  ['ar', ar],
])('every note, right, pack and jurisdiction is named in %s', (_language, texts) => {
  const notes = new Set(noteKeys('', RULE_PACKS as unknown));
  expect([...notes].filter((key) => !(key in texts.notes))).toEqual([]);
  expect(Object.keys(texts.notes).filter((key) => !notes.has(key))).toEqual([]);
  expect(RIGHTS.filter((right) => !(right in texts.rights))).toEqual([]);
  expect(RULE_PACKS.filter((pack) => !(pack.id in texts.packs)).map((pack) => pack.id)).toEqual([]);
  expect(JURISDICTIONS.filter((id) => !(id in texts.jurisdictions))).toEqual([]);
});
