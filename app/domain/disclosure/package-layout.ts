/** Entries of a package that are not data, by what they are. Signature last: it speaks of the manifest before it. */
export const MANIFEST_PATH = 'manifest.json';
export const SIGNATURE_PATH = 'signature.jws';
export const VIEWER_PATH = 'index.html';
export const README_PATH = 'README';
export const MANIFEST_SCHEMA_PATH = 'schema/manifest.schema.json';

/** Up to here a data file is one JSON array, which any program opens; beyond, one row a line, which any program can stream. */
export const ARRAY_ROWS = 1_000;
export const ARRAY_BYTES = 1_000_000;

export type DataPaths = { readonly data: string; readonly schema: string; readonly lines: boolean };

export function dataPaths(
  dataset: string,
  collection: string,
  size: { rows: number; bytes: number },
): DataPaths {
  const lines = size.rows > ARRAY_ROWS || size.bytes > ARRAY_BYTES;
  const [folder, name] = [safeName(dataset), safeName(collection)];
  return {
    data: `data/${folder}/${name}.${lines ? 'ndjson' : 'json'}`,
    schema: `schema/${folder}/${name}.schema.json`,
    lines,
  };
}

/** Names come from a data map that an administrator wrote: what is no plain letter, digit, `_` or `-` becomes `~` and hex. */
export function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, (character) => `~${character.codePointAt(0)?.toString(16)}`);
}
