/**
 * Forms in which addresses and numbers are compared and indexed. They are kept for search only;
 * what a person typed is stored as typed.
 */

/** NFKC, trimmed, lower case. The local part is folded too: no mail provider of note tells cases apart. */
export function normaliseEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** NFKC, lower case, one space between words: for exact search, not for deciding who somebody is. */
export function normaliseName(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** NFKC, trimmed, upper case, without inner spaces. */
export function normaliseAccountId(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Digits with a leading plus if there was one. */
export function normalisePhone(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  return (text.startsWith('+') ? '+' : '') + text.replace(/\D/g, '');
}

export const NORMALISERS = {
  email: normaliseEmail,
  account_id: normaliseAccountId,
  phone: normalisePhone,
} as const;
