import { z } from 'zod';
import { RIGHT_STANDINGS, RIGHTS } from '../rights/data-subject-right.ts';
import { cited } from './confidence.ts';
import { citedPeriodSchema, countedPeriodSchema } from './period.ts';

/** A key below `notes.` in `locales/<language>/legal.json`; packs hold no prose. */
export const noteSchema = z
  .string()
  .regex(/^[a-z0-9_]+$/, 'a key below notes.* in legal.json, e.g. tell_recipients');

const rightSchema = z.enum(RIGHTS);

/**
 * How the response may be put off. `by: null` is an extension without a maximum (the controller must say until
 * when). The limit after n extensions counts from the start of the clock: start + response + n times `by`.
 */
export const extensionSchema = z.strictObject({
  by: countedPeriodSchema.nullable(),
  times: z.union([z.literal(1), z.literal(2)]),
  reasonsRequired: z.boolean(),
  statesUntilWhen: z.boolean().optional(),
  notes: z.array(noteSchema).optional(),
  ...cited,
});

/** First reaction that a law wants before the response; `small` replaces it for a small controller. */
export const acknowledgementSchema = z.strictObject({
  ...citedPeriodSchema.shape,
  small: citedPeriodSchema.optional(),
});

/** A limit set by somebody other than the law: our policy, or official guidance. Counted from the day of receipt. */
export const softLimitSchema = z.strictObject({ period: countedPeriodSchema, ...cited });

/** What must be the case for a right to be claimed: one of these, as the law lists them; keys below `notes.`. */
export const conditionsSchema = z.strictObject({ items: z.array(noteSchema).min(2), ...cited });

/** One right in one law, with everything that its deadline and its page need. */
export const rightRuleSchema = z.strictObject({
  right: rightSchema,
  standing: z.enum(RIGHT_STANDINGS),
  /** Time to answer. Absent exactly when there is nothing to answer under this law. */
  response: citedPeriodSchema.optional(),
  /** Another time for small controllers. */
  smallController: citedPeriodSchema.optional(),
  extension: extensionSchema.optional(),
  acknowledgement: acknowledgementSchema.optional(),
  /** "Our promise": what the policy says, never shown as law. Never rolled over. */
  promise: softLimitSchema.optional(),
  /** Official guidance or a standard, never shown as law. */
  guidance: softLimitSchema.optional(),
  /** A date to work by where the law gives no number; shown to officers only. */
  target: softLimitSchema.optional(),
  /** Portability: the data also go straight to another controller, where that is feasible. */
  directTransmission: z.strictObject(cited).optional(),
  /** The right that serves instead where this one is missing. */
  instead: rightSchema.optional(),
  conditions: conditionsSchema.optional(),
  notes: z.array(noteSchema).default([]),
  ...cited,
});

export type Extension = z.infer<typeof extensionSchema>;
export type RightRule = z.infer<typeof rightRuleSchema>;
/** A right rule as a pack writes it: `notes` may be left out. */
export type RightRuleInput = z.input<typeof rightRuleSchema>;
