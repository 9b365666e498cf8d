import { type MessageKind, messages } from '#db/schema/index.ts';
import { actorId } from '../actor.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { RequestRow } from './load-case.ts';

interface MessageDraft {
  readonly kind: MessageKind;
  /** Exactly what was or will be read by whoever it is for. */
  readonly body: string;
  /** Null when it concerns the request as a whole. */
  readonly itemId?: string | null;
}

/** Keeps what was said in a request, sealed, within a change. */
export async function recordMessage(
  ctx: Ctx,
  tx: Change,
  request: RequestRow,
  draft: MessageDraft,
): Promise<void> {
  const itemId = draft.itemId ?? null;
  const [row] = await tx.db
    .insert(messages)
    .values({
      requestId: request.id,
      itemId,
      kind: draft.kind,
      locale: request.locale,
      bodySealed: ctx.vault.seal(draft.body, 'messages.body'),
      author: actorId(ctx.actor) ?? ctx.actor.kind,
      createdAt: ctx.clock.now(),
    })
    .returning({ id: messages.id });
  await tx.audit({
    kind: 'message.recorded',
    requestId: request.id,
    itemId,
    data: { message: row?.id ?? '', kind: draft.kind },
  });
}
