import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type ClockEvent, EVENT_PAIRS } from '#app/domain/rules/clock-event.ts';
import { CALENDARS, RULE_PACKS, regimeOf, responseDeadline, rightsUnder } from '#app/domain/rules/index.ts';
import ar from '../../../locales/ar/legal.json' with { type: 'json' };
import en from '../../../locales/en/legal.json' with { type: 'json' };
import ko from '../../../locales/ko/legal.json' with { type: 'json' };

const FORMS = {
  en: ['one', 'other'],
  ko: ['other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const;
const TEXTS = { en, ko, ar };
type Language = keyof typeof TEXTS;

/** Days after receipt on which something is asked and answered: in time, unanswered, and after every limit. */
const COURSES: readonly (readonly [number, number?] | undefined)[] = [
  undefined,
  [1, 3],
  [1, 30],
  [1],
  [200, 201],
];

function eventsOf(course: readonly [number, number?] | undefined, date: string): ClockEvent[] {
  if (!course) return [];
  return Object.values(EVENT_PAIRS).flatMap((pair) =>
    course.map((days, i) => ({
      type: pair[i] as ClockEvent['type'],
      at: Temporal.PlainDate.from(date).add({ days }).toString(),
    })),
  );
}

/** Every step key with the names of its parameters, over all packs, rights, four days and the courses of events. */
function stepsUsed(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { jurisdiction } of RULE_PACKS) {
    for (const date of ['2026-02-05', '2026-06-20', '2026-11-25', '2027-05-31']) {
      const regime = regimeOf(jurisdiction, date);
      if (regime.kind === 'not_described') continue;
      for (const { right } of rightsUnder(regime)) {
        const receivedAt = Temporal.Instant.from(`${date}T12:00:00Z`);
        for (const course of COURSES) {
          const input = { regime, right, receivedAt, events: eventsOf(course, date) };
          for (const step of responseDeadline(input, CALENDARS).derivation) {
            const names = used.get(step.step) ?? new Set();
            for (const name of Object.keys(step.params)) names.add(name);
            used.set(step.step, names);
          }
        }
      }
    }
  }
  return used;
}
const used = stepsUsed();

test.each(Object.keys(TEXTS) as Language[])(
  'every derivation step can be said in %s with the parameters it has',
  (language) => {
    const texts = TEXTS[language].derivation as Record<string, string>;
    for (const [step, names] of used) {
      const key = step.slice('derivation.'.length);
      const forms = names.has('count') ? FORMS[language].map((form) => `${key}_${form}`) : [key];
      for (const form of forms) {
        const text = texts[form];
        expect(text, `${language} ${form}`).toBeTypeOf('string');
        for (const [, name] of text?.matchAll(/\{\{(\w+)\}\}/g) ?? [])
          expect([...names], form).toContain(name);
      }
    }
  },
);

test('the steps of all laws together are many, so that the check above is not empty', () => {
  expect(used.size).toBeGreaterThan(40);
  expect([...used.keys()]).toContain('derivation.asked_too_late');
});

test('Korean and Arabic say every step in their own words', () => {
  for (const language of ['ko', 'ar'] as const) {
    const texts = TEXTS[language].derivation as Record<string, string>;
    const english = new Set(Object.values(en.derivation));
    expect(Object.entries(texts).filter(([, text]) => english.has(text))).toEqual([]);
  }
});
