/** What can be wrong with a package. The verifier names each thing that it finds, and the entry it found it in. */
export const PACKAGE_PROBLEMS = [
  'zip_unreadable',
  'zip_envelope',
  'entry_name',
  'entry_twice',
  'entry_missing',
  'entry_not_listed',
  'entry_too_big',
  'changed',
  'rows',
  'row_invalid',
  'schema_invalid',
  'manifest_missing',
  'manifest_invalid',
  'signature_missing',
  'signature_malformed',
  'signature_wrong',
  'signer_not_among_keys',
] as const;
export type PackageProblemCode = (typeof PACKAGE_PROBLEMS)[number];

export type PackageProblem = {
  readonly code: PackageProblemCode;
  /** Path inside the package; empty for the file as a whole. */
  readonly entry: string;
  /** What is there and what was expected; names rows and fields, never their values. */
  readonly detail: string;
};

/** Thrown where the rest of an entry, or of the package, cannot be looked at any more. */
export class PackageFault extends Error {
  readonly problem: PackageProblem;

  constructor(code: PackageProblemCode, entry: string, detail: string) {
    super(`${code} ${entry}: ${detail}`);
    this.name = 'PackageFault';
    this.problem = { code, entry, detail };
  }
}
