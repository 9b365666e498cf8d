import type { DetailQuestions, Details } from './right-details.ts';

/** Beside the receivers of the list: somebody else, in the subject's own words, or nobody. */
export const WITHOUT_RECEIVER = ['other', 'none'] as const;

/** The key of the receiver that somebody chose from the list; null for everybody and nobody else. */
export function chosenReceiver(details: Details | undefined): string | null {
  const chosen = details?.receiver;
  return typeof chosen === 'string' && !(WITHOUT_RECEIVER as readonly string[]).includes(chosen)
    ? chosen
    : null;
}

/**
 * The questions of portability where some receivers can be chosen: one of them, somebody else by name, or nobody.
 * Without receivers, or where the law gives no transmission, only the name can be given.
 */
export function withReceivers(questions: DetailQuestions, receivers: readonly string[]): DetailQuestions {
  const fields = questions.fields.flatMap((field): DetailQuestions['fields'] => {
    if (field.kind !== 'receiver') {
      const named = receivers.length > 0 && field.name === 'transferTo';
      return [named ? { ...field, needed: { when: 'receiver', is: 'other' } } : field];
    }
    return receivers.length > 0 ? [{ ...field, choices: [...receivers, ...WITHOUT_RECEIVER] }] : [];
  });
  return { ...questions, fields };
}

/**
 * The answers as the request keeps them: the choice itself stands in the record of the transfer, and a name that was
 * typed beside a choice counts for nothing.
 */
export function toldDetails(details: Details, listed: boolean): Record<string, string | string[]> {
  const { receiver, transferTo, ...rest } = details;
  const named = transferTo !== undefined && !listed && receiver !== 'none';
  return { ...rest, ...(named ? { transferTo } : {}) };
}
