import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { demo } from '../../support/e2e-setup.ts';
import { unzip } from '../../support/unzip.ts';
import { codeFor, codesAbout } from './mails.ts';
import { redirectOf, type Visit } from './visit.ts';

export interface Downloaded {
  readonly entries: ReadonlyMap<string, Buffer>;
  /** All entries as one text. */
  readonly everything: string;
  readonly manifest: {
    readonly files: readonly { readonly path: string; readonly rows?: number }[];
    readonly left_out: readonly {
      readonly source: string;
      readonly ground: string;
      readonly field?: string;
    }[];
  };
}

/** Downloads the package of an item as its data subject does: a fresh code, then the form that carries it. */
export async function download(subject: Visit, reference: string, place = 1): Promise<Downloaded> {
  const page = `/track/case/download/${place}`;
  const before = codesAbout(reference);
  await redirectOf(await subject.post(page));
  const code = await codeFor(reference, before + 1);
  const answer = await subject.post(`${page}/file`, { code });
  if (answer.headers()['content-type'] !== 'application/zip')
    throw new Error(
      `${page}/file: got ${answer.status()} ${answer.headers().location ?? ''}, expected a package`,
    );
  return opened(await answer.body());
}

/** The contents of a package that the command line found valid with the published keys. */
export async function opened(zip: Buffer): Promise<Downloaded> {
  const said = await verify(zip);
  if (!said.startsWith('VALID ')) throw new Error(`habeas export verify said: ${said}`);
  const entries = await unzip(zip);
  return {
    entries,
    everything: [...entries.values()].join('\n'),
    manifest: JSON.parse(String(entries.get('manifest.json'))),
  };
}

/** What `habeas export verify FILE --keys URL` prints. */
export async function verify(zip: Buffer): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'habeas-e2e-'));
  const file = path.join(folder, 'package.zip');
  writeFileSync(file, zip);
  const command = [
    'app/entry.cli.ts',
    'export',
    'verify',
    file,
    '--keys',
    `${demo().url}/.well-known/jwks.json`,
  ];
  const root = path.resolve(import.meta.dirname, '../../..');
  try {
    return (await promisify(execFile)(process.execPath, command, { cwd: root })).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
