import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { manifestOf, packageBytes, shopParts, shopRows, unzip, verify } from './sample-package.ts';

const entriesOf = async (...args: Parameters<typeof shopParts>) =>
  unzip(await packageBytes(shopParts(...args)));
const json = (entries: Map<string, Buffer>, path: string) => JSON.parse(String(entries.get(path)));

describe('a package', () => {
  it('has the promised entries, the manifest and its signature last', async () => {
    expect([...(await entriesOf()).keys()]).toEqual([
      'data/shop/people.json',
      'data/shop/notes.json',
      'data/shop/logs.ndjson',
      'schema/shop/people.schema.json',
      'schema/shop/notes.schema.json',
      'schema/shop/logs.schema.json',
      'schema/manifest.schema.json',
      'index.html',
      'README',
      'manifest.json',
      'signature.jws',
    ]);
  });

  it('tells hash, length and rows of each entry as they are', async () => {
    const entries = await entriesOf();
    const { files, collections } = manifestOf(entries);
    expect(files.map((file) => file.path)).toEqual([...entries.keys()].slice(0, -2));
    for (const file of files) {
      const bytes = entries.get(file.path) as Buffer;
      expect(file.bytes, file.path).toBe(bytes.length);
      expect(file.sha256, file.path).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(collections.map((one) => [one.source, one.rows, one.file ?? null])).toEqual([
      ['shop/people', 1, 'data/shop/people.json'],
      ['shop/notes', 3, 'data/shop/notes.json'],
      ['shop/logs', 1_200, 'data/shop/logs.ndjson'],
      ['shop/empty', 0, null],
    ]);
    expect(collections[1]?.found).toEqual([
      { by: 'reference', field: 'person', through: 'shop/people.id', rows: 3 },
    ]);
  });

  it('is the same byte for byte when made again, but for the manifest and its signature', async () => {
    const facts = { ...shopParts().facts, created: '2027-01-01T00:00:00Z' };
    const [first, again] = [await entriesOf(), await entriesOf({ facts })];
    const differing = [...first]
      .filter(([path, bytes]) => !again.get(path)?.equals(bytes))
      .map(([path]) => path);
    expect(differing).toEqual(['manifest.json', 'signature.jws']);
    expect((await packageBytes(shopParts())).equals(await packageBytes(shopParts()))).toBe(true);
  });

  it('holds data that a standard validator accepts by the schemas it carries', async () => {
    const entries = await entriesOf();
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const file of manifestOf(entries).files.filter((one) => one.schema)) {
      const validate = ajv.compile(json(entries, file.schema as string));
      const text = String(entries.get(file.path));
      const values = file.path.endsWith('.ndjson')
        ? text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [JSON.parse(text)];
      for (const value of values) expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    }
    const schema = json(entries, 'schema/manifest.schema.json');
    expect(new Ajv2020({ strict: false, validateFormats: false }).validate(schema, manifestOf(entries))).toBe(
      true,
    );
  });

  it('masks what speaks of others, and says how much and why', async () => {
    const entries = await entriesOf();
    const masked = { masked: 'rights_of_others' };
    expect(json(entries, 'data/shop/notes.json')).toEqual([
      shopRows.notes?.[0]?.json,
      { id: 'n2', person: '1', author: masked, body: masked, box: { a: 2 } },
      { id: 'n3', person: '1', author: 'Ada', body: 'ask [masked]', box: null },
    ]);
    expect([...entries.values()].join('')).not.toMatch(/Bob|bob@/);
    expect(manifestOf(entries).left_out).toEqual([
      {
        source: 'shop/people',
        scope: 'field',
        field: 'pin',
        category: 'user.authorization.password',
        ground: 'never_exported',
      },
      { source: 'shop/notes', scope: 'value', field: 'author', count: 1, ground: 'rights_of_others' },
      { source: 'shop/notes', scope: 'value', field: 'body', count: 2, ground: 'rights_of_others' },
      { source: 'shop/notes', scope: 'field', field: 'box.key', ground: 'never_exported' },
    ]);
  });

  it('leaves out what an officer withheld, by row, by field and as a whole, with ground and citation', async () => {
    const why = { ground: 'trade_secret', citation: 'GDPR Art. 15(4)' };
    const withheld = [
      { source: 'shop/notes', row: 0, fields: null, ...why },
      { source: 'shop/notes', row: 2, fields: ['author'], ...why },
      { source: 'shop/logs', row: null, fields: null, ...why },
    ];
    const entries = await entriesOf({ withheld });
    expect(json(entries, 'data/shop/notes.json').map((row: { id: string }) => row.id)).toEqual(['n2', 'n3']);
    expect(json(entries, 'data/shop/notes.json')[1].author).toEqual({ masked: 'trade_secret' });
    expect(entries.has('data/shop/logs.ndjson')).toBe(false);
    expect(manifestOf(entries).left_out.filter((one) => one.ground === 'trade_secret')).toEqual([
      { source: 'shop/notes', scope: 'row', count: 1, ...why },
      { source: 'shop/notes', scope: 'value', field: 'author', count: 1, ...why },
      { source: 'shop/logs', scope: 'collection', count: 1_200, ...why },
    ]);
    expect((await verify(await packageBytes(shopParts({ withheld })))).verdict).toBe('valid');
  });

  it('for portability holds only what was provided or observed, under consent or contract', async () => {
    const entries = await entriesOf({ facts: { ...shopParts().facts, kind: 'portability' } });
    expect(json(entries, 'data/shop/people.json')).toEqual([
      { id: '1', email: 'ada@example.com', name: '<b>Ada</b> \u202Eevil' },
    ]);
    expect(entries.has('data/shop/notes.json')).toBe(false);
    expect(entries.has('data/shop/logs.ndjson')).toBe(true);
    expect(manifestOf(entries).left_out.filter((one) => one.ground === 'not_portable')).toEqual([
      { source: 'shop/people', scope: 'field', field: 'score', ground: 'not_portable' },
      { source: 'shop/notes', scope: 'collection', count: 3, ground: 'not_portable' },
    ]);
  });

  it('keeps the digits of long numbers', async () => {
    expect(String((await entriesOf()).get('data/shop/logs.ndjson'))).toContain('"n":9007199254740993}');
  });

  it('gives collections with names for mischief paths that stay in the package', async () => {
    const parts = shopParts();
    const [people] = parts.map.collections;
    const [source] = parts.sources;
    if (!people || !source) throw new Error('the shop has people');
    const renamed = { ...people, name: '../../etc/passwd', source: 'shop/../../etc/passwd' };
    const entries = await entriesOf({
      map: { ...parts.map, collections: [renamed] },
      sources: [{ ...source, source: renamed.source }],
    });
    expect([...entries.keys()][0]).toBe('data/shop/~2e~2e~2f~2e~2e~2fetc~2fpasswd.json');
  });

  it('fails as a whole when a source cannot be read', async () => {
    const parts = shopParts();
    const broken = async () => {
      throw new Error('storage went away');
    };
    const sources = parts.sources.map((one) =>
      one.source === 'shop/notes' ? { ...one, open: broken } : one,
    );
    await expect(packageBytes({ ...parts, sources })).rejects.toThrow('storage went away');
  });
});

describe('the page of a package', () => {
  it.each(['en', 'ko', 'ar'])('is complete in %s and runs nothing', async (language) => {
    const direction = language === 'ar' ? ('rtl' as const) : ('ltr' as const);
    const entries = await entriesOf({ facts: { ...shopParts().facts, language, direction } });
    const html = String(entries.get('index.html'));
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<script|<b>Ada|onerror|package\.[a-z]|\u202E|undefined/);
    expect(html).toContain('&#60;b&#62;Ada&#60;/b&#62; &lt;U+202E&gt;evil');
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    expect(html).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(String(entries.get('README'))).not.toMatch(/package\.[a-z]|undefined/);
  });

  it('shows the beginning of a long collection and points to its file', async () => {
    const html = String((await entriesOf()).get('index.html'));
    expect(html).toContain('100 of 1200 rows are shown.');
    expect(html).toContain('href="data/shop/logs.ndjson"');
    expect(html.match(/<tr>/g)).toHaveLength(3 + 1 + 3 + 100);
    expect(html).toContain('9007199254740993');
  });
});
