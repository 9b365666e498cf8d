import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { languages } from '#app/i18n/server.ts';
import { policyVersions } from '#db/schema/index.ts';
import { requireStaff } from '../actor.ts';
import { wrongField } from '../cases/refuse-field.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';

/** Characters that a summary may have: it stands in a mail. */
export const SUMMARY_LENGTH = 2000;
/** Names stand in addresses; `new` is the page that publishes. */
export const VERSION_NAME = /^(?!new$)[A-Za-z0-9][A-Za-z0-9-]{0,31}$/;

export const newVersionSchema = z.strictObject({
  name: z.string().regex(VERSION_NAME),
  effectiveFrom: z.iso.date(),
  material: z.boolean(),
  /** By language tag; one for each language on offer. */
  texts: z.record(
    z.string(),
    z.strictObject({
      summary: z.string().trim().min(1).max(SUMMARY_LENGTH),
      url: z.url({ protocol: /^https$/ }).max(500),
    }),
  ),
});
export type NewVersion = z.infer<typeof newVersionSchema>;

/**
 * Publishes a version of the policy; an administrator does. It cannot be changed or taken back afterwards: a mistake is
 * mended by a further version. A material one begins tomorrow at the earliest, since people are told before it counts.
 * @throws Forbidden, z.ZodError; Invalid `version_known`, `date_not_ahead`, `required` for a language that is missing
 */
export function publishVersion(ctx: Ctx, input: NewVersion): Promise<void> {
  const { personId } = requireStaff(ctx.actor, 'administrator');
  const version = newVersionSchema.parse(input);
  for (const { tag } of languages())
    if (!version.texts[tag]) throw wrongField(`texts.${tag}.summary`, 'required');
  const now = ctx.clock.now();
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  if (version.material && version.effectiveFrom <= today) throw wrongField('effectiveFrom', 'date_not_ahead');
  return change(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(policyVersions)
      .values({
        ...version,
        effectiveFrom: Temporal.PlainDate.from(version.effectiveFrom),
        publishedBy: personId,
        publishedAt: now,
      })
      .onConflictDoNothing({ target: policyVersions.name })
      .returning({ id: policyVersions.id });
    if (!row) throw wrongField('name', 'version_known');
    const { material, effectiveFrom } = version;
    await tx.audit({ kind: 'policy.published', data: { version: row.id, material, effectiveFrom } });
  });
}
