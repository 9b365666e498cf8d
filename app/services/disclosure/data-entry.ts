import type { DataMap, MapCollection } from '#app/domain/data-map/data-map.ts';
import { collectionOf, textFor } from '#app/domain/data-map/data-map.ts';
import { type CollectedHeader, parseHeader, parseRowLine } from '#app/domain/disclosure/collected-line.ts';
import type { Withholding } from '#app/domain/disclosure/grounds.ts';
import type { LeftOut, ManifestCollection, PackageKind } from '#app/domain/disclosure/manifest.ts';
import { packageFields } from '#app/domain/disclosure/package-fields.ts';
import { type DataPaths, dataPaths } from '#app/domain/disclosure/package-layout.ts';
import { projectionOf } from '#app/domain/disclosure/projection.ts';
import { redactRow } from '#app/domain/disclosure/redact-row.ts';
import { readLines } from './read-lines.ts';

/** A collected source as it lies in storage. */
export type PackageSource = {
  readonly source: string;
  readonly rows: number;
  readonly bytes: number;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
};

/** Rows that the viewer shows of each collection, and the characters they may take. */
const SAMPLE_ROWS = 100;
const SAMPLE_CHARACTERS = 200_000;
const CHUNK_CHARACTERS = 64 * 1024;

/** One collection on its way into a package; complete once `bytes()` has been read to its end. */
export type DataEntry = {
  readonly collection: MapCollection;
  /** Undefined when the package holds nothing of this source. */
  readonly paths: DataPaths | undefined;
  readonly bytes: () => AsyncGenerator<Buffer>;
  readonly sample: readonly string[];
  readonly rows: () => number;
  readonly describe: (language: string) => ManifestCollection;
  readonly leftOut: () => LeftOut[];
};

/** Prepares a source for a package of this kind. `withheld` holds what an officer keeps out of this source. */
export function dataEntry(
  map: DataMap,
  source: PackageSource,
  kind: PackageKind,
  withheld: readonly Withholding[],
): DataEntry {
  const collection = collectionOf(map, source.source);
  const fields = packageFields(collection, kind);
  const whole = withheld.find((one) => one.row === null);
  const held = source.rows > 0 && fields.held.length > 0 && !whole;
  const paths = held ? dataPaths(collection.dataset, collection.name, source) : undefined;
  const narrowed = kind === 'portability' && fields.notPortable.length > 0;
  const project = narrowed ? projectionOf({ ...collection, fields: fields.held }) : undefined;
  const byRow = Map.groupBy(withheld, (one) => one.row);
  const ways: number[] = [];
  const kept = new Tally();
  const sample: string[] = [];
  let header: CollectedHeader | undefined;
  let rows = 0;
  let sampled = 0;

  async function* lines(): AsyncGenerator<string> {
    let number = -1;
    for await (const line of readLines(await source.open())) {
      if (number++ < 0) {
        header = parseHeader(line);
        continue;
      }
      const row = parseRowLine(line);
      const own = byRow.get(number - 1) ?? [];
      const gone = own.find((one) => one.fields === null);
      if (gone) {
        kept.add({ scope: 'row', ground: gone.ground, citation: gone.citation });
        continue;
      }
      const masks = own.flatMap((one) => (one.fields ?? []).map((field) => ({ field, ...one })));
      const { json, masked } = redactRow(row, masks, project);
      for (const { field, ground } of masked) {
        const citation = masks.find((mask) => mask.field === field)?.citation;
        kept.add({ scope: 'value', field, ground, ...(citation ? { citation } : {}) });
      }
      for (const way of row.via) ways[way] = (ways[way] ?? 0) + 1;
      rows += 1;
      if (sample.length < SAMPLE_ROWS && sampled + json.length <= SAMPLE_CHARACTERS) {
        sample.push(json);
        sampled += json.length;
      }
      yield json;
    }
  }

  return {
    collection,
    paths,
    sample,
    rows: () => rows,
    async *bytes() {
      let text = paths?.lines ? '' : '[';
      const between = paths?.lines ? '' : ',\n';
      for await (const json of lines()) {
        text += `${rows > 1 ? between : paths?.lines ? '' : '\n'}${json}${paths?.lines ? '\n' : ''}`;
        if (text.length < CHUNK_CHARACTERS) continue;
        yield Buffer.from(text);
        text = '';
      }
      yield Buffer.from(paths?.lines ? text : `${text}\n]\n`);
    },
    describe: (language) => ({
      source: collection.source,
      description: textFor(collection.title, language),
      ...(paths ? { file: paths.data } : {}),
      rows,
      categories: [...new Set(fields.held.flatMap((field) => field.categories))].sort(),
      purposes: collection.purposes.map((text) => textFor(text, language)),
      recipients: collection.recipients.map((text) => textFor(text, language)),
      sources: collection.sources.map((text) => textFor(text, language)),
      ...(collection.retention ? { retention: textFor(collection.retention, language) } : {}),
      ...(collection.lawfulBasis ? { lawful_basis: collection.lawfulBasis } : {}),
      found: (header?.reaches ?? []).flatMap((reach, index) => {
        const through = reach.by === 'identity' ? reach.kind : `${reach.from.source}.${reach.from.field}`;
        const count = ways[index] ?? 0;
        return count > 0 ? [{ by: reach.by, field: reach.field, through, rows: count }] : [];
      }),
    }),
    leftOut() {
      const { source: name } = collection;
      if (source.rows === 0) return [];
      const never = fields.neverExported.map((field) => ({
        source: name,
        scope: 'field' as const,
        field: field.path,
        ...(field.neverExport && field.neverExport !== 'declared' ? { category: field.neverExport } : {}),
        ground: 'never_exported',
      }));
      if (whole) {
        const { ground, citation } = whole;
        return [{ source: name, scope: 'collection', count: source.rows, ground, citation }, ...never];
      }
      const portable = fields.held.length > 0;
      const notPortable: LeftOut[] = portable
        ? fields.notPortable.map((field) => ({
            source: name,
            scope: 'field',
            field: field.path,
            ground: 'not_portable',
          }))
        : fields.notPortable.length > 0
          ? [{ source: name, scope: 'collection', count: source.rows, ground: 'not_portable' }]
          : [];
      return [...kept.all(name), ...notPortable, ...never];
    },
  };
}

type Kept = Pick<LeftOut, 'scope' | 'field' | 'ground' | 'citation'>;

/** Counts what was kept out, by what and why, in the order in which it first came. */
class Tally {
  readonly #counts = new Map<string, Kept & { count: number }>();

  add(kept: Kept): void {
    const key = JSON.stringify([kept.scope, kept.field, kept.ground, kept.citation]);
    const before = this.#counts.get(key);
    if (before) before.count += 1;
    else this.#counts.set(key, { ...kept, count: 1 });
  }

  all(source: string): LeftOut[] {
    return [...this.#counts.values()].map((kept) => ({ source, ...kept }));
  }
}
