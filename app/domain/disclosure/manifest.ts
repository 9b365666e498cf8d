import { z } from 'zod';

/** Name and version of the package format; a reader refuses another major version. */
export const PACKAGE_FORMAT = 'habeas-package/1';

export const PACKAGE_KINDS = ['access', 'portability'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const path = z
  .string()
  .regex(/^[A-Za-z0-9_~.-]+(\/[A-Za-z0-9_~.-]+)*$/)
  .max(300);
const source = z.string().min(1).max(300);

const file = z.strictObject({
  path,
  media_type: z.string().max(100),
  bytes: count,
  sha256,
  /** Rows of a data file; absent for other files. */
  rows: count.optional(),
  /** Path of the JSON Schema of a data file. */
  schema: path.optional(),
});

const found = z.strictObject({
  by: z.enum(['identity', 'reference']),
  field: z.string(),
  /** The proven attribute, or the field of another source, that led here. */
  through: z.string(),
  rows: count,
});

const collection = z.strictObject({
  source,
  description: z.string().optional(),
  /** Absent where nothing was found. */
  file: path.optional(),
  rows: count,
  categories: z.array(z.string()),
  purposes: z.array(z.string()),
  recipients: z.array(z.string()),
  sources: z.array(z.string()),
  retention: z.string().optional(),
  lawful_basis: z.string().optional(),
  found: z.array(found),
});

const leftOut = z.strictObject({
  source,
  scope: z.enum(['collection', 'field', 'row', 'value']),
  field: z.string().optional(),
  /** Fideslang category of a field whose values never leave: the kind of data held (11 CCR 7024(d)). */
  category: z.string().optional(),
  /** Rows or values kept out; absent where the whole collection or field is. */
  count: count.optional(),
  ground: z.string(),
  citation: z.string().optional(),
});

/** `manifest.json`: what the package holds, for whom, under which law, and what it leaves out. Its bytes are what is signed. */
export const manifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  kind: z.enum(PACKAGE_KINDS),
  reference: z.string().min(1).max(60),
  /** RFC 3339 instant at which the package was made. */
  created: z.iso.datetime(),
  /** BCP 47 language of the texts. */
  language: z.string().min(2).max(35),
  controller: z.strictObject({
    name: z.string(),
    address: z.string().optional(),
    contact: z.string().optional(),
  }),
  /** As proven, not as claimed. */
  subject: z.strictObject({
    name: z.string().optional(),
    assurance: z.string(),
    proven: z.array(z.strictObject({ kind: z.string(), value: z.string(), methods: z.array(z.string()) })),
  }),
  law: z.strictObject({
    jurisdiction: z.string(),
    pack: z.string().optional(),
    version: z.string().optional(),
  }),
  /** `from` is null when everything held was searched, however old. */
  period: z.strictObject({ from: z.iso.datetime().nullable(), to: z.iso.datetime() }),
  data_map_sha256: sha256,
  files: z.array(file),
  collections: z.array(collection),
  left_out: z.array(leftOut),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];
export type ManifestCollection = Manifest['collections'][number];
export type LeftOut = Manifest['left_out'][number];
