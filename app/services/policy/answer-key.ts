import type { Ctx } from '../context.ts';
import { parseBlocks, randomBlock } from '../requests/reference.ts';

const BLOCKS = 4;
const KIND = 'policy_notices.answer_key';

/**
 * The key that stands in one mail and opens the answer to it, such as `7K3M-9Q2X-0V4T-H8ND`: 80 random bits, kept as a
 * keyed hash only. It can be typed, so that a page without a script does not need it in the address.
 */
export function newAnswerKey(): string {
  return Array.from({ length: BLOCKS }, randomBlock).join('-');
}

/** What is stored of a key. */
export function answerKeyIndex(ctx: Pick<Ctx, 'vault'>, key: string): string {
  return ctx.vault.blindIndex(KIND, key);
}

/** What may be stored of a key as somebody typed it, under any secret; empty when it cannot be one. */
export function answerKeyIndexes(ctx: Pick<Ctx, 'vault'>, typed: string): string[] {
  const key = parseBlocks(typed, BLOCKS);
  return key ? ctx.vault.blindIndexes(KIND, key) : [];
}
