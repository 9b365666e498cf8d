/**
 * The data map as the rest of the code sees it: where personal data lies, how rows hang together, and what the law wants
 * told about them. It is read from the Fideslang dataset format by `parseDataMap`; nothing else makes one.
 */

/** An attribute by which a data subject can be found, once it is proven. */
export const IDENTITY_KINDS = ['email', 'account_id', 'phone'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** Where a value comes from. Portability (GDPR Art. 20(1)) reaches `provided` and `observed`, never `derived`. */
export const DATA_ORIGINS = ['provided', 'observed', 'derived', 'third_party'] as const;
export type DataOrigin = (typeof DATA_ORIGINS)[number];

/** The six lawful bases of GDPR Art. 6(1), in its order. */
export const LAWFUL_BASES = [
  'consent',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interests',
] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

export const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A text for the data subject: one string, or one per BCP 47 language. */
export type SubjectText = string | Readonly<Record<string, string>>;

/** `field` of this collection is found by the value of `from.field` in `from.source`; never walked the other way. */
export type MapEdge = {
  readonly from: { readonly source: string; readonly field: string };
  readonly to: { readonly source: string; readonly field: string };
};

export type MapField = {
  /** Dotted for a value inside an object column: `settings.locale`. */
  readonly path: string;
  readonly description: string | undefined;
  readonly categories: readonly string[];
  readonly type: FieldType | undefined;
  readonly maxLength: number | undefined;
  readonly identity: IdentityKind | undefined;
  readonly primaryKey: boolean;
  readonly origin: DataOrigin;
  /** Set when the value never leaves, with the category that says so (11 CCR 7024(d)). */
  readonly neverExport: string | undefined;
  /** Text that people wrote freely: searched for other people's addresses. */
  readonly freeText: boolean;
};

/** How to tell that a row speaks of somebody else, and what of it is masked then. */
export type ThirdPartyRule = {
  /** Field that holds the person the row may speak of. */
  readonly person: string;
  readonly kind: IdentityKind;
  readonly mask: readonly string[];
  /** Ground shown to the data subject; a key under `package.ground`. */
  readonly ground: string;
};

/** Where the customer's own system records that an account was real-name authenticated: columns of one collection. */
export type RealNameFields = {
  readonly account: string;
  readonly name: string;
  readonly method: string;
  /** When it was completed; empty while it is not. */
  readonly at: string;
  /** From when it no longer holds. */
  readonly ended?: string | undefined;
};

export type MapCollection = {
  /** `<dataset>/<collection>`: the name of a data source everywhere. */
  readonly source: string;
  readonly dataset: string;
  readonly name: string;
  readonly description: string | undefined;
  /** What the data subject reads as the name of the collection. */
  readonly title: SubjectText;
  readonly fields: readonly MapField[];
  readonly primaryKey: readonly string[];
  /** One row is one data subject (an account): two rows behind one address are two people until separated. */
  readonly subjectRecord: boolean;
  readonly skip: boolean;
  readonly lawfulBasis: LawfulBasis | undefined;
  readonly purposes: readonly SubjectText[];
  readonly recipients: readonly SubjectText[];
  readonly sources: readonly SubjectText[];
  readonly retention: SubjectText | undefined;
  readonly thirdParty: readonly ThirdPartyRule[];
  /** Set on the one collection, if any, that says who owns an account. */
  readonly realName: RealNameFields | undefined;
};

export type MapDataset = {
  readonly key: string;
  readonly name: string;
  /** Name of the connection that reads it; the dataset's own key unless `meta.connection` says otherwise. */
  readonly connection: string;
};

export type DataMap = {
  readonly datasets: readonly MapDataset[];
  readonly collections: readonly MapCollection[];
  readonly edges: readonly MapEdge[];
};

/** The text in `language`, else in English, else in whatever language it has. */
export function textFor(text: SubjectText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

/** @throws RangeError when the map has no such source. */
export function collectionOf(map: DataMap, source: string): MapCollection {
  const found = map.collections.find((collection) => collection.source === source);
  if (!found) throw new RangeError(`The data map has no source "${source}"`);
  return found;
}
