import { z } from 'zod';
import { FILED_FOR } from '../identity/assurance.ts';
import { RIGHTS } from '../rights/data-subject-right.ts';

const text = z.string().max(4000);
const details = z.record(z.string().max(40), z.union([text, z.array(text).max(20)]));

/**
 * What a visitor has answered so far, page by page. Each page checks its own answers; this schema only keeps a
 * draft of an older release, or a damaged one, from reaching the pages.
 */
export const filingAnswersSchema = z.object({
  /** One per form: a double submit finds the request that the first one made. */
  submissionKey: z.string().min(16),
  /** Counts saves, so that the last page can tell that it shows older answers. */
  version: z.int().nonnegative(),
  residence: z.object({ country: z.string(), region: z.string().nullable() }).optional(),
  relation: z.enum(['own', 'customer']).optional(),
  /** The id of a service, or `any`; absent where there is nothing to choose. */
  service: z.string().max(40).optional(),
  filedFor: z.enum(FILED_FOR).optional(),
  onBehalf: z.object({ subject: text, basis: text }).optional(),
  rights: z.array(z.enum(RIGHTS)).optional(),
  details: z.partialRecord(z.enum(RIGHTS), details).optional(),
  contact: z.object({ name: text, email: text, accountId: text }).optional(),
  /** Set once filed: everything else is gone then. */
  filed: z.boolean().optional(),
});

export type FilingAnswers = z.infer<typeof filingAnswersSchema>;
