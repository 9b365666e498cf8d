import { desc } from 'drizzle-orm';
import { dataMaps } from '#db/schema/index.ts';
import { actorId, requireSystem } from '../actor.ts';
import type { Change } from '../change.ts';
import { dataMapDigest, readDataMap } from '../collection/read-data-map.ts';
import type { Ctx } from '../context.ts';
import { Invalid } from '../errors.ts';

/**
 * Puts a data map in force, within a change. Older maps stay: a collection names the one that it walked.
 * @returns whether it differs from the map in force
 * @throws Invalid `data_map_invalid` with the first problem of the text
 */
export async function activateDataMap(ctx: Ctx, tx: Change, yaml: string): Promise<boolean> {
  requireSystem(ctx.actor);
  const read = readDataMap(yaml);
  if ('problems' in read) throw new Invalid('data_map_invalid', { problem: read.problems[0] });
  const digest = dataMapDigest(yaml);
  const [inForce] = await tx.db.select().from(dataMaps).orderBy(desc(dataMaps.activatedAt)).limit(1);
  if (inForce?.digest === digest) return false;
  const activatedBy = actorId(ctx.actor) ?? ctx.actor.kind;
  await tx.db.insert(dataMaps).values({ yaml, digest, activatedBy, activatedAt: ctx.clock.now() });
  await tx.audit({ kind: 'settings.changed', data: { setting: 'data_map' } });
  return true;
}
