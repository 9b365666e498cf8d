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
    super(`${path}: ${JSON.stringify(value) ?? 'nothing'}; expected ${expected}`);
    this.name = 'RulesError';
    this.code = code;
    this.path = path;
    this.value = value;
    this.expected = expected;
  }
}
