import { z } from 'zod';
import { cited } from './confidence.ts';
import { dayOf, isoOf } from './day-number.ts';
import { JURISDICTIONS } from './jurisdiction.ts';
import { localNameSchema } from './local-name.ts';
import { clockSchema } from './pack-clock.ts';
import { dutiesSchema } from './pack-duties.ts';
import { isCounted } from './period.ts';
import { groundRuleSchema } from './refusal-ground.ts';
import { noteSchema, rightRuleSchema } from './right-rule.ts';

/**
 * One dated state of a law. `id` is its first day; `validTo` is its last day, or null while it is in force.
 * Which version governs is decided by the day of receipt in the clock's zone.
 */
export const packVersionSchema = z
  .strictObject({
    id: z.iso.date(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    law: z.strictObject({ name: z.string().min(3), ...cited }),
    clock: clockSchema,
    rights: z.array(rightRuleSchema).min(1),
    duties: dutiesSchema,
    /** What the law calls its rights; written in `names/<pack>.ts`. */
    localNames: z.array(localNameSchema).default([]),
    /** Why a right may be refused; written in `refusals/<pack>.ts`. */
    refusalGrounds: z.array(groundRuleSchema).default([]),
    notes: z.array(noteSchema).default([]),
  })
  .superRefine((version, ctx) => {
    const seen = new Set<string>();
    version.rights.forEach((rule, i) => {
      const at = (message: string) => ctx.addIssue({ code: 'custom', path: ['rights', i], message });
      if (seen.has(rule.right)) at(`${rule.right} is described twice; expected each right once`);
      seen.add(rule.right);
      const answerable = rule.standing === 'statutory' || rule.standing === 'policy_only';
      if (answerable && !rule.response)
        at(`${rule.right} is ${rule.standing} without a response; expected one`);
      const periods = [
        rule.response,
        rule.smallController,
        rule.acknowledgement,
        rule.guidance,
        rule.promise,
      ];
      const business = periods.some((p) => p && isCounted(p.period) && p.period.unit === 'business_day');
      if (business && !version.clock.businessDays) {
        at(`${rule.right} counts business days; expected clock.businessDays to say which`);
      }
    });
    if (version.id !== version.validFrom) {
      ctx.addIssue({
        code: 'custom',
        path: ['id'],
        message: `${version.id}; expected validFrom ${version.validFrom}`,
      });
    }
  });

/** Law as data: one pack per law, its versions side by side, without gap or overlap. */
export const rulePackSchema = z
  .strictObject({
    /** `<iso>-<law>`, the file's name. */
    id: z.string().regex(/^[a-z]{2,3}(-[a-z]{2})?-[a-z0-9]+$/),
    jurisdiction: z.enum(JURISDICTIONS),
    kind: z.enum(['law', 'policy']),
    /** The jurisdiction whose rights this pack adds to or overrides (France: EEA; Quebec: Canada). */
    extends: z.enum(JURISDICTIONS).optional(),
    versions: z.array(packVersionSchema).min(1),
  })
  .superRefine((pack, ctx) => {
    pack.versions.forEach((version, i) => {
      const next = pack.versions[i + 1];
      const wrong = (message: string) =>
        ctx.addIssue({ code: 'custom', path: ['versions', i, 'validTo'], message });
      if (!next) {
        if (version.validTo !== null) wrong(`${version.validTo}; expected null for the last version`);
      } else if (version.validTo === null || nextDay(version.validTo) !== next.validFrom) {
        wrong(`${version.validTo}; expected the day before ${next.validFrom}, without gap or overlap`);
      }
    });
  });

function nextDay(date: string): string {
  return isoOf(dayOf(date) + 1);
}

export type RulePack = z.infer<typeof rulePackSchema>;
export type PackVersion = z.infer<typeof packVersionSchema>;
/** A pack as its file writes it: fields with a default may be left out. */
export type RulePackInput = z.input<typeof rulePackSchema>;
