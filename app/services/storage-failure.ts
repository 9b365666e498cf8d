import type { StoragePlace } from '#app/config/storage-url.ts';
import { OperatorError } from '#db/operator-error.ts';

/** What S3 and the network call it, and what the operator reads. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(NoSuchBucket|NotFound)$/, 'does not exist, expected a bucket that is there'],
  [
    /^(InvalidAccessKeyId|SignatureDoesNotMatch|AccessDenied|Forbidden|InvalidToken|ExpiredToken|403)$/,
    'refused the credentials, expected ones that may read, write, remove and list in it',
  ],
  [
    /^CredentialsProviderError$/,
    'cannot be used without credentials, expected key:secret@ before the bucket or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  ],
  [
    /^(PermanentRedirect|AuthorizationHeaderMalformed|301)$/,
    'lies in another region, expected its own in region=',
  ],
  [
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPROTO|TimeoutError)$/,
    'cannot be reached, expected a server that answers',
  ],
  [/^(EACCES|EPERM|EROFS|ENOTDIR)$/, 'cannot be written, expected a folder that this account can write'],
  [/^ENOSPC$/, 'is full, expected room for files'],
];

/**
 * One line for the failures that an operator can mend; any other error as it came.
 * @param error what the driver threw; the cause is looked for in its chain of causes
 */
export function storageFailure(error: unknown, place: StoragePlace): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { name, code, $metadata } = cause as ServerError;
    const words = [name, code, String($metadata?.httpStatusCode)];
    const [found] = REASONS.flatMap(([pattern, reason]) => {
      const word = words.find((one) => one && pattern.test(one));
      return word ? [{ word, reason }] : [];
    });
    if (found)
      return new OperatorError(`STORAGE_URL: ${named(place)} ${found.reason} (${found.word})`, { cause });
  }
  return error;
}

type ServerError = Error & { code?: string; $metadata?: { httpStatusCode?: number } };

function named(place: StoragePlace): string {
  if (place.kind === 'folder') return `folder ${place.path}`;
  return `bucket "${place.bucket}" at ${place.endpoint ? new URL(place.endpoint).origin : 'AWS'}`;
}
