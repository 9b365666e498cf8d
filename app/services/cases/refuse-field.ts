import { Invalid } from '../errors.ts';

/** A refusal of one field, in the form that pages put beside it. `code` is a key of `errors` in `common.json`. */
export function wrongField(path: string, code: string): Invalid {
  return new Invalid(code, { issues: [{ path, code }] });
}
