import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type DataMap, textFor } from '#app/domain/data-map/data-map.ts';
import type { Withholding } from '#app/domain/disclosure/grounds.ts';
import { type Manifest, manifestSchema, PACKAGE_FORMAT } from '#app/domain/disclosure/manifest.ts';
import { packageFields } from '#app/domain/disclosure/package-fields.ts';
import {
  MANIFEST_PATH,
  MANIFEST_SCHEMA_PATH,
  README_PATH,
  SIGNATURE_PATH,
  VIEWER_PATH,
} from '#app/domain/disclosure/package-layout.ts';
import { readmeText } from '#app/domain/disclosure/readme.ts';
import { dataFileSchema } from '#app/domain/disclosure/row-schema.ts';
import { type PackageText, VIEWER_STYLE, viewerHtml } from '#app/domain/disclosure/viewer-html.ts';
import { type DataEntry, dataEntry, type PackageSource } from './data-entry.ts';
import { type WrittenEntry, type ZipEntry, zipStream } from './zip-stream.ts';

/** What a package says of itself, apart from its data. */
export type PackageFacts = Omit<Manifest, 'format' | 'files' | 'collections' | 'left_out'> & {
  readonly direction: 'ltr' | 'rtl';
  /** Where the public keys stand. */
  readonly keysUrl: string;
};

export type PackageParts = {
  readonly facts: PackageFacts;
  readonly map: DataMap;
  readonly sources: readonly PackageSource[];
  readonly withheld: readonly Withholding[];
  readonly text: PackageText;
  /** Signs the bytes of the manifest; the answer is a compact JWS with a detached payload. */
  readonly sign: (manifest: Uint8Array) => Promise<string>;
};

export type PackageSummary = { readonly rows: number; readonly files: number };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  html: 'text/html; charset=utf-8',
};

/**
 * Writes a package as a stream, in constant memory. Data comes first and is hashed as it passes; schemas, page and README
 * follow; the manifest, which speaks of them all, and its signature come last. All but these two depend on nothing but
 * the request and its data, so that two packages of the same are the same byte for byte.
 */
export function writePackage(parts: PackageParts): { stream: Readable; summary: () => PackageSummary } {
  const { facts, map, text } = parts;
  const data = parts.sources.map((source) =>
    dataEntry(
      map,
      source,
      facts.kind,
      parts.withheld.filter((one) => one.source === source.source),
    ),
  );
  const written: WrittenEntry[] = [];
  let manifestBytes: Buffer | undefined;
  const entries: ZipEntry[] = [
    ...data.flatMap(({ paths, bytes }) => (paths ? [{ path: paths.data, bytes }] : [])),
    ...data.flatMap((entry) => schemaEntry(entry, facts)),
    { path: MANIFEST_SCHEMA_PATH, bytes: async () => jsonBytes(z.toJSONSchema(manifestSchema)) },
    { path: VIEWER_PATH, bytes: async () => Buffer.from(viewer(facts, data, text)) },
    { path: README_PATH, bytes: async () => Buffer.from(readmeText(facts, text)) },
    {
      path: MANIFEST_PATH,
      bytes: async () => {
        manifestBytes = jsonBytes(manifestSchema.parse(manifestOf(facts, data, written)));
        return manifestBytes;
      },
    },
    {
      path: SIGNATURE_PATH,
      bytes: async () => Buffer.from(`${await parts.sign(manifestBytes as Buffer)}\n`),
    },
  ];
  return {
    stream: zipStream(entries, (entry) => written.push(entry)),
    summary: () => ({ rows: data.reduce((sum, entry) => sum + entry.rows(), 0), files: written.length }),
  };
}

function schemaEntry({ paths, collection }: DataEntry, { kind }: PackageFacts): ZipEntry[] {
  if (!paths) return [];
  const { held } = packageFields(collection, kind);
  return [
    { path: paths.schema, bytes: async () => jsonBytes(dataFileSchema(collection, held, paths.lines)) },
  ];
}

function viewer(facts: PackageFacts, data: readonly DataEntry[], text: PackageText): string {
  return viewerHtml(
    {
      ...facts,
      collections: data.map((entry) => ({
        ...entry.describe(facts.language),
        title: textFor(entry.collection.title, facts.language),
        sample: entry.sample,
      })),
      leftOut: data.flatMap((entry) => entry.leftOut()),
      styleHash: createHash('sha256').update(VIEWER_STYLE).digest('base64'),
    },
    text,
  );
}

function manifestOf(
  facts: PackageFacts,
  data: readonly DataEntry[],
  written: readonly WrittenEntry[],
): Manifest {
  const { direction: _, keysUrl: __, ...told } = facts;
  return {
    format: PACKAGE_FORMAT,
    ...told,
    files: written.map((entry) => {
      const of = data.find(({ paths }) => paths?.data === entry.path);
      const media_type = MEDIA_TYPES[entry.path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8';
      return { ...entry, media_type, ...(of?.paths ? { rows: of.rows(), schema: of.paths.schema } : {}) };
    }),
    collections: data.map((entry) => entry.describe(facts.language)),
    left_out: data.flatMap((entry) => entry.leftOut()),
  };
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
