import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NAMESPACES } from '#app/i18n/text.ts';
import { type Texts, textFile, textsOfFile, usedTexts } from '#app/i18n/text-files.ts';

const read = (namespace: string) => JSON.parse(readFileSync(`locales/en/${namespace}.json`, 'utf8')) as Texts;
/** Every file of the browser that the texts of a namespace lie in. */
const filesOf = (namespace: (typeof NAMESPACES)[number]) =>
  new Set(Object.keys(read(namespace)).map((section) => textFile(namespace, `${section}.x`)));

test('the files of a namespace hold each of its sections once', () => {
  for (const namespace of NAMESPACES) {
    const whole = read(namespace);
    const sections = [...filesOf(namespace)].flatMap((file) =>
      Object.keys(textsOfFile(whole, namespace, file.split('.')[1])),
    );
    expect(sections.sort(), namespace).toEqual(Object.keys(whole).sort());
  }
});

test('what lies apart is there, and the browser’s entry can fetch each of it', () => {
  const entry = readFileSync('app/entry.client.tsx', 'utf8');
  const apart = NAMESPACES.flatMap((namespace) => [...filesOf(namespace)]).filter((file) =>
    file.includes('.'),
  );
  expect(apart.sort()).toEqual(['common.mail', 'common.package', 'legal.notes', 'legal.privacy']);
  for (const file of apart) {
    const [, section] = file.split('.');
    expect(entry).toContain(`'${file}'`);
    expect(entry).toContain(`?section=${section}`);
  }
});

test('a text is looked for in the file of its own namespace, whoever asks', () => {
  expect(textFile('portal', 'home.title')).toBe('portal');
  expect(textFile('portal', 'legal:notes.x')).toBe('legal.notes');
  expect(textFile('legal', 'common:errors.x')).toBe('common');
  expect(textFile('legal', 'notes.a:b')).toBe('legal.notes');
  expect(textFile('legal', 'noteworthy.x')).toBe('legal');
});

test('what a page says is noted once, in an order that does not depend on the page', () => {
  const used = usedTexts();
  for (const key of ['rights.access.name', 'notes.one', 'rights.erasure.name']) used.note('legal', key);
  used.note('common', 'ui.continue');
  expect(used.files()).toEqual(['common', 'legal', 'legal.notes']);
});
