import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { collectionOf } from '#app/domain/data-map/data-map.ts';
import { WITHHOLDING_GROUNDS } from '#app/domain/disclosure/grounds.ts';
import { collectionSources, withholdings } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { auditWord, lockRun, type RunRow, undoReview } from './collection-case.ts';
import { activeDataMap } from './collection-world.ts';

const place = {
  runId: z.uuid(),
  dataset: z.string().min(1).max(120),
  collection: z.string().min(1).max(120),
  ground: z.enum(WITHHOLDING_GROUNDS),
  /** The provision relied on, as the notice quotes it. */
  citation: z.string().trim().min(3).max(300),
  reason: z.string().trim().max(4000).optional(),
};
export const withholdCollectionSchema = z.strictObject(place);
export const withholdRowSchema = z.strictObject({
  ...place,
  /** Zero-based row of the collected file. */
  row: z.int().nonnegative(),
  /** Fields masked in that row; left out withholds the whole row. */
  fields: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
});

type Place = z.output<typeof withholdCollectionSchema> & { row: number | null; fields: string[] | null };

/**
 * Keeps a row, or fields of it, out of the package, with ground and citation. The review is asked for again.
 * @throws Forbidden, z.ZodError, NotFound; Invalid `no_such_row`, `no_such_field`; Conflict `not_collected`,
 *   `collection_replaced`, `already_delivered`
 */
export async function withholdRow(
  ctx: Ctx,
  input: z.input<typeof withholdRowSchema>,
): Promise<{ id: string }> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { fields, ...rest } = withholdRowSchema.parse(input);
  return withhold(ctx, { ...rest, fields: fields ?? null });
}

/** Keeps a whole collection out of the package. @throws as `withholdRow` */
export async function withholdCollection(
  ctx: Ctx,
  input: z.input<typeof withholdCollectionSchema>,
): Promise<{ id: string }> {
  requireStaff(ctx.actor, ...FULFILLING);
  return withhold(ctx, { ...withholdCollectionSchema.parse(input), row: null, fields: null });
}

function withhold(ctx: Ctx, one: Place): Promise<{ id: string }> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  return change(ctx, async (tx) => {
    const run = await lockRun(tx, one.runId);
    if (run.status !== 'collected') throw new Conflict('not_collected', { status: run.status });
    await requirePlace(tx, run, one);
    await undoReview(tx, run);
    const { reason, ...place } = one;
    const [row] = await tx.db
      .insert(withholdings)
      .values({
        ...place,
        reasonSealed: ctx.vault.sealOptional(reason, 'withholdings.reason'),
        recordedBy: personId,
        recordedAt: ctx.clock.now(),
      })
      .returning({ id: withholdings.id });
    const id = row?.id ?? '';
    const { ground } = one;
    const data = {
      withholding: id,
      dataset: auditWord(one.dataset),
      collection: auditWord(one.collection),
      ground,
    };
    await tx.audit({ kind: 'withholding.recorded', requestId: run.requestId, data });
    return { id };
  });
}

async function requirePlace(
  tx: Change,
  run: RunRow,
  { dataset, collection, row, fields }: Place,
): Promise<void> {
  const [source] = await tx.db
    .select({ rows: collectionSources.rows })
    .from(collectionSources)
    .where(
      and(
        eq(collectionSources.runId, run.id),
        eq(collectionSources.dataset, dataset),
        eq(collectionSources.collection, collection),
      ),
    );
  if (!source) throw new NotFound('collection_source');
  if (row !== null && row >= source.rows) {
    throw new Invalid('no_such_row', {
      issues: [{ path: 'row', code: 'no_such_row', expected: source.rows }],
    });
  }
  const { map } = await activeDataMap(tx, run.dataMapDigest);
  const known = collectionOf(map, `${dataset}/${collection}`).fields.map((field) => field.path);
  const unknown = fields?.find((field) => !known.includes(field));
  if (unknown) throw new Invalid('no_such_field', { issues: [{ path: 'fields', code: 'no_such_field' }] });
}

export const liftWithholdingSchema = z.strictObject({ withholdingId: z.uuid() });

/** Lets out again what was withheld; that it once was stays on record. @throws Forbidden, z.ZodError, NotFound, Conflict */
export async function liftWithholding(ctx: Ctx, input: z.input<typeof liftWithholdingSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { withholdingId } = liftWithholdingSchema.parse(input);
  return change(ctx, async (tx) => {
    const standing = and(eq(withholdings.id, withholdingId), isNull(withholdings.liftedAt));
    const [found] = await tx.db.select().from(withholdings).where(standing).for('update');
    if (!found) throw new NotFound('withholding');
    const run = await lockRun(tx, found.runId);
    await undoReview(tx, run);
    await tx.db
      .update(withholdings)
      .set({ liftedAt: ctx.clock.now() })
      .where(eq(withholdings.id, withholdingId));
    await tx.audit({
      kind: 'withholding.lifted',
      requestId: run.requestId,
      data: { withholding: withholdingId },
    });
  });
}
