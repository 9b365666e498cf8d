import { z } from 'zod';
import { CONNECTION_CONFIGS } from '#app/connectors/registry.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { controllers, organisation } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { currentSigningKey } from '../disclosure/signing-keys.ts';
import { Conflict } from '../errors.ts';
import { askToRecompute } from '../requests/recompute-open.ts';
import { activateDataMap } from './activate-data-map.ts';
import { saveConnection } from './save-connection.ts';
import { receiverSchema, saveReceivers } from './save-receivers.ts';
import { saveServices, servicesSchema } from './save-services.ts';

const words = z.string().trim().min(1).max(300);
const phone = z
  .string()
  .trim()
  .regex(/^\+?\d[\d ()./-]{2,30}$/, 'expected a telephone number, such as +60 3 0000 0000');

/** What an installation must know before it can serve: who it is, who answers for which territory, where data is. */
export const configurationSchema = z
  .strictObject({
    organisation: z.strictObject({ name: words, contactEmail: z.email() }),
    controllers: z
      .array(
        z.strictObject({
          name: words,
          address: words,
          contactEmail: z.email(),
          phone: phone.optional(),
          /** The local representative or domestic agent, where the law wants one. */
          representativeName: words.optional(),
          representativeAddress: words.optional(),
          representativeEmail: z.email().optional(),
          jurisdictions: z.array(z.enum([...JURISDICTIONS, '*'])).min(1),
          calendar: z
            .string()
            .refine((id) => CALENDARS.has(id), `expected a calendar: ${[...CALENDARS.keys()].join(', ')}`),
        }),
      )
      .min(1),
    connections: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ key: words, kind: z.literal('postgres'), config: CONNECTION_CONFIGS.postgres }),
          z.strictObject({ key: words, kind: z.literal('manual') }),
        ]),
      )
      .default([]),
    services: servicesSchema,
    /** Other controllers that a portability package can be sent to. */
    receivers: z
      .array(receiverSchema)
      .refine(
        (all) => new Set(all.map(({ id }) => id)).size === all.length,
        'an id stands twice; expected each receiver once',
      )
      .default([]),
    dataMap: z.string().optional(),
  })
  .superRefine(({ controllers: all }, context) => {
    const places = all.flatMap(({ jurisdictions }) => jurisdictions);
    const twice = places.find((place, at) => places.indexOf(place) !== at);
    const say = (message: string) => context.addIssue({ code: 'custom', path: ['controllers'], message });
    if (twice) say(`${twice} is answered for twice; expected each jurisdiction once`);
    if (!places.includes('*'))
      say('nobody answers for "*" (all other territories); expected one controller to');
    const nameless = all.find(
      (one) => (one.representativeAddress || one.representativeEmail) && !one.representativeName,
    );
    if (nameless)
      say(
        `${nameless.name} has a representative without a name; expected representativeName beside the rest`,
      );
  });
export type Configuration = z.input<typeof configurationSchema>;

export interface Configured {
  readonly controllers: number;
  readonly services: number;
  readonly connectionsChanged: number;
  readonly receiversChanged: number;
  readonly dataMapChanged: boolean;
}

/**
 * Sets an installation up, or brings it to another configuration: one transaction, safe to run twice.
 * Controllers are replaced, and so are the services that people are asked about; connections that are no longer named
 * stay, since older collections point to them; receivers that are no longer named are retired.
 * @throws z.ZodError naming the place; Invalid `data_map_invalid`, `endpoint_not_allowed`; Conflict `demo_organisation`
 *   over a demo
 */
export async function configureOrganisation(ctx: Ctx, input: Configuration): Promise<Configured> {
  requireSystem(ctx.actor);
  const wanted = configurationSchema.parse(input);
  const configured = await change(ctx, async (tx) => {
    await saveOrganisation(ctx, tx, wanted.organisation);
    await tx.db.delete(controllers);
    await tx.db.insert(controllers).values(wanted.controllers);
    await tx.audit({ kind: 'settings.changed', data: { setting: 'controllers' } });
    // Another seat can mean other holidays.
    await askToRecompute(ctx, tx);
    await saveServices(ctx, tx, wanted.services);
    let connectionsChanged = 0;
    for (const one of wanted.connections) {
      const config = one.kind === 'postgres' ? one.config : {};
      if (await saveConnection(ctx, tx, { key: one.key, kind: one.kind, config })) connectionsChanged += 1;
    }
    const receiversChanged = await saveReceivers(ctx, tx, wanted.receivers);
    const dataMapChanged = wanted.dataMap !== undefined && (await activateDataMap(ctx, tx, wanted.dataMap));
    return {
      controllers: wanted.controllers.length,
      services: wanted.services.length,
      connectionsChanged,
      receiversChanged,
      dataMapChanged,
    };
  });
  await currentSigningKey(ctx);
  return configured;
}

async function saveOrganisation(
  ctx: Ctx,
  tx: Change,
  card: { name: string; contactEmail: string },
): Promise<void> {
  const [known] = await tx.db.select().from(organisation).limit(1);
  if (known?.demo) throw new Conflict('demo_organisation');
  if (known) await tx.db.update(organisation).set(card);
  else await tx.db.insert(organisation).values({ ...card, demo: false, createdAt: ctx.clock.now() });
  await tx.audit({ kind: 'settings.changed', data: { setting: 'organisation' } });
}
