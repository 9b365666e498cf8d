/** What went wrong with an input to the rules, as a word that a program can act on. */
export type RulesErrorCode =
  | 'invalid_json'
  | 'invalid_value'
  | 'missing_value'
  | 'unknown_zone'
  | 'unknown_right'
  | 'unknown_jurisdiction'
  | 'unknown_event'
  | 'event_out_of_order'
  | 'not_described'
  | 'beyond_calendar';

/** A refused input: what came, where it stood, and what was expected. */
export class RulesError extends Error {
  readonly code: RulesErrorCode;
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;

  constructor(code: RulesErrorCode, path: string, value: unknown, expected: string) {
    const shown = shownValue(value);
    super(`${path}: ${JSON.stringify(shown) ?? 'nothing'}; expected ${expected}`);
    this.name = 'RulesError';
    this.code = code;
    this.path = path;
    this.value = shown;
    this.expected = expected;
  }
}

/** Longest text of a refused value that is shown, in characters. */
const SHOWN = 200;

/** A refused value as it can be shown: itself when it is short, else its beginning; never too deep to be written. */
function shownValue(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, SHOWN);
  if (typeof value !== 'object' || value === null) return value;
  try {
    const text = JSON.stringify(value);
    return text.length > SHOWN ? text.slice(0, SHOWN) : value;
  } catch {
    return 'nested too deeply to be shown';
  }
}
