/** Longest line that is kept, in UTF-16 units; what follows on the same line is dropped, so that memory stays bounded. */
export const LONGEST = 1 << 20;

/**
 * The lines of a stream of UTF-8, one at a time, without their ends and without a byte order mark. Only a line feed
 * (with or without a carriage return) ends a line: `node:readline` also ends one at U+2028, which JSON allows in text.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const chunk of stream) {
    const [more = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    line += more.slice(0, LONGEST - line.length);
    for (const next of rest) {
      yield withoutReturn(line);
      line = next.slice(0, LONGEST);
    }
  }
  line += decoder.decode();
  if (line !== '') yield withoutReturn(line);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
