import type { FormError, FormState } from '#app/i18n/form-state.ts';
import type { Refusal } from './errors.server.ts';

/** What `Invalid` lists: the field, our code, and its parameters. */
interface ServiceIssue {
  readonly path?: unknown;
  readonly code?: unknown;
  readonly params?: FormError['params'];
}

/**
 * The errors that a form shows when a service refused; undefined for a refusal that is no matter of this form (not
 * found, not allowed) and gets a page of its own.
 */
export function refusalErrors(refusal: Refusal | undefined): FormState['errors'] | undefined {
  switch (refusal?.kind) {
    case 'Invalid':
      return invalidFields(refusal);
    case 'Conflict':
      return { '': [{ code: refusal.code === 'stale_page' ? 'stale_page' : 'conflict' }] };
    case 'RateLimited': {
      const seconds = Number(refusal.details.retryAfterSeconds ?? 60);
      return { '': [{ code: 'rate_limited', params: { count: Math.max(1, Math.ceil(seconds / 60)) } }] };
    }
    default:
      return undefined;
  }
}

function invalidFields({ code, details }: Refusal): FormState['errors'] {
  const issues = Array.isArray(details.issues) ? (details.issues as ServiceIssue[]) : [];
  if (issues.length === 0) return { '': [{ code: known(code) }] };
  const errors: Record<string, FormError[]> = {};
  for (const issue of issues) {
    const path = Array.isArray(issue.path) ? issue.path.join('.') : String(issue.path ?? '');
    const error = { code: known(String(issue.code)), ...(issue.params && { params: issue.params }) };
    errors[path] = [...(errors[path] ?? []), error];
  }
  return errors;
}

/** Codes that the pages have a text for; a service may know more than they do. */
const SAID = new Set([
  'required',
  'required_choice',
  'too_long',
  'too_short',
  'control_characters',
  'direction_override',
  'invalid_choice',
  'invalid_email',
  'invalid_date',
  'invalid_number',
  'invalid_format',
  'stale_page',
  'conflict',
  'file_type',
  'file_empty',
]);

function known(code: string): string {
  return SAID.has(code) ? code : 'invalid';
}
