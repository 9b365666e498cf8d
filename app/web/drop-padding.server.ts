import { Transform } from 'node:stream';

/**
 * Takes out the zero bytes that React 18 leaves in a streamed page where a character of several bytes did not fit
 * its 2 kB buffer (facebook/react#24985): in Korean and Arabic nearly every page has some, inside words. No text of
 * a page holds U+0000, so nothing else is lost.
 */
export function dropPadding(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
