import { expect, test } from 'vitest';
import { LINE_LENGTH, parseNoticeLine } from '#app/domain/policy/notice-line.ts';

const line = (fields: unknown) => parseNoticeLine(JSON.stringify(fields));
const GOOD = { email: 'maria@example.org', country: 'PH', locale: 'en-ph' };

test('a line names one person, and the language tag is brought to its canonical form', () => {
  expect(line(GOOD)).toEqual({ email: 'maria@example.org', country: 'PH', locale: 'en-PH' });
});

test.each([
  ['no JSON', '{"email"', '(line)', 'text that is no JSON'],
  ['a list', '[]', '(line)', 'a list'],
  ['null', 'null', '(line)', 'null'],
  ['a further field', JSON.stringify({ ...GOOD, name: 'Maria Santos' }), '(line)', 'a further field'],
  ['no country', JSON.stringify({ ...GOOD, country: undefined }), 'country', 'nothing'],
  ['small letters', JSON.stringify({ ...GOOD, country: 'ph' }), 'country', '"ph"'],
  ['no such country', JSON.stringify({ ...GOOD, country: 'ZZ' }), 'country', '"ZZ"'],
  ['a number for a language', JSON.stringify({ ...GOOD, locale: 5 }), 'locale', 'a number'],
  ['no language tag', JSON.stringify({ ...GOOD, locale: 'e' }), 'locale', '"e"'],
  ['no address', JSON.stringify({ ...GOOD, email: 'maria' }), 'email', 'a text of 5 characters'],
  [
    'two addresses',
    JSON.stringify({ ...GOOD, email: 'a@example.org,b@example.org' }),
    'email',
    'a text of 27 characters',
  ],
  ['a long line', ' '.repeat(LINE_LENGTH + 1), '(line)', `more than ${LINE_LENGTH} characters`],
])('%s is refused with place, value and expectation', (_, text, path, got) => {
  const read = parseNoticeLine(text);
  expect(read).toEqual({ problem: { path, got, expected: expect.stringMatching(/^\w+ \w+/) } });
});

test('a refusal never quotes what could be an address, wherever it stands', () => {
  for (const field of ['email', 'country', 'locale']) {
    const read = JSON.stringify(line({ ...GOOD, [field]: 'maria.santos@@example.org' }));
    expect(read).toContain('problem');
    expect(read).not.toContain('maria.santos');
  }
});
