/**
 * Splits bytes into lines of text without their line breaks, in constant memory. A last line without a break counts.
 * @param most characters that are kept of a line while its end has not come: one more than the reader takes
 * @throws TypeError where the bytes are no UTF-8
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of source) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      yield text.slice(from, at);
      from = at + 1;
    }
    rest = text.slice(from, from + most);
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
