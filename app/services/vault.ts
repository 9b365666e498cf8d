import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Seals personal data for its column and makes keyed hashes for exact search.
 * Keys derive from `SECRET_KEY` by HKDF (RFC 5869); the first secret writes, all of them read.
 */
export interface Vault {
  /** AES-256-GCM; `purpose` (table.column) is bound in, so a sealed value cannot be moved to another column. */
  seal(plain: string, purpose: string): string;
  /** @throws VaultError when the value was not sealed for this purpose with a known key */
  open(sealed: string, purpose: string): string;
  sealOptional(plain: string | null | undefined, purpose: string): string | null;
  openOptional(sealed: string | null | undefined, purpose: string): string | null;
  /** Keyed hash of a normalised value, by the writing key; hex. */
  blindIndex(kind: string, value: string): string;
  /** The same by every known key, for search while keys rotate. */
  blindIndexes(kind: string, value: string): string[];
  /** Keyed hash of a secret token or code, for storage and constant-time comparison. */
  tokenHash(kind: string, token: string): string;
  /** Whether a token belongs to a stored hash, by any known key; takes the same time either way. */
  tokenMatches(kind: string, token: string, storedHash: string): boolean;
  /** A key of its own for encrypting files, 32 bytes, with the id to find it again. */
  fileKey(keyId?: string): { keyId: string; key: Buffer };
}

export class VaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VaultError';
  }
}

interface SecretKeys {
  readonly id: string;
  readonly sealing: Buffer;
  readonly indexing: Buffer;
  readonly files: Buffer;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

function deriveKeys(secret: string): SecretKeys {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'habeas', label, 32));
  return {
    id: derive('key-id').subarray(0, 4).toString('hex'),
    sealing: derive('seal'),
    indexing: derive('index'),
    files: derive('files'),
  };
}

function hmac(key: Buffer, kind: string, value: string): string {
  return createHmac('sha256', key).update(`${kind}\u0000${value}`).digest('hex');
}

/**
 * @param secrets at least one secret, the writing one first
 * @throws VaultError when none is given
 */
export function createVault(secrets: readonly string[]): Vault {
  const keys = secrets.map(deriveKeys);
  const writing = keys[0];
  if (!writing) throw new VaultError('SECRET_KEY: expected at least one secret, got none');
  const keyById = (id: string) => {
    const found = keys.find((key) => key.id === id);
    if (!found) throw new VaultError(`key ${id}: not among the configured secrets`);
    return found;
  };

  const vault: Vault = {
    seal(plain, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', writing.sealing, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${writing.id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [id = '', encoded = ''] = sealed.split('.');
      const bytes = Buffer.from(encoded, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', keyById(id).sealing, bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([
          decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
          decipher.final(),
        ]).toString('utf8');
      } catch {
        throw new VaultError(`${purpose}: value does not open with key ${id}`);
      }
    },
    sealOptional: (plain, purpose) => (plain ? vault.seal(plain, purpose) : null),
    openOptional: (sealed, purpose) => (sealed ? vault.open(sealed, purpose) : null),
    blindIndex: (kind, value) => hmac(writing.indexing, kind, value),
    blindIndexes: (kind, value) => keys.map((key) => hmac(key.indexing, kind, value)),
    tokenHash: (kind, token) => hmac(writing.indexing, `token:${kind}`, token),
    tokenMatches(kind, token, storedHash) {
      const stored = Buffer.from(storedHash, 'hex');
      let matched = false;
      for (const key of keys) {
        const candidate = Buffer.from(hmac(key.indexing, `token:${kind}`, token), 'hex');
        if (candidate.length === stored.length && timingSafeEqual(candidate, stored)) matched = true;
      }
      return matched;
    },
    fileKey(keyId) {
      const key = keyId ? keyById(keyId) : writing;
      return { keyId: key.id, key: key.files };
    },
  };
  return vault;
}
