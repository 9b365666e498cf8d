import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const table = readFileSync('app/domain/rules/ADDENDA.md', 'utf8');
const rows = [...table.matchAll(/^\| ([PDAJ]\d+) \| (.*) \| (.*) \| (.*)\|$/gm)];
const range = (letter: string, last: number) => Array.from({ length: last }, (_, n) => `${letter}${n + 1}`);

test('every demand of the addenda has one line, in order', () => {
  const asked = [...range('P', 13), ...range('D', 10), ...range('A', 7), ...range('J', 14)];
  expect(rows.map(([, id]) => id)).toEqual(asked);
});

test('every line names a file, and every file named is there', () => {
  const named = (text: string | undefined) =>
    [...(text ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');
  expect(rows.filter(([, , , where]) => named(where).length === 0).map(([, id]) => id)).toEqual([]);
  expect(named(table).filter((path) => !existsSync(path))).toEqual([]);
});
