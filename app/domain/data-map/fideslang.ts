import { z } from 'zod';
import { DATA_ORIGINS, FIELD_TYPES, LAWFUL_BASES } from './data-map.ts';

/**
 * The Fideslang dataset format (ethyca/fideslang, `Dataset`), as far as it says where data lies. Keys of Fideslang that
 * say nothing about that are let through; what the law wants told and Fideslang has no field for stands under `meta`,
 * where a misspelt key is an error, since it would silently leave something untold.
 */
const name = z.string().min(1).max(120);
const fidesKey = z.string().regex(/^[a-zA-Z0-9_.<>-]+$/, 'letters, digits, ".", "_" and "-" only');

const subjectText = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
const texts = z.array(subjectText).default([]);

const reference = z.object({
  dataset: fidesKey,
  /** `collection.field`, the field may be dotted. */
  field: z.string().regex(/^[^.]+\..+$/, 'collection.field'),
  direction: z.enum(['from', 'to']).nullish(),
});

const fieldFidesMeta = z.object({
  references: z.array(reference).nullish(),
  identity: z.string().nullish(),
  primary_key: z.boolean().nullish(),
  data_type: z.string().nullish(),
  length: z.number().int().positive().nullish(),
});

const fieldMeta = z.strictObject({
  origin: z.enum(DATA_ORIGINS).optional(),
  /** `false` lets a harmless part of a forbidden category leave: the last four digits of a card. */
  never_export: z.boolean().optional(),
  free_text: z.boolean().optional(),
});

export type FidesField = {
  name: string;
  description?: string | null | undefined;
  data_categories?: string[] | null | undefined;
  fides_meta?: z.infer<typeof fieldFidesMeta> | null | undefined;
  meta?: z.infer<typeof fieldMeta> | null | undefined;
  fields?: FidesField[] | null | undefined;
};

const field: z.ZodType<FidesField> = z.lazy(() =>
  z.object({
    name: name.regex(/^[^.]+$/, 'no dot: nest with "fields"'),
    description: z.string().nullish(),
    data_categories: z.array(fidesKey).nullish(),
    fides_meta: fieldFidesMeta.nullish(),
    meta: fieldMeta.nullish(),
    fields: z.array(field).nullish(),
  }),
);

const thirdParty = z.strictObject({
  person: z.string().min(1),
  kind: z.string().min(1),
  mask: z.array(z.string().min(1)).min(1),
  ground: z
    .string()
    .regex(/^[a-z_]+$/)
    .default('rights_of_others'),
});

const columnHolding = (what: string) => {
  const error = `the name of the column that holds ${what}`;
  return z
    .string({ error })
    .min(1, error)
    .regex(/^[^.]+$/, 'a column of its own: no dot');
};

/** Where real-name authentication is recorded. */
const realName = z.strictObject({
  account: columnHolding('the account id'),
  name: columnHolding('the verified name'),
  method: columnHolding('how the holder was authenticated'),
  at: columnHolding('when it was completed'),
  ended: columnHolding('when it ended').optional(),
});

const collectionMeta = z.strictObject({
  title: subjectText.optional(),
  subject_record: z.boolean().default(false),
  origin: z.enum(DATA_ORIGINS).default('observed'),
  lawful_basis: z.enum(LAWFUL_BASES).optional(),
  purposes: texts,
  recipients: texts,
  sources: texts,
  retention: subjectText.optional(),
  third_party: z.array(thirdParty).default([]),
  real_name: realName.optional(),
});

const collection = z.object({
  name,
  description: z.string().nullish(),
  data_categories: z.array(fidesKey).nullish(),
  fides_meta: z.object({ skip_processing: z.boolean().nullish() }).nullish(),
  meta: collectionMeta.prefault({}),
  fields: z.array(field).min(1),
});

const dataset = z.object({
  fides_key: fidesKey,
  name: z.string().nullish(),
  description: z.string().nullish(),
  data_categories: z.array(fidesKey).nullish(),
  /** Fideslang allows strings only here. */
  meta: z.record(z.string(), z.string()).nullish(),
  collections: z.array(collection).min(1),
});

/** A data map file; other top-level keys of Fideslang (`system`, `policy`, ...) may stand beside `dataset`. */
export const fideslangFile = z.object({ dataset: z.array(dataset).min(1) });
export type FideslangFile = z.infer<typeof fideslangFile>;
export type FidesDataset = FideslangFile['dataset'][number];
export type FidesCollection = FidesDataset['collections'][number];

/** Fideslang's `data_type`, whose array form is `string[]`; a type we do not know is left unchecked. */
export function fieldType(dataType: string | null | undefined): (typeof FIELD_TYPES)[number] | undefined {
  if (!dataType) return undefined;
  if (dataType.endsWith('[]')) return 'array';
  return FIELD_TYPES.find((type) => type === dataType);
}
