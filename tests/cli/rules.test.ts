import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test, vi } from 'vitest';
import { run } from '#app/cli/rules.ts';
import { RULE_PACKS } from '#app/domain/rules/packs/index.ts';
import { publishedRules } from '#app/domain/rules/published-rules.ts';
import { rightsTable, versionsTable } from '#app/domain/rules/rules-table.ts';

test('every published pack is valid under the published schema, and a spoilt one is not', () => {
  const { schema, packs } = JSON.parse(JSON.stringify(publishedRules()));
  const validate = new Ajv2020({
    strict: false,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/, uri: true },
  }).compile(schema);
  for (const pack of packs)
    expect(validate(pack), `${pack.id} ${JSON.stringify(validate.errors)}`).toBe(true);
  expect(validate({ ...packs[0], jurisdiction: 'XX' })).toBe(false);
});

test('the table in the README is the one that the packs produce', () => {
  const readme = readFileSync('app/domain/rules/README.md', 'utf8');
  const region = /<!-- versions:begin -->\n([\s\S]*?)\n<!-- versions:end -->/.exec(readme)?.[1];
  expect(region).toBe(versionsTable(RULE_PACKS));
});

test('the README names only files that exist', () => {
  const readme = readFileSync('app/domain/rules/README.md', 'utf8');
  const paths = [...readme.matchAll(/`((?:app|tests|locales)\/[\w./-]+)`/g)].map(
    (match) => match[1] as string,
  );
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) expect(() => readFileSync(path), path).not.toThrow(/ENOENT/);
});

test('the table of rights shows the version in force on a day', () => {
  const before = rightsTable(RULE_PACKS, '2026-06-18').split('\n');
  const after = rightsTable(RULE_PACKS, '2026-06-19').split('\n');
  const complaint = (rows: string[]) => rows.find((line) => line.startsWith('| GB | complaint |'));
  expect(complaint(before)).toContain('not_in_force');
  expect(complaint(after)).toContain('30 calendar_day');
});

test('anything but --json or --markdown is wrong usage', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await run(['--yaml'])).toBe(2);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});
