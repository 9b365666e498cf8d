import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '#app/cli/export.ts';
import { keys, packageBytes, shopParts } from '#tests/services/disclosure/sample-package.ts';

let folder: string;
let out: string;
let err: string;
const at = (name: string) => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'habeas-export-'));
  const bytes = await packageBytes(shopParts());
  await writeFile(at('good.zip'), bytes);
  await writeFile(at('bad.zip'), bytes.with(200, (bytes[200] as number) ^ 1));
  await writeFile(at('keys.json'), JSON.stringify({ keys }));
  await writeFile(at('others.json'), '{"keys":[]}');
  await writeFile(at('nokeys.json'), '{"hello":1}');
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

describe('habeas export verify', () => {
  it('says VALID and exits 0 when all holds and the key is published', async () => {
    expect(await run(['verify', at('good.zip'), '--keys', at('keys.json')])).toBe(0);
    expect(out).toBe('VALID reference=HAB-TEST-0001 files=9 rows=1204\n');
  });

  it('fetches the keys when it is given an address', async () => {
    const server = createServer((_request, response) => void response.end(JSON.stringify({ keys }))).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(
      await run(['verify', '--keys', `http://127.0.0.1:${port}/.well-known/jwks.json`, at('good.zip')]),
    ).toBe(0);
    server.close();
  });

  it('says "intact, signer unknown" and exits 2 without keys', async () => {
    expect(await run(['verify', at('good.zip')])).toBe(2);
    expect(out).toContain('intact, signer unknown');
  });

  it('names what is wrong, a line each, and exits 1', async () => {
    expect(await run(['verify', at('bad.zip'), '--keys', at('keys.json')])).toBe(1);
    expect(out).toMatch(/^INVALID changed data\/shop\/\w+\.\w+: /m);
    out = '';
    expect(await run(['verify', at('good.zip'), '--keys', at('others.json')])).toBe(1);
    expect(out).toContain('INVALID signer_not_among_keys signature.jws: was made with key "test-key-1"');
  });

  it.each([
    [[]],
    [['check', 'x']],
    [['verify']],
    [['verify', 'good.zip', '--keys']],
    [['verify', 'a', 'b']],
    [['verify', '--force', 'a']],
    [['verify', '/nowhere.zip']],
  ])('exits 2 for %j and writes nothing to stdout', async (argv) => {
    expect(await run(argv)).toBe(2);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });

  it('exits 2 when what it is given as keys is none', async () => {
    expect(await run(['verify', at('good.zip'), '--keys', at('nokeys.json')])).toBe(2);
    expect(err).toContain('is no key set');
  });
});
