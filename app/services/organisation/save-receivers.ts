import { and, isNull, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { endpointProblem } from '#app/connectors/receiver-endpoint.ts';
import { WITHOUT_RECEIVER } from '#app/domain/requests/receiver-choice.ts';
import { COUNTRIES } from '#app/domain/rules/places.ts';
import { receivers } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Invalid } from '../errors.ts';

const PURPOSE = 'receivers.config';

/** Another controller that packages can be sent to, as the configuration describes it. */
export const receiverSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected a short id of small letters, digits and hyphens')
    .refine((id) => !WITHOUT_RECEIVER.some((word) => word === id), {
      error: `expected another word: ${WITHOUT_RECEIVER.join(' and ')} stand for no receiver of the list`,
    }),
  name: z.string().trim().min(1).max(300),
  territory: z
    .string()
    .refine(
      (code) => COUNTRIES.includes(code),
      'expected a country by its two letters (ISO 3166-1), such as FR',
    ),
  contactEmail: z.email(),
  endpoint: z.url({ protocol: /^https?$/ }),
  /** The bearer secret that its server asks for. */
  token: z
    .string()
    .regex(/^[\x21-\x7e]{16,500}$/, 'expected a secret of at least 16 visible ASCII characters'),
});
export type Receiver = z.infer<typeof receiverSchema>;

/** Where a receiver is, and what it asks for; only whoever sends reads it. */
export interface ReceiverConfig {
  readonly endpoint: string;
  readonly token: string;
}

/** Opens what `saveReceivers` sealed. A retired receiver has nothing left to open. */
export function openReceiverConfig(ctx: Ctx, sealed: string): ReceiverConfig {
  return JSON.parse(ctx.vault.open(sealed, PURPOSE)) as ReceiverConfig;
}

/**
 * Makes the list of receivers what the configuration says, within a change; address and secret are sealed. One that is
 * no longer named is retired: its secret goes, its row stays, since transfers point to it.
 * @returns how many differed from what was known
 * @throws Invalid `endpoint_not_allowed` naming the receiver and what is wrong with its address
 */
export async function saveReceivers(ctx: Ctx, tx: Change, wanted: readonly Receiver[]): Promise<number> {
  requireSystem(ctx.actor);
  const known = new Map((await tx.db.select().from(receivers)).map((row) => [row.key, row]));
  let changed = 0;
  for (const receiver of wanted) if (await saveOne(ctx, tx, receiver, known.get(receiver.id))) changed += 1;
  const keys = wanted.map(({ id }) => id);
  const retired = await tx.db
    .update(receivers)
    .set({ retiredAt: ctx.clock.now(), configSealed: ctx.vault.seal('', PURPOSE) })
    .where(and(isNull(receivers.retiredAt), keys.length > 0 ? notInArray(receivers.key, keys) : undefined))
    .returning({ key: receivers.key });
  changed += retired.length;
  if (changed > 0) await tx.audit({ kind: 'settings.changed', data: { setting: 'receivers' } });
  return changed;
}

async function saveOne(
  ctx: Ctx,
  tx: Change,
  { id, name, territory, contactEmail, endpoint, token }: Receiver,
  known: typeof receivers.$inferSelect | undefined,
): Promise<boolean> {
  const problem = endpointProblem(endpoint, ctx.config);
  if (problem) throw new Invalid('endpoint_not_allowed', { receiver: id, problem });
  const config = JSON.stringify({ endpoint, token } satisfies ReceiverConfig);
  const same = known?.name === name && known.territory === territory;
  const alike = same && !known.retiredAt && known.contactEmail === contactEmail;
  if (alike && ctx.vault.open(known.configSealed, PURPOSE) === config) return false;
  const values = {
    name,
    territory,
    contactEmail,
    configSealed: ctx.vault.seal(config, PURPOSE),
    changedAt: same ? known.changedAt : ctx.clock.now(),
    retiredAt: null,
  };
  await tx.db
    .insert(receivers)
    .values({ key: id, ...values })
    .onConflictDoUpdate({ target: receivers.key, set: values });
  return true;
}
