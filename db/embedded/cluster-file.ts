import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';

/** Roles of the embedded server. The first is its superuser, used to set up and to hold locks, never to serve. */
export const embeddedRoles = [
  'postgres',
  'habeas_owner',
  'habeas_app',
  'northwind_owner',
  'northwind_reader',
] as const;
export type EmbeddedRole = (typeof embeddedRoles)[number];

const clusterFile = z.object({
  format: z.literal(1),
  /** Folder of the cluster and copied programs, owned by the account that runs them; relative to the folder of this file when it lies inside. */
  home: z.string(),
  /** Loopback port that is tried first, so that an address noted yesterday still serves today. */
  preferredPort: z.number().int().min(1024).max(65535),
  passwords: z.record(z.enum(embeddedRoles), z.string().min(20)),
});
export type ClusterFile = z.infer<typeof clusterFile>;

/** Where everything about the embedded server of a DATA_DIR is written down. */
export const embeddedFolder = (dataDir: string) => path.join(dataDir, 'embedded');
export const clusterFilePath = (folder: string) => path.join(folder, 'cluster.json');

/** Reads `cluster.json`; undefined when there is none. @throws OperatorError when it cannot be read or is damaged. */
export function readClusterFile(folder: string): ClusterFile | undefined {
  const file = clusterFilePath(folder);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new OperatorError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    const parsed = clusterFile.parse(JSON.parse(text));
    return { ...parsed, home: path.resolve(folder, parsed.home) };
  } catch {
    throw new OperatorError(
      `${file} is damaged: expected what the first start wrote; restore it from a backup`,
    );
  }
}
