/** What a receiver is told beside the bytes. None of it is about a person; the reference is the request's. */
export interface TransferFacts {
  readonly reference: string;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  /** The detached signature that also stands in the file. */
  readonly signature: string;
  /** One per package and receiver: the same key is taken once. */
  readonly idempotencyKey: string;
}

/**
 * The headers of a transfer: digests as RFC 9530 writes them (the file is sent as it is, so content and
 * representation are the same), the key as draft-ietf-httpapi-idempotency-key-header has it.
 */
export function transferHeaders(facts: TransferFacts): Record<string, string> {
  const digest = `sha-256=:${base64OfHex(facts.sha256)}:`;
  return {
    'content-type': 'application/zip',
    'content-digest': digest,
    'repr-digest': digest,
    'idempotency-key': `"${facts.idempotencyKey}"`,
    'habeas-reference': facts.reference,
    'habeas-signature': facts.signature,
  };
}

function base64OfHex(hex: string): string {
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return btoa(String.fromCharCode(...bytes));
}
