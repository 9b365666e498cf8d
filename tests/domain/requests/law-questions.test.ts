import { expect, test } from 'vitest';
import { asksByLaw, everyQuestion, isNeeded, questionsFor } from '#app/domain/requests/right-details.ts';

const names = (...given: Parameters<typeof questionsFor>) =>
  questionsFor(...given).fields.map(({ name }) => name);

test('erasure and blocking in the Philippines need a ground of the Act and its proof, elsewhere not', () => {
  for (const right of ['erasure', 'restriction'] as const) {
    expect(names(right, 'PH')).toEqual(expect.arrayContaining(['grounds', 'proof']));
    expect(names(right, 'EEA')).not.toContain('grounds');
    const proof = questionsFor(right, 'PH').fields.find(({ name }) => name === 'proof');
    expect(proof && isNeeded(proof, {})).toBe(true);
  }
  const grounds = questionsFor('erasure', 'PH').fields.find(({ name }) => name === 'grounds');
  expect(grounds && 'choices' in grounds && grounds.choices).toHaveLength(7);
});

test('how far back an access request reaches is asked in California alone', () => {
  expect(names('access', 'US-CA')).toContain('period');
  expect(names('access', 'US-VA')).not.toContain('period');
  expect(names('access', 'EEA')).not.toContain('period');
});

test('what was answered is shown whatever the law: without one, every question is known', () => {
  expect(everyQuestion('access').fields.map(({ name }) => name)).toContain('period');
  expect(names('access')).not.toContain('period');
});

test('another residence asks anew where laws ask differently', () => {
  expect(asksByLaw('access')).toBe(true);
  expect(asksByLaw('portability')).toBe(true);
  expect(asksByLaw('objection')).toBe(false);
});
