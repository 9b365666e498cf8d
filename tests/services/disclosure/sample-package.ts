import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headerLine, type RowMarks, rowLine } from '#app/domain/disclosure/collected-line.ts';
import type { Manifest } from '#app/domain/disclosure/manifest.ts';
import { textInstance } from '#app/i18n/server.ts';
import { signDetached } from '#app/services/disclosure/sign-detached.ts';
import type { KeySet } from '#app/services/disclosure/verify/check-signature.ts';
import { verifyPackageFile } from '#app/services/disclosure/verify/verify-package.ts';
import { type PackageParts, writePackage } from '#app/services/disclosure/write-package.ts';
import { collection, mapOf, reference } from '#tests/domain/data-map/small-map.ts';
import { allOf } from '#tests/support/all-of.ts';

export { unzip } from '#tests/support/unzip.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
export const kid = 'test-key-1';
export const keys = [{ ...publicKey.export({ format: 'jwk' }), kid }] as KeySet;

const text = (name: string, more: object = {}) => ({ name, fides_meta: { data_type: 'string' }, ...more });

/** A shop with a person and her orders: what each test of the package starts from. */
export const shopMap = mapOf(
  collection(
    'people',
    [
      text('email', { data_categories: ['user.contact.email'] }),
      text('name'),
      text('pin', { data_categories: ['user.authorization.password'] }),
      text('score', { meta: { origin: 'derived' } }),
    ],
    {
      origin: 'provided',
      lawful_basis: 'contract',
      purposes: [{ en: 'Selling', ko: '판매' }],
      retention: '1 year',
    },
  ),
  collection(
    'notes',
    [
      reference('person', 'people.id'),
      text('author'),
      text('body'),
      { name: 'box', fields: [{ name: 'a' }, { name: 'key', meta: { never_export: true } }] },
    ],
    { lawful_basis: 'legitimate_interests' },
  ),
  collection(
    'logs',
    [reference('person', 'people.id'), { name: 'n', fides_meta: { data_type: 'integer' } }],
    {
      lawful_basis: 'contract',
    },
  ),
  collection('empty', [reference('person', 'people.id')]),
);

export type Row = { json: object | string; marks?: Omit<RowMarks, 'via'> };

const aboutBob = { mask: { author: 'rights_of_others', body: 'rights_of_others' } };
export const shopRows: Record<string, Row[]> = {
  people: [{ json: { id: '1', email: 'ada@example.com', name: '<b>Ada</b> \u202Eevil', score: '7' } }],
  notes: [
    { json: { id: 'n1', person: '1', author: 'Ada', body: '=cmd() & "quotes"', box: { a: 1 } } },
    { json: { id: 'n2', person: '1', author: 'Bob', body: 'about Bob', box: { a: 2 } }, marks: aboutBob },
    {
      json: { id: 'n3', person: '1', author: 'Ada', body: 'ask bob@example.org', box: null },
      marks: { scrub: { body: ['bob@example.org'] } },
    },
  ],
  logs: Array.from({ length: 1_200 }, (_, n) => ({
    json: `{"id":"l${n}","person":"1","n":${n === 7 ? '9007199254740993' : n}}`,
  })),
  empty: [],
};

export function shopParts(more: Partial<PackageParts> = {}, rows = shopRows): PackageParts {
  const language = more.facts?.language ?? 'en';
  const i18n = textInstance(language);
  return {
    facts: {
      kind: 'access',
      reference: 'HAB-TEST-0001',
      created: '2026-11-02T09:00:00Z',
      language,
      direction: 'ltr',
      keysUrl: 'https://privacy.example.org/.well-known/jwks.json',
      controller: { name: 'Northwind Cloud' },
      subject: {
        name: 'Ada',
        assurance: 'reasonable',
        proven: [{ kind: 'email', value: 'ada@example.com', methods: ['email_code'] }],
      },
      law: { jurisdiction: 'EEA', pack: 'eea-gdpr', version: '2018-05-25' },
      period: { from: null, to: '2026-11-02T08:00:00Z' },
      data_map_sha256: '0'.repeat(64),
    },
    map: shopMap,
    sources: shopMap.collections.map(({ source, name }) => {
      const reaches =
        name === 'people'
          ? [{ by: 'identity' as const, field: 'email', kind: 'email' as const, values: ['ada@example.com'] }]
          : [{ by: 'reference' as const, field: 'person', from: { source: 'shop/people', field: 'id' } }];
      const lines = (rows[name] ?? []).map(({ json, marks }) =>
        rowLine({ via: [0], ...marks }, typeof json === 'string' ? json : JSON.stringify(json)),
      );
      const bytes = Buffer.from(headerLine(source, reaches) + lines.join(''));
      return { source, rows: lines.length, bytes: bytes.length, open: async () => chunked(bytes) };
    }),
    withheld: [],
    text: (key, params) => i18n.t(`common:package.${key}`, params ?? {}),
    sign: (manifest) =>
      signDetached(manifest, { kid, privateJwk: privateKey.export({ format: 'jwk' }) as never }),
    ...more,
  };
}

/** In pieces that cut characters and lines in two. */
async function* chunked(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1_021) yield bytes.subarray(at, at + 1_021);
}

export async function packageBytes(parts: PackageParts): Promise<Buffer> {
  return Buffer.concat((await allOf(writePackage(parts).stream)) as Buffer[]);
}

export function manifestOf(entries: ReadonlyMap<string, Buffer>): Manifest {
  return JSON.parse(String(entries.get('manifest.json')));
}

/** Verifies bytes as the command line does, from a file; `null` gives it no keys. */
export async function verify(bytes: Buffer, given: KeySet | null = keys) {
  const folder = await mkdtemp(path.join(tmpdir(), 'habeas-verify-'));
  try {
    const name = path.join(folder, 'package.zip');
    await writeFile(name, bytes);
    const file = await open(name, 'r');
    try {
      return await verifyPackageFile(file, given ?? undefined);
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
