import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeySet } from '#app/services/disclosure/verify/check-signature.ts';
import type { PackageProblem } from '#app/services/disclosure/verify/problem.ts';
import { zipStream } from '#app/services/disclosure/zip-stream.ts';
import { allOf } from '#tests/support/all-of.ts';
import { keys, kid, packageBytes, shopParts, unzip, verify } from './sample-package.ts';

let intact: Buffer;
let entries: Map<string, Buffer>;
beforeAll(async () => {
  intact = await packageBytes(shopParts());
  entries = await unzip(intact);
});

/** Zips entries again as they are, so that only what a test changed differs. */
async function rezip(changed: Map<string, Buffer>): Promise<Buffer> {
  const all = [...changed].map(([path, bytes]) => ({ path, bytes: async () => bytes }));
  return Buffer.concat((await allOf(zipStream(all, () => {}))) as Buffer[]);
}
const withEntry = (path: string, bytes: Buffer | string) =>
  rezip(new Map([...entries, [path, Buffer.from(bytes)]]));
const without = (path: string) => rezip(new Map([...entries].filter(([name]) => name !== path)));
const textOf = (path: string) => String(entries.get(path));
/** The same bytes with a name replaced by one of the same length, as no honest program writes it. */
const renamed = (zip: Buffer, from: string, to: string) =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

async function problemsOf(bytes: Buffer, given: KeySet | null = keys): Promise<readonly PackageProblem[]> {
  const result = await verify(bytes, given);
  return result.verdict === 'invalid' ? result.problems : [];
}
const told = async (bytes: Buffer) => (await problemsOf(bytes)).map(({ code, entry }) => `${code} ${entry}`);

describe('the verifier', () => {
  it('accepts a package as it was made, also when it was zipped again the same way', async () => {
    expect(await verify(intact)).toMatchObject({
      verdict: 'valid',
      manifest: { reference: 'HAB-TEST-0001' },
    });
    expect((await verify(await rezip(entries))).verdict).toBe('valid');
  });

  it('says that the signer is unknown when it is given no keys', async () => {
    expect((await verify(intact, null)).verdict).toBe('signer_unknown');
  });

  it('names the file in which a byte was changed', async () => {
    const changed = textOf('data/shop/people.json').replace('ada@example.com', 'eve@example.com');
    expect(await problemsOf(await withEntry('data/shop/people.json', changed), null)).toEqual([
      {
        code: 'changed',
        entry: 'data/shop/people.json',
        detail: expect.stringMatching(/^SHA-256 is [0-9a-f]{64}, the manifest says [0-9a-f]{64}$/),
      },
    ]);
    const page = textOf('index.html').replace('Your', 'Mine');
    expect(await told(await withEntry('index.html', page))).toEqual(['changed index.html']);
  });

  it('finds any byte changed in the zip itself', async () => {
    for (let at = 0; at < intact.length; at += 101) {
      const changed = Buffer.from(intact);
      changed[at] = (changed[at] as number) ^ 0x04;
      expect((await verify(changed)).verdict, `byte ${at} of ${intact.length}`).toBe('invalid');
    }
  });

  it('names a row that was taken out, added, or no longer fits its schema', async () => {
    const path = 'data/shop/logs.ndjson';
    const lines = textOf(path).split('\n');
    expect(await problemsOf(await withEntry(path, lines.toSpliced(3, 1).join('\n')))).toMatchObject([
      { code: 'rows', entry: path, detail: 'has 1199 rows, the manifest says 1200' },
      { code: 'changed', entry: path },
    ]);
    const notes = textOf('data/shop/notes.json');
    expect(
      await problemsOf(await withEntry('data/shop/notes.json', notes.replace('"n3"', '4711'))),
    ).toMatchObject([
      { code: 'row_invalid', detail: 'row 3: /id is not what the schema expects: string or null or object' },
      { code: 'changed' },
    ]);
    expect(await problemsOf(await withEntry(path, textOf(path).replace('"n":17}', '"m":17}')))).toMatchObject(
      [{ code: 'row_invalid', detail: expect.stringContaining('row 18: ') }, { code: 'changed' }],
    );
    expect(await told(await withEntry(path, textOf(path).replace('{"id":"l5"', '{"id"."l5"')))).toEqual([
      `row_invalid ${path}`,
      `changed ${path}`,
    ]);
  });

  it('never repeats a value of a row', async () => {
    const changed = textOf('data/shop/people.json').replace('"ada@example.com"', '["ada@example.com"]');
    const problems = await problemsOf(await withEntry('data/shop/people.json', changed));
    expect(problems).toMatchObject([{ code: 'row_invalid' }, { code: 'changed' }]);
    expect(JSON.stringify(problems)).not.toContain('ada@');
  });

  it('names a schema that was changed, and one that is no schema any more', async () => {
    const path = 'schema/shop/people.schema.json';
    expect(await told(await withEntry(path, textOf(path).replace('"string"', '"number"')))).toContain(
      `changed ${path}`,
    );
    expect(await told(await withEntry(path, '{"patternProperties":{}}'))).toContain(`schema_invalid ${path}`);
    expect(await told(await withEntry(path, 'not json'))).toContain(`schema_invalid ${path}`);
  });

  it('names a changed manifest, a changed signature and a foreign signer', async () => {
    const manifest = textOf('manifest.json').replace('HAB-TEST-0001', 'HAB-TEST-0002');
    expect(await told(await withEntry('manifest.json', manifest))).toEqual(['signature_wrong signature.jws']);
    const signature = textOf('signature.jws').trim();
    const other = `${signature.slice(0, -5)}${signature.at(-5) === 'A' ? 'B' : 'A'}${signature.slice(-4)}`;
    expect(await told(await withEntry('signature.jws', other))).toEqual(['signature_wrong signature.jws']);
    expect(await told(await withEntry('signature.jws', 'nonsense'))).toEqual([
      'signature_malformed signature.jws',
    ]);
    const foreign = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as KeySet[number];
    const codes = async (given: KeySet) => (await problemsOf(intact, given)).map(({ code }) => code);
    expect(await codes([{ ...foreign, kid }])).toEqual(['signature_wrong']);
    expect(await codes([{ ...foreign, kid: 'other' }])).toEqual(['signer_not_among_keys']);
  });

  it('does not accept a signature with another algorithm in its header', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url');
    const forged = `${header}..${textOf('signature.jws').trim().split('..')[1]}`;
    expect(await told(await withEntry('signature.jws', forged))).toEqual([
      'signature_malformed signature.jws',
    ]);
  });

  it('names a file that is missing and one that nobody listed', async () => {
    expect(await told(await without('data/shop/people.json'))).toEqual([
      'entry_missing data/shop/people.json',
    ]);
    expect(await told(await withEntry('extra.html', 'hi'))).toEqual(['entry_not_listed extra.html']);
    expect(await told(await without('signature.jws'))).toEqual(['signature_missing signature.jws']);
    expect(await told(await without('manifest.json'))).toEqual(['manifest_missing manifest.json']);
  });

  it('stops a file that inflates beyond what the manifest says', async () => {
    const bomb = await withEntry('data/shop/people.json', Buffer.alloc(50_000_000, 32));
    expect(await told(bomb)).toEqual(['entry_too_big data/shop/people.json']);
  });

  it('refuses names that lead out of the package and names that come twice', async () => {
    const outside = renamed(await withEntry('xx/evil.html', 'hi'), 'xx/evil', '../evil');
    expect(await told(outside)).toEqual(['zip_unreadable ']);
    const twice = renamed(await withEntry('manifest.jsom', '{}'), 'manifest.jsom', 'manifest.json');
    expect(await told(twice)).toContain('entry_twice manifest.json');
  });

  it('refuses bytes before and after the entries', async () => {
    expect(await problemsOf(Buffer.concat([Buffer.from('#!/bin/sh\n'), intact]))).not.toEqual([]);
    expect(await problemsOf(Buffer.concat([intact, Buffer.from('x')]))).not.toEqual([]);
  });

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('hello')],
    ['half a package', () => intact.subarray(0, intact.length / 2)],
  ])('says of %s that it is no zip', async (_what, bytes) => {
    expect(await told(bytes())).toEqual(['zip_unreadable ']);
  });
});
