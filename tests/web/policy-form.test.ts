import { expect, test } from 'vitest';
import { readForm } from '#app/web/form.server.ts';
import { newVersionForm } from '#app/web/policy-form.ts';

const GOOD = {
  name: '2027-03',
  'effectiveFrom-day': '1',
  'effectiveFrom-month': '3',
  'effectiveFrom-year': '2027',
  material: 'yes',
  'texts.en.summary': 'Log data is kept for 60 days.',
  'texts.en.url': 'https://northwind.example/privacy',
  'texts.ko.summary': '로그 데이터를 60일간 보관합니다.',
  'texts.ko.url': 'https://northwind.example/ko/privacy',
  sure: 'on',
};

async function read(fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ ...GOOD, ...fields });
  const request = new Request('http://127.0.0.1/officer/policies/new', { method: 'POST', body });
  const form = await readForm(request, newVersionForm(['en', 'ko']));
  return form.ok ? form.value : form.reply.data.form.errors;
}

test('a version is read with a text in each language', async () => {
  expect(await read({})).toMatchObject({
    name: '2027-03',
    effectiveFrom: '2027-03-01',
    material: true,
    texts: { ko: { summary: '로그 데이터를 60일간 보관합니다.' } },
  });
});

test.each([
  [{ name: 'new' }, 'name', 'invalid_format'],
  [{ name: '2027/03' }, 'name', 'invalid_format'],
  [{ name: 'x'.repeat(33) }, 'name', 'too_long'],
  [{ 'effectiveFrom-day': '31', 'effectiveFrom-month': '2' }, 'effectiveFrom', 'invalid_date'],
  [{ material: 'perhaps' }, 'material', 'invalid_choice'],
  [{ 'texts.ko.summary': '' }, 'texts.ko.summary', 'required'],
  [{ 'texts.ko.summary': 'x'.repeat(2001) }, 'texts.ko.summary', 'too_long'],
  [{ 'texts.en.summary': 'a\u202eb' }, 'texts.en.summary', 'direction_override'],
  [{ 'texts.en.url': 'http://northwind.example' }, 'texts.en.url', 'invalid_https'],
  [{ 'texts.en.url': 'javascript:alert(1)' }, 'texts.en.url', 'invalid_https'],
  [{ sure: '' }, 'sure', 'required_choice'],
] as const)('%j is refused at its field', async (fields, field, code) => {
  expect(Object.entries(await read(fields)).map(([name, [error]]) => [name, error.code])).toEqual([
    [field, code],
  ]);
});

test('an empty form is refused at each field, one by one', async () => {
  const nothing = Object.fromEntries(Object.keys(GOOD).map((name) => [name, '']));
  expect(Object.keys(await read(nothing)).toSorted()).toEqual([
    'effectiveFrom',
    'material',
    'name',
    'sure',
    'texts.en.summary',
    'texts.en.url',
    'texts.ko.summary',
    'texts.ko.url',
  ]);
});
