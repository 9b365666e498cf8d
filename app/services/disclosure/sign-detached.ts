import { CompactSign, type CryptoKey, importJWK, type JWK } from 'jose';

/** A private Ed25519 key with the id under which its public half is published. */
export type SigningKey = { readonly kid: string; readonly privateJwk: JWK };

/**
 * A compact JWS with a detached payload (RFC 7515, appendix F): the payload part is empty, since it stands beside it.
 * @param typ what is signed, so that a signature of one kind never passes for one of another
 * @throws when the key is no private Ed25519 key
 */
export async function signDetached(
  payload: Uint8Array,
  { kid, privateJwk }: SigningKey,
  typ: 'habeas-package' | 'habeas-receipt' = 'habeas-package',
): Promise<string> {
  const key = (await importJWK(privateJwk, 'EdDSA')) as CryptoKey;
  const jws = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(key);
  const [header, , signature] = jws.split('.');
  return `${header}..${signature}`;
}
