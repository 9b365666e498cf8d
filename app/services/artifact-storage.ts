/**
 * Where files live: collected rows, packages, attachments, evidence. Every artifact is encrypted before it is
 * written and has a random key, so that neither name nor content tells of a person.
 */
export interface ArtifactStorage {
  /** Streams bytes into a new artifact under `key`, replacing one of the same key. Returns plain bytes written. */
  write(key: string, source: AsyncIterable<Uint8Array>): Promise<{ bytes: number }>;
  /** Streams the plain bytes; the reader sets the pace. @throws NotFound when nothing is stored under the key */
  read(key: string): Promise<AsyncIterable<Uint8Array>>;
  /** Removes an artifact; removing what is not there is no error, so that purges may run twice. */
  remove(key: string): Promise<void>;
}
