import type { FormError, FormState } from '#app/i18n/form-state.ts';
import { textInstance } from '#app/i18n/server.ts';
import { FALLBACK_LOCALE } from '#app/i18n/text.ts';
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
      return { '': conflictErrors(refusal) };
    case 'Forbidden':
      return refusal.code === 'second_person_required' ? { '': [{ code: refusal.code }] } : undefined;
    case 'RateLimited': {
      const seconds = Number(refusal.details.retryAfterSeconds ?? 60);
      // A code that was sent is still good, which helps more than to wait.
      const code = /^codes-/.test(String(refusal.details.limit)) ? 'codes_used_up' : 'rate_limited';
      return { '': [{ code, params: { count: Math.max(1, Math.ceil(seconds / 60)) } }] };
    }
    default:
      return undefined;
  }
}

/** What the table of transitions still asks for is named one by one. */
function conflictErrors({ code, details }: Refusal): FormError[] {
  const missing =
    details.code === 'missing_requirement' && Array.isArray(details.expected) ? details.expected : [];
  if (missing.length === 0) return [{ code: said(code, 'conflict') }];
  return missing.map((need) => ({ code: said(`missing_${String(need)}`, 'conflict') }));
}

function invalidFields({ code, details }: Refusal): FormState['errors'] {
  const issues = Array.isArray(details.issues) ? (details.issues as ServiceIssue[]) : [];
  if (issues.length === 0) return { '': [{ code: said(code, 'invalid') }] };
  const errors: Record<string, FormError[]> = {};
  for (const issue of issues) {
    const path = Array.isArray(issue.path) ? issue.path.join('.') : String(issue.path ?? '');
    const error = {
      code: said(String(issue.code), 'invalid'),
      ...(issue.params && { params: issue.params }),
    };
    errors[path] = [...(errors[path] ?? []), error];
  }
  return errors;
}

/** The code itself when `common:errors` has a text for it; a service may know more than the pages say. */
function said(code: string, otherwise: string): string {
  return textInstance(FALLBACK_LOCALE).exists(`common:errors.${code}`) ? code : otherwise;
}
