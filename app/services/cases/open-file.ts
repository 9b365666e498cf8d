import type { Readable } from 'node:stream';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { attachments, requests } from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { parseReference } from '../requests/reference.ts';
import { referenceSchema } from './load-case.ts';

const inputSchema = z.strictObject({ reference: referenceSchema, fileId: z.uuid() });

export interface OpenedFile {
  readonly stream: Readable;
  readonly bytes: number;
  /** As the subject named it; for the browser's save dialogue, never for a path of ours. */
  readonly name: string;
}

/** Opens a file of a request for staff; the log says who did. @throws Forbidden, z.ZodError; NotFound when it is gone or another request's */
export async function openFile(ctx: Ctx, input: z.input<typeof inputSchema>): Promise<OpenedFile> {
  requireStaff(ctx.actor, ...READING);
  const { reference, fileId } = inputSchema.parse(input);
  const [row] = await ctx.db
    .select({ file: attachments })
    .from(attachments)
    .innerJoin(requests, eq(requests.id, attachments.requestId))
    .where(
      and(
        eq(attachments.id, fileId),
        eq(requests.reference, parseReference(reference) ?? ''),
        isNull(attachments.purgedAt),
      ),
    );
  if (!row) throw new NotFound('file');
  const { storageKey, bytes, nameSealed, requestId } = row.file;
  await change(ctx, (tx) => tx.audit({ kind: 'attachment.opened', requestId, data: { attachment: fileId } }));
  return {
    stream: await ctx.storage.open(storageKey),
    bytes,
    name: ctx.vault.open(nameSealed, 'attachments.name'),
  };
}
