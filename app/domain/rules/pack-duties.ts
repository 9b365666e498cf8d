import { z } from 'zod';
import { RIGHTS } from '../rights/data-subject-right.ts';
import { cited } from './confidence.ts';
import { countedPeriodSchema } from './period.ts';
import { noteSchema } from './right-rule.ts';

const right = z.enum(RIGHTS);
const notes = z.array(noteSchema).default([]);
const years = z.int().min(7).max(21);

/** Assurance of identity that a right needs before it is acted on, weakest first. */
export const ASSURANCES = ['none', 'email', 'reasonable', 'reasonably_high'] as const;
export type Assurance = (typeof ASSURANCES)[number];
const assurance = z.enum(ASSURANCES);

/** The authority that a data subject can complain to, with an address of it: a site, and where it stands in brick. */
export const regulatorSchema = z.strictObject({
  name: z.string().min(2),
  url: z.url(),
  complaintUrl: z.url().optional(),
  phone: z.string().optional(),
  address: z.string().min(5).optional(),
  notes,
  ...cited,
});

export const identitySchema = z.strictObject({
  standard: assurance,
  byRight: z.partialRecord(right, assurance).default({}),
  notes,
  ...cited,
});

export const feesSchema = z.strictObject({
  rule: z.enum([
    'free',
    'free_unless_excessive',
    'fee_for_access',
    'cost_share',
    'fee_set_by_authority',
    'not_regulated',
  ]),
  cap: z.strictObject({ amount: z.number().positive(), currency: z.string().length(3) }).optional(),
  freeTimesPerYear: z.int().positive().optional(),
  /** Rights that are always free, even where access may cost something. */
  alwaysFree: z.array(right).default([]),
  estimateFirst: z.boolean().default(false),
  notes,
  ...cited,
});

export const agentsSchema = z.strictObject({
  proof: z.enum([
    'mandate',
    'power_of_attorney',
    'signed_permission',
    'legal_representation',
    'not_regulated',
  ]),
  rights: z.union([z.literal('all'), z.array(right).min(1)]),
  mayConfirmWithSubject: z.boolean().default(false),
  notes,
  ...cited,
});

/** Ages gate the service and say who consents; they never take a right away: minors use theirs through guardians. */
export const agesSchema = z.strictObject({
  /** Below this age a guardian acts or consents, by statute. Null: no fixed age. */
  statutory: years.nullable(),
  /** Below this age our policy does not offer the service. */
  service: years,
  notes,
  ...cited,
});

export const languageSchema = z.strictObject({
  /** BCP 47 tags in which the law wants answers; empty where it names none. */
  required: z.array(z.string().min(2)),
  /** The language version of the policy that prevails. */
  prevails: z.string().min(2).optional(),
  notes,
  ...cited,
});

export const refusalSchema = z.strictObject({
  reasons: z.boolean(),
  namesRegulator: z.boolean(),
  namesJudicialRemedy: z.boolean(),
  appealToController: z.boolean().default(false),
  /** Silence counts as a refusal that can be challenged. */
  silenceIsRefusal: z.boolean().default(false),
  /** Time the data subject has to complain after the reply. */
  complainWithin: countedPeriodSchema.optional(),
  notes,
  ...cited,
});

export const contactRuleSchema = z.strictObject({
  /** Word that the subject line must carry (Turkey). */
  subjectLineWord: z.string().optional(),
  representative: z.enum(['none', 'local_representative', 'domestic_agent']).default('none'),
  phoneRequired: z.boolean().default(false),
  officer: z.enum([
    'privacy_officer',
    'chief_privacy_officer',
    'data_protection_officer',
    'grievance_officer',
  ]),
  selfServiceFirst: z.boolean().default(false),
  channels: z.array(z.enum(['portal', 'email', 'post', 'fax', 'phone'])).min(1),
  ...cited,
});

/** Which legal person answers: the European establishment, or the entity that the data subject contracted with. */
export const controllerRuleSchema = z.strictObject({
  entity: z.enum(['european_establishment', 'contracting_entity']),
  notes,
  ...cited,
});

/** Duties of a law around a request, beside its rights and its clock. */
export const dutiesSchema = z.strictObject({
  regulator: regulatorSchema,
  controller: controllerRuleSchema,
  contact: contactRuleSchema,
  identity: identitySchema,
  fees: feesSchema,
  agents: agentsSchema,
  ages: agesSchema,
  language: languageSchema,
  refusal: refusalSchema,
  /** How long the record of a request is kept; null where the law fixes no period. */
  records: z.strictObject({ months: z.int().positive().nullable(), ...cited }),
  /** How far back an access request reaches when the subject does not say. */
  lookback: z
    .strictObject({ months: z.int().positive(), onRequestSince: z.iso.date().optional(), notes, ...cited })
    .optional(),
  /** What an access answer must tell; keys below `notes.`. */
  accessContents: z.strictObject({ items: z.array(noteSchema).min(1), ...cited }).optional(),
  /** Warning shown before a right is used; it never stands in the way. */
  consequences: z.array(z.strictObject({ right, note: noteSchema, ...cited })).default([]),
});

export type Duties = z.infer<typeof dutiesSchema>;
export type DutiesInput = z.input<typeof dutiesSchema>;
export type Regulator = z.infer<typeof regulatorSchema>;
