import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '#app/cli/datamap.ts';

let folder: string;
let out: string;
let err: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'habeas-datamap-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  out = err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});
afterEach(() => void vi.restoreAllMocks());

async function check(yaml: string) {
  const file = path.join(folder, 'map.yml');
  await writeFile(file, yaml);
  return run(['check', file]);
}

describe('habeas datamap check', () => {
  it('accepts the demo map without a warning', async () => {
    expect(await run(['check', 'db/northwind/datamap.yml'])).toBe(0);
    expect(out).toBe('OK datasets=1 collections=13 fields=111 references=11\n');
    expect(err).toBe('');
  });

  it('accepts a map as other tools write it, and warns of what the law wants told', async () => {
    const yaml =
      'dataset:\n- fides_key: a\n  collections:\n  - name: t\n    fields:\n    - name: id\n      fides_meta: {primary_key: true, identity: email}\n';
    expect(await check(yaml)).toBe(0);
    expect(err).toContain('warning no_purpose a/t: meta.purposes');
  });

  it('names each problem by path, value and expectation', async () => {
    const yaml = 'dataset:\n- fides_key: a b\n  collections:\n  - name: t\n    fields: []\n';
    expect(await check(yaml)).toBe(1);
    expect(out).toContain('INVALID dataset[0].fides_key: got "a b", expected letters, digits');
    expect(out).toContain('INVALID dataset[0].collections[0].fields: got [], expected');
  });

  it('names the line of text that is no YAML', async () => {
    expect(await check('dataset:\n  - a: [1\n')).toBe(1);
    expect(out).toMatch(/^INVALID line \d+, column \d+: got "[A-Z_]+", expected YAML/);
  });

  it('does not unfold aliases without end', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'
        .split('')
        .map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[at]}`).join()}]`),
    ];
    expect(await check(bomb.join('\n'))).toBe(1);
    expect(out).toContain('INVALID (whole)');
  });

  it.each([[[]], [['check']], [['list', 'x']], [['check', 'a', 'b']], [['check', '/nowhere/map.yml']]])(
    'exits 2 for %j',
    async (argv) => {
      expect(await run(argv)).toBe(2);
      expect(out).toBe('');
    },
  );
});
