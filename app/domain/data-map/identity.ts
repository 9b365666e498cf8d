import type { IdentityKind } from './data-map.ts';

/** An attribute that the data subject has proven to be theirs; the only thing that may start a search. */
export type ProvenAttribute = { readonly kind: IdentityKind; readonly value: string };

/** How a stored value is compared with a proven one: as it stands, without case, or by its digits. */
export type MatchRule = 'exact' | 'folded' | 'digits';

export const MATCH_RULES: Readonly<Record<IdentityKind, MatchRule>> = {
  email: 'folded',
  account_id: 'exact',
  phone: 'digits',
};

/** The form in which two values of this kind are equal. A connector must compare stored values in the same form. */
export function normaliseIdentity(kind: IdentityKind, value: string): string {
  return applyMatchRule(MATCH_RULES[kind], value);
}

/** `folded`: trimmed, lower case, NFC; `digits`: `+` and digits only; `exact`: trimmed. */
export function applyMatchRule(rule: MatchRule, value: string): string {
  const trimmed = value.trim();
  if (rule === 'folded') return trimmed.normalize('NFC').toLowerCase();
  if (rule === 'digits') return trimmed.replace(/[^+0-9]/g, '');
  return trimmed;
}
