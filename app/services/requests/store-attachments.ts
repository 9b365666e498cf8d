import { attachments } from '#db/schema/index.ts';
import { actorId } from '../actor.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Invalid } from '../errors.ts';
import { artifactKey } from '../storage.ts';
import { sniffMediaType } from './attachment-types.ts';

/** Files that one message may carry. */
export const MOST_FILES = 5;
/** Bytes of all files of a message together; the rest of a request's 10 MB is for its text. */
export const FILES_LIMIT = 9_500_000;
const NAME_LENGTH = 200;

/** A file as it arrived. Its name is shown to officers; nothing is ever stored under it. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was checked and lies encrypted in storage, not yet on record. */
export interface StoredFile {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/**
 * Checks files and writes them to storage, before the change that records them.
 * @throws Invalid with `issues` naming what is wrong with which file, by its ordinal
 */
export async function storeFiles(ctx: Ctx, files: readonly UploadedFile[]): Promise<StoredFile[]> {
  const checked = checkFiles(files);
  const stored: StoredFile[] = [];
  try {
    for (const { file, mediaType } of checked) {
      const key = artifactKey('attachment');
      await ctx.storage.write(key, oneChunk(file.bytes));
      stored.push({ key, name: cleanName(file.name), mediaType, bytes: file.bytes.byteLength });
    }
    return stored;
  } catch (error) {
    await discardFiles(ctx, stored);
    throw error;
  }
}

function checkFiles(files: readonly UploadedFile[]) {
  const refuse = (index: number, code: string, params: Record<string, string | number> = {}) =>
    new Invalid('file_refused', { issues: [{ path: ['files', index], code, params }] });
  const total = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (files.length > MOST_FILES) throw refuse(MOST_FILES, 'too_many', { max: MOST_FILES });
  if (total > FILES_LIMIT) throw refuse(0, 'file_too_large', { max: FILES_LIMIT });
  return files.map((file, index) => {
    if (file.bytes.byteLength === 0) throw refuse(index, 'file_empty');
    const mediaType = sniffMediaType(file.bytes);
    if (!mediaType) throw refuse(index, 'file_type');
    return { file, mediaType };
  });
}

/** Removes stored files whose change did not happen. */
export async function discardFiles(ctx: Ctx, stored: readonly StoredFile[]): Promise<void> {
  await Promise.all(stored.map(({ key }) => ctx.storage.remove(key)));
}

/** Records stored files within a change. */
export async function recordFiles(
  ctx: Ctx,
  tx: Change,
  stored: readonly StoredFile[],
  to: { requestId: string; messageId?: string; purpose: 'answer' | 'identity' | 'authority' },
): Promise<void> {
  for (const { key, name, mediaType, bytes } of stored) {
    const [row] = await tx.db
      .insert(attachments)
      .values({
        ...to,
        storageKey: key,
        nameSealed: ctx.vault.seal(name, 'attachments.name'),
        mediaType,
        bytes,
        uploadedBy: actorId(ctx.actor) ?? ctx.actor.kind,
        createdAt: ctx.clock.now(),
      })
      .returning({ id: attachments.id });
    if (!row) throw new Error('attachments: the insert returned no row');
    await tx.audit({
      kind: 'attachment.added',
      requestId: to.requestId,
      data: { attachment: row.id, purpose: to.purpose, bytes },
    });
  }
}

/** The last part of a name, without what would disguise it: controls and marks that turn the direction round. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-NAME_LENGTH) || 'file';
}

async function* oneChunk(bytes: Uint8Array) {
  yield bytes;
}
