import type { z } from 'zod';
import type { FormError } from '#app/i18n/form-state.ts';

type Issue = z.core.$ZodIssue;

/** A message of a schema that is one of our codes, and not zod's own sentence. */
const CODE = /^[a-z]+(_[a-z]+)*$/;

/**
 * Says an issue of zod in our codes (`common:errors`). A schema names a code of its own as its message:
 * `z.string().regex(pattern, 'invalid_code')`.
 * @param given what arrived under the field's name
 */
export function formErrorOf(issue: Issue, given: readonly FormDataEntryValue[]): FormError {
  const params = paramsOf(issue);
  const code = CODE.test(issue.message) ? issue.message : codeOf(issue, given);
  return Object.keys(params).length > 0 ? { code, params } : { code };
}

function codeOf(issue: Issue, given: readonly FormDataEntryValue[]): string {
  const empty = given.every((value) => typeof value === 'string' && value.trim() === '');
  switch (issue.code) {
    case 'invalid_type':
      if (empty) return issue.expected === 'array' ? 'required_choice' : 'required';
      if (given.length > 1) return 'repeated';
      return (
        { number: 'invalid_number', int: 'invalid_number', date: 'invalid_date' }[issue.expected as string] ??
        'invalid_format'
      );
    case 'invalid_value':
    case 'invalid_union':
      if (empty) return 'required_choice';
      return given.length > 1 ? 'repeated' : 'invalid_choice';
    case 'too_big':
      return (
        { string: 'too_long', array: 'too_many', set: 'too_many', file: 'file_too_large' }[
          issue.origin as string
        ] ?? 'too_big'
      );
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'invalid_format':
      return { email: 'invalid_email', date: 'invalid_date' }[issue.format as string] ?? 'invalid_format';
    default:
      return 'invalid';
  }
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? 'required' : 'too_short';
  if (origin === 'array' || origin === 'set') return minimum === 1 ? 'required_choice' : 'too_few';
  return origin === 'file' ? 'file_empty' : 'too_small';
}

function paramsOf(issue: Issue): Record<string, string | number> {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  if (issue.code === 'too_small') return { min: Number(issue.minimum) };
  return issue.code === 'custom' ? ((issue.params ?? {}) as Record<string, string | number>) : {};
}
