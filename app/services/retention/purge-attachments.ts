import { and, eq, inArray, isNull } from 'drizzle-orm';
import { attachments } from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';

export type AttachmentPurpose = (typeof attachments.$inferSelect)['purpose'];

/**
 * Removes the files of a request that were given for these purposes, and their names; that there was a file, when
 * and for what stays on record. @returns how many
 */
export async function purgeAttachments(
  ctx: Ctx,
  requestId: string,
  purposes: readonly AttachmentPurpose[],
): Promise<number> {
  const files = await ctx.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.requestId, requestId),
        inArray(attachments.purpose, [...purposes]),
        isNull(attachments.purgedAt),
      ),
    );
  for (const { id } of files) await change(ctx, (tx) => purgeOne(ctx, tx, id));
  return files.length;
}

async function purgeOne(ctx: Ctx, tx: Change, id: string): Promise<void> {
  const [file] = await tx.db.select().from(attachments).where(eq(attachments.id, id)).for('update');
  if (!file || file.purgedAt) return;
  await ctx.storage.remove(file.storageKey);
  await tx.db
    .update(attachments)
    .set({ purgedAt: ctx.clock.now(), nameSealed: ctx.vault.seal('', 'attachments.name') })
    .where(eq(attachments.id, id));
  await tx.audit({ kind: 'attachment.purged', requestId: file.requestId, data: { attachment: id } });
}
