import { and, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { ANY_SERVICE, SERVICE_ID } from '#app/domain/requests/service-choice.ts';
import { SERVICE_POLICIES } from '#app/domain/rules/service-policy.ts';
import { services } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';

const name = z.string().trim().min(1).max(100);
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag, such as en or ko');
const namesSchema = z
  .record(language, name)
  .refine((names) => 'en' in names, 'expected a name in "en" among the languages');

const serviceSchema = z.strictObject({
  id: z
    .string()
    .regex(SERVICE_ID, 'expected a short word of small letters, digits and hyphens, such as cloud')
    .refine((id) => id !== ANY_SERVICE, `expected another word: "${ANY_SERVICE}" stands for all services`),
  /** One name for all readers, or one per language; a language that is missing is served in English. */
  name: z.union([name, namesSchema], 'expected a name, or names by language'),
  /** Its own privacy policy, or the general one of the organisation. */
  policy: z.enum(SERVICE_POLICIES),
  policyUrl: z.httpUrl().optional(),
  /** The privacy officer for this service, where the controllers' contact is not the one. */
  contact: z
    .strictObject({ email: z.email(), address: z.string().trim().min(1).max(300).optional() })
    .optional(),
});

/** The services of a configuration, in the order in which people are asked about them. */
export const servicesSchema = z
  .array(serviceSchema)
  .max(20)
  .superRefine((all, context) => {
    const ids = all.map(({ id }) => id);
    const at = ids.findIndex((id, i) => ids.indexOf(id) !== i);
    if (at >= 0)
      context.addIssue({
        code: 'custom',
        path: [at, 'id'],
        message: `${ids[at]} is described twice; expected each service once`,
      });
  })
  .default([]);

/**
 * Makes these the services that people are asked about, within a change. Others stay on record, since requests are
 * about them, but nobody is asked about them any more.
 */
export async function saveServices(
  ctx: Ctx,
  tx: Change,
  wanted: z.output<typeof servicesSchema>,
): Promise<void> {
  requireSystem(ctx.actor);
  const ids = wanted.map(({ id }) => id);
  const gone = await tx.db
    .update(services)
    .set({ offered: false })
    .where(and(eq(services.offered, true), notInArray(services.id, ids)))
    .returning({ id: services.id });
  for (const [ordinal, { id, contact, policyUrl = null, ...rest }] of wanted.entries()) {
    const contactEmail = contact?.email ?? null;
    const contactAddress = contact?.address ?? null;
    const values = { ...rest, ordinal, policyUrl, contactEmail, contactAddress, offered: true };
    await tx.db
      .insert(services)
      .values({ id, ...values })
      .onConflictDoUpdate({ target: services.id, set: values });
  }
  if (wanted.length + gone.length > 0)
    await tx.audit({ kind: 'settings.changed', data: { setting: 'services' } });
}
