import { open, readFile } from 'node:fs/promises';
import { type KeySet, keySetSchema } from '../services/disclosure/verify/check-signature.ts';
import { verifyPackageFile } from '../services/disclosure/verify/verify-package.ts';

const USAGE = 'usage: habeas export verify FILE [--keys FILE|URL]\n';
const MOST_KEYS_BYTES = 1024 * 1024;

/**
 * `habeas export verify FILE [--keys FILE|URL]`: checks a package without a database. stdout: `VALID ...`,
 * `INTACT signer unknown ...`, or one line `INVALID code entry: detail` for each thing that is wrong.
 * Exit 0 valid, 1 invalid, 2 wrong usage, and 2 also when all holds but no keys were given.
 */
export async function run(argv: string[]): Promise<number> {
  const asked = parseArguments(argv);
  if (!asked) return usage(USAGE);
  let keys: KeySet | undefined;
  try {
    keys = asked.keys === undefined ? undefined : await readKeys(asked.keys);
  } catch (error) {
    return usage(`${asked.keys}: ${reason(error)}, expected a JWK Set in a file or at an address\n`);
  }
  const file = await open(asked.file, 'r').catch((error: unknown) => {
    usage(`${asked.file}: ${reason(error)}, expected a package\n`);
  });
  if (!file) return 2;
  try {
    const result = await verifyPackageFile(file, keys);
    if (result.verdict === 'invalid') {
      for (const { code, entry, detail } of result.problems) {
        process.stdout.write(`INVALID ${code}${entry ? ` ${entry}` : ''}: ${detail}\n`);
      }
      return 1;
    }
    const { manifest, verdict } = result;
    const rows = manifest.files.reduce((sum, one) => sum + (one.rows ?? 0), 0);
    const counts = `reference=${manifest.reference} files=${manifest.files.length} rows=${rows}`;
    if (verdict === 'valid') {
      process.stdout.write(`VALID ${counts}\n`);
      return 0;
    }
    process.stdout.write(`INTACT ${counts}: intact, signer unknown\n`);
    process.stderr.write('give --keys with the published keys to learn who signed it\n');
    return 2;
  } finally {
    await file.close();
  }
}

function parseArguments(argv: readonly string[]): { file: string; keys: string | undefined } | undefined {
  const [verb, ...rest] = argv;
  if (verb !== 'verify') return undefined;
  const at = rest.indexOf('--keys');
  const keys = at >= 0 ? rest[at + 1] : undefined;
  const others = at >= 0 ? rest.toSpliced(at, 2) : rest;
  const [file, ...more] = others;
  if (!file || file.startsWith('--') || more.length > 0 || (at >= 0 && !keys)) return undefined;
  return { file, keys };
}

async function readKeys(place: string): Promise<KeySet> {
  const text = /^https?:\/\//.test(place) ? await fetchKeys(place) : await readFile(place, 'utf8');
  return keySetSchema.parse(JSON.parse(text));
}

async function fetchKeys(url: string): Promise<string> {
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(10_000),
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const text = await answer.text();
  if (text.length > MOST_KEYS_BYTES) throw new Error('is longer than any key set');
  return text;
}

function usage(text: string): 2 {
  process.stderr.write(text);
  return 2;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be read';
  return 'code' in error ? String(error.code) : error.name === 'ZodError' ? 'is no key set' : error.message;
}
