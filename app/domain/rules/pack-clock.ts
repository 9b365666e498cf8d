import { z } from 'zod';
import { RIGHTS } from '../rights/data-subject-right.ts';
import { cited } from './confidence.ts';

/** Which days of the week are no working days. Lists hold ISO weekdays: Monday 1 to Sunday 7. */
export const WEEKENDS = { sat_sun: [6, 7], sun: [7], fri_sat: [5, 6] } as const;
export const weekendSchema = z.enum(['sat_sun', 'sun', 'fri_sat']);
export type Weekend = z.infer<typeof weekendSchema>;

const zone = z.string().regex(/^[A-Za-z]+(\/[A-Za-z_]+)+$/, 'an IANA zone, e.g. Europe/Amsterdam');
const calendarId = z.string().regex(/^[A-Z]{2}(-[A-Z]{3})?$/, 'a calendar, e.g. NL or GB-EAW');

/** What happens when the last day is no working day. `moves: 'none'` is a rule too, and cited. */
export const rolloverSchema = z.discriminatedUnion('moves', [
  z.strictObject({ moves: z.literal('none'), ...cited }),
  z.strictObject({
    moves: z.literal('to_next_working_day'),
    weekend: weekendSchema,
    calendar: calendarId,
    ...cited,
  }),
]);

const appliesTo = z.union([z.literal('all'), z.array(z.enum(RIGHTS)).min(1)]);

/**
 * An event pair that moves the clock, on the ground and for the rights that the law names.
 * - `starts_clock`: the clock starts no earlier than the closing event (UK relevant time).
 * - `excludes_days`: days from opening to closing do not count; `both_days` also leaves out the first (UK).
 * - `reflection`: the clock starts `days` after the opening event; unless it is confirmed within them the
 *   request counts as withdrawn (Switzerland).
 * - `tolerated`: guidance accepts a pause but the text has none: recorded, never moves a date.
 */
export const suspensionSchema = z.discriminatedUnion('effect', [
  z.strictObject({
    effect: z.literal('starts_clock'),
    ground: z.enum(['identity', 'fee']),
    rights: appliesTo,
    ...cited,
  }),
  z.strictObject({
    effect: z.literal('excludes_days'),
    ground: z.enum(['clarification', 'fee_acceptance']),
    counting: z.enum(['both_days', 'after_first_day']),
    rights: appliesTo,
    ...cited,
  }),
  z.strictObject({
    effect: z.literal('reflection'),
    ground: z.literal('fee_acceptance'),
    days: z.int().positive(),
    rights: appliesTo,
    ...cited,
  }),
  z.strictObject({
    effect: z.literal('tolerated'),
    ground: z.enum(['identity', 'clarification', 'fee', 'fee_acceptance']),
    rights: appliesTo,
    ...cited,
  }),
]);

/** How a law counts: its zone, its first day, its last day, and what stops it. */
export const clockSchema = z.strictObject({
  zone,
  /** The event whose day is day 0. */
  start: z.strictObject({ event: z.enum(['receipt', 'relevant_time']), ...cited }),
  rollover: rolloverSchema,
  /** Needed when any period of the pack counts business days. */
  businessDays: z.strictObject({ weekend: weekendSchema, calendar: calendarId, ...cited }).optional(),
  suspensions: z.array(suspensionSchema).default([]),
});

export type Rollover = z.infer<typeof rolloverSchema>;
export type Suspension = z.infer<typeof suspensionSchema>;
export type PackClock = z.infer<typeof clockSchema>;
