import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { PackageProblem } from './problem.ts';

const jwk = z.looseObject({
  kty: z.string(),
  crv: z.string().optional(),
  x: z.string().optional(),
  kid: z.string().optional(),
});

/** Published keys: a JWK Set (RFC 7517), or one key alone. */
export const keySetSchema = z.union([
  z.object({ keys: z.array(jwk) }).transform(({ keys }) => keys),
  jwk.transform((key) => [key]),
]);
export type KeySet = z.infer<typeof keySetSchema>;

const headerSchema = z.looseObject({
  alg: z.enum(['EdDSA', 'Ed25519']),
  kid: z.string().min(1),
  crit: z.never().optional(),
});

/**
 * Checks a compact JWS with detached payload over the manifest's bytes, without the library that made it.
 * @param keys undefined: the form is checked, the signer stays unknown
 */
export function checkSignature(
  signature: string,
  manifest: Buffer,
  keys: KeySet | undefined,
  problems: PackageProblem[],
): void {
  const problem = signatureProblem(signature, manifest, keys);
  if (problem) problems.push({ ...problem, entry: 'signature.jws' });
}

function signatureProblem(
  signature: string,
  manifest: Buffer,
  keys: KeySet | undefined,
): Omit<PackageProblem, 'entry'> | undefined {
  const [, header = '', value = ''] = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]{86})\n?$/.exec(signature) ?? [];
  if (header === '') {
    return {
      code: 'signature_malformed',
      detail: 'expected <header>..<86 characters>, a JWS with detached payload',
    };
  }
  const parsed = headerSchema.safeParse(readHeader(header));
  if (!parsed.success) {
    return {
      code: 'signature_malformed',
      detail: 'the header is not that of an Ed25519 signature with a key id',
    };
  }
  if (!keys) return undefined;
  const { kid } = parsed.data;
  const key = keys.find((one) => one.kid === kid && one.kty === 'OKP' && one.crv === 'Ed25519');
  if (!key) {
    const detail = `was made with key "${kid}", which is not among the ${keys.length} given`;
    return { code: 'signer_not_among_keys', detail };
  }
  const input = Buffer.from(`${header}.${manifest.toString('base64url')}`);
  if (isValid(input, key as JsonWebKey, Buffer.from(value, 'base64url'))) return undefined;
  const detail = `does not belong to manifest.json: one of the two was changed (key "${kid}")`;
  return { code: 'signature_wrong', detail };
}

function readHeader(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isValid(input: Buffer, jwk: JsonWebKey, signature: Buffer): boolean {
  try {
    return verify(null, input, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}
