import {
  type Addressee,
  LINE_LENGTH,
  type LineProblem,
  parseNoticeLine,
} from '#app/domain/policy/notice-line.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { readLines } from '../disclosure/read-lines.ts';
import { notifyBatch } from './notify-batch.ts';
import { findVersion } from './read-versions.ts';

/** Lines that are told in one transaction: what a crash in the middle can at most undo. */
export const BATCH_LINES = 500;

export interface NotifyOptions {
  /** Name of the version. */
  readonly version: string;
  /** NDJSON: `{"email", "country", "locale"}` a line. */
  readonly source: AsyncIterable<Uint8Array>;
  /** Reads and refuses, and tells nobody. */
  readonly checkOnly: boolean;
  /** Called for each line that is refused; lines count from 1. */
  onRefused(line: number, problem: LineProblem): void;
}

export interface NotifyResult {
  readonly read: number;
  readonly told: number;
  /** Told before, by this list or an earlier run. */
  readonly already: number;
  readonly refused: number;
}

/**
 * Tells everybody on a list of a version, batch after batch, in constant memory. A line that is wrong is refused and the
 * rest goes on; empty lines are passed over.
 * @throws NotFound when there is no such version; TypeError where the list is no UTF-8
 */
export async function notifyList(ctx: Ctx, options: NotifyOptions): Promise<NotifyResult> {
  requireSystem(ctx.actor);
  const version = await findVersion(ctx.db, options.version);
  const sum = { read: 0, told: 0, refused: 0 };
  let batch: Addressee[] = [];
  const tell = async () => {
    if (!options.checkOnly) sum.told += await notifyBatch(ctx, version, batch);
    batch = [];
  };
  let line = 0;
  for await (const text of readLines(options.source, LINE_LENGTH + 1)) {
    line += 1;
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    if (trimmed === '') continue;
    sum.read += 1;
    const read = parseNoticeLine(trimmed);
    if ('problem' in read) {
      sum.refused += 1;
      options.onRefused(line, read.problem);
      continue;
    }
    batch.push(read);
    if (batch.length === BATCH_LINES) await tell();
  }
  if (batch.length > 0) await tell();
  const already = options.checkOnly ? 0 : sum.read - sum.refused - sum.told;
  return { ...sum, already };
}
