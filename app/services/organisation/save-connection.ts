import { eq } from 'drizzle-orm';
import type { ConnectionKind } from '#app/connectors/registry.ts';
import { connections } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';

const PURPOSE = 'connections.config';

/**
 * Records where a data source is, within a change; the address and its password are sealed.
 * @returns whether anything differed from what was known
 */
export async function saveConnection(
  ctx: Ctx,
  tx: Change,
  { key, kind, config }: { key: string; kind: ConnectionKind; config: unknown },
): Promise<boolean> {
  requireSystem(ctx.actor);
  const text = JSON.stringify(config);
  const [known] = await tx.db.select().from(connections).where(eq(connections.key, key));
  if (known?.kind === kind && ctx.vault.open(known.configSealed, PURPOSE) === text) return false;
  const values = { kind, configSealed: ctx.vault.seal(text, PURPOSE) };
  if (known) await tx.db.update(connections).set(values).where(eq(connections.key, key));
  else await tx.db.insert(connections).values({ ...values, key, createdAt: ctx.clock.now() });
  await tx.audit({ kind: 'settings.changed', data: { setting: 'connection' } });
  return true;
}
