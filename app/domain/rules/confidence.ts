import { z } from 'zod';

/** How sure the authors of a fact are: read in the primary text, strong secondary source, or to be checked by counsel. */
export const CONFIDENCES = ['certain', 'likely', 'unsure'] as const;
export const confidenceSchema = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidenceSchema>;

/** The fields that every fact of law carries: where it is written, and how sure we are. */
export const cited = { citation: z.string().min(3), confidence: confidenceSchema };

/** The weaker of two confidences: a date is as sure as its weakest step. */
export function weakest(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}
