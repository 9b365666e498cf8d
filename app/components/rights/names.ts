/** What a territory's page calls things, made on the server: browsers name some places and languages differently. */
export interface TerritoryNames {
  readonly place: string;
  /** Parts of the country that have a law of their own. */
  readonly parts: readonly { readonly code: string; readonly name: string }[];
  /** Languages, by tag. */
  readonly languages: Readonly<Record<string, string>>;
}
