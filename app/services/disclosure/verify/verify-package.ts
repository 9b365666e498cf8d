import type { FileHandle } from 'node:fs/promises';
import type { Entry } from 'yauzl';
import { type Manifest, type ManifestFile, manifestSchema } from '#app/domain/disclosure/manifest.ts';
import { checkRows } from './check-rows.ts';
import { checkSignature, type KeySet } from './check-signature.ts';
import { schemaChecker } from './json-schema-check.ts';
import { PackageFault, type PackageProblem } from './problem.ts';
import { type EntryMeasure, readEntry, readSmallEntry } from './read-entry.ts';
import { readZipDirectory, type ZipDirectory } from './zip-directory.ts';

const MANIFEST = 'manifest.json';
const SIGNATURE = 'signature.jws';
const MOST_MANIFEST = 16 * 1024 * 1024;
const MOST_SCHEMA = 4 * 1024 * 1024;
/** A file that is one array is held in memory to be checked; the format makes larger ones line by line. */
const MOST_ARRAY = 64 * 1024 * 1024;
const MOST_SIGNATURE = 4096;
/** Read beyond the promised length, so that a row that grew is named; a bomb ends here. */
const SLACK = 64 * 1024;

export type Verdict =
  | { readonly verdict: 'valid' | 'signer_unknown'; readonly manifest: Manifest }
  | { readonly verdict: 'invalid'; readonly problems: readonly PackageProblem[] };

/**
 * Checks a package as a stranger would: it shares the schema of the manifest with the writer, and no code. Looks at the
 * zip, the manifest, its signature, every entry's length, hash, row count and rows; goes on after a problem where it can.
 */
export async function verifyPackageFile(file: FileHandle, keys: KeySet | undefined): Promise<Verdict> {
  const problems: PackageProblem[] = [];
  let manifest: Manifest | undefined;
  try {
    const directory = await readZipDirectory(file, problems);
    const bytes = await manifestBytes(directory);
    await signature(directory, bytes, keys, problems);
    manifest = parseManifest(bytes);
    await checkFiles(directory, manifest, problems);
  } catch (error) {
    if (!(error instanceof PackageFault)) throw error;
    problems.push(error.problem);
  }
  if (problems.length > 0 || !manifest) return { verdict: 'invalid', problems };
  return { verdict: keys ? 'valid' : 'signer_unknown', manifest };
}

async function manifestBytes({ zip, entries }: ZipDirectory): Promise<Buffer> {
  const entry = entries.get(MANIFEST);
  if (!entry) throw new PackageFault('manifest_missing', MANIFEST, 'expected in every package');
  return readSmallEntry(zip, entry, MOST_MANIFEST);
}

function parseManifest(bytes: Buffer): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new PackageFault('manifest_invalid', MANIFEST, 'is not JSON');
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new PackageFault(
    'manifest_invalid',
    MANIFEST,
    `${issue?.path.join('.') || '(whole)'}: ${issue?.message}`,
  );
}

async function signature(
  { zip, entries }: ZipDirectory,
  manifest: Buffer,
  keys: KeySet | undefined,
  problems: PackageProblem[],
): Promise<void> {
  const entry = entries.get(SIGNATURE);
  if (!entry)
    return void problems.push({
      code: 'signature_missing',
      entry: SIGNATURE,
      detail: 'expected in every package',
    });
  await goOn(problems, async () => {
    checkSignature(
      (await readSmallEntry(zip, entry, MOST_SIGNATURE)).toString('latin1'),
      manifest,
      keys,
      problems,
    );
  });
}

async function checkFiles(
  directory: ZipDirectory,
  manifest: Manifest,
  problems: PackageProblem[],
): Promise<void> {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  if (listed.size !== manifest.files.length) {
    problems.push({ code: 'manifest_invalid', entry: MANIFEST, detail: 'lists a file twice' });
  }
  for (const { file, path } of manifest.collections.map((one) => ({ file: one.file, path: one.source }))) {
    if (file && !listed.has(file)) {
      problems.push({
        code: 'manifest_invalid',
        entry: MANIFEST,
        detail: `collection ${path} names ${file}, which is not listed`,
      });
    }
  }
  for (const path of directory.entries.keys()) {
    if (listed.has(path) || path === MANIFEST || path === SIGNATURE) continue;
    problems.push({
      code: 'entry_not_listed',
      entry: path,
      detail: 'stands in the zip and not in the manifest',
    });
  }
  for (const file of listed.values()) {
    const entry = directory.entries.get(file.path);
    if (entry) await goOn(problems, () => checkFile(directory, entry, file, problems));
    else
      problems.push({
        code: 'entry_missing',
        entry: file.path,
        detail: 'stands in the manifest and not in the zip',
      });
  }
}

async function checkFile(
  directory: ZipDirectory,
  entry: Entry,
  file: ManifestFile,
  problems: PackageProblem[],
): Promise<void> {
  const measure: Partial<EntryMeasure> = {};
  const bytes = readEntry(directory.zip, entry, file.bytes + SLACK, measure);
  if (file.rows === undefined) {
    for await (const _ of bytes);
  } else {
    const lines = file.media_type === 'application/x-ndjson';
    if (!lines && file.bytes > MOST_ARRAY) {
      throw new PackageFault(
        'entry_too_big',
        file.path,
        `an array of ${file.bytes} bytes, expected lines beyond ${MOST_ARRAY}`,
      );
    }
    const rows = await checkRows(
      file.path,
      bytes,
      lines,
      await checkerFor(directory, file, problems),
      problems,
    );
    if (rows !== file.rows) {
      problems.push({
        code: 'rows',
        entry: file.path,
        detail: `has ${rows} rows, the manifest says ${file.rows}`,
      });
    }
  }
  if (measure.bytes !== file.bytes) {
    problems.push({
      code: 'changed',
      entry: file.path,
      detail: `has ${measure.bytes} bytes, the manifest says ${file.bytes}`,
    });
  } else if (measure.sha256 !== file.sha256) {
    problems.push({
      code: 'changed',
      entry: file.path,
      detail: `SHA-256 is ${measure.sha256}, the manifest says ${file.sha256}`,
    });
  }
}

async function checkerFor(directory: ZipDirectory, file: ManifestFile, problems: PackageProblem[]) {
  const path = file.schema ?? '';
  const entry = directory.entries.get(path);
  if (!entry) {
    problems.push({
      code: 'entry_missing',
      entry: path,
      detail: `the schema of ${file.path} is not in the zip`,
    });
    return undefined;
  }
  try {
    const bytes = await readSmallEntry(directory.zip, entry, MOST_SCHEMA);
    const check = schemaChecker(JSON.parse(bytes.toString('utf8')));
    return (value: unknown) => {
      try {
        return check(value);
      } catch (error) {
        throw new PackageFault(
          'schema_invalid',
          path,
          error instanceof Error ? error.message : 'not a schema',
        );
      }
    };
  } catch (error) {
    if (error instanceof PackageFault) throw error;
    throw new PackageFault('schema_invalid', path, error instanceof Error ? error.message : 'not a schema');
  }
}

async function goOn(problems: PackageProblem[], step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof PackageFault)) throw error;
    problems.push(error.problem);
  }
}
