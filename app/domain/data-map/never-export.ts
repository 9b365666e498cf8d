/**
 * Categories of the Fideslang taxonomy whose values are never disclosed, whoever asks; each also covers what lies below
 * it. 11 CCR 7024(d): government identifiers, financial account numbers, health insurance and medical identification
 * numbers, passwords, security questions and answers, unique biometric data. The kind held is still told.
 */
export const NEVER_EXPORT_CATEGORIES: readonly string[] = [
  'system.authentication',
  'user.authorization.biometric',
  'user.authorization.biometrics',
  'user.authorization.credentials',
  'user.authorization.password',
  'user.authorization.security_answer',
  'user.biometric',
  'user.biometrics',
  'user.credentials',
  'user.financial.bank_account',
  'user.financial.credit_card',
  'user.government_id',
  'user.health.insurance_beneficiary_id',
  'user.health.record_id',
  'user.health_and_medical.insurance_beneficiary_id',
  'user.health_and_medical.record_id',
];

/** The forbidden category that one of `categories` falls under; `undefined` when all may leave. */
export function forbiddenCategory(categories: readonly string[]): string | undefined {
  return NEVER_EXPORT_CATEGORIES.find((forbidden) =>
    categories.some((category) => category === forbidden || category.startsWith(`${forbidden}.`)),
  );
}
