/**
 * JSON whose numbers keep the digits they were written with: an id past 2^53 or the amount `12.50` leaves as it came.
 * Numbers that a double cannot hold in the same digits become `RawNumber`; `JSON.stringify` alone would change them.
 */
type RawJson = { rawJSON(text: string): unknown; isRawJSON(value: unknown): boolean };
const json = JSON as unknown as RawJson;

/** @throws SyntaxError on malformed text */
export function parseLossless(text: string): unknown {
  const keepDigits = (_key: string, value: unknown, context?: { source?: string }) => {
    if (typeof value !== 'number' || context?.source === undefined || String(value) === context.source)
      return value;
    return json.rawJSON(context.source);
  };
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
}

/** Whether a value that `parseLossless` made is a number, whatever its size. */
export function isJsonNumber(value: unknown): boolean {
  return typeof value === 'number' || json.isRawJSON(value);
}
