import type { MailBlock } from './mail-content.ts';
import type { MailParams } from './mail-kinds.ts';
import type { MailWriter } from './mail-writer.ts';

/**
 * The notice of a change of the policy: what changes, from when, and what the reader's territory is promised. The link
 * to the answer opens a form: the key stands in the fragment, which no server and no scanner's request sees, and once
 * more on a line of its own, to be typed where no script reads the fragment.
 */
export function composePolicyChange(w: MailWriter, params: MailParams<'policy_change'>): MailBlock[] {
  const { ask, days, summary, url, answerKey } = params;
  const words = {
    organisation: w.foreign(w.facts.organisation),
    version: w.reference,
    date: w.date(params.effectiveFrom),
  };
  return [
    { kind: 'paragraph', text: w.t('policy_change.body', words) },
    { kind: 'quote', text: summary },
    { kind: 'link', text: w.t('policy_change.read'), url },
    {
      kind: 'paragraph',
      text: w.t(`policy_change.ask.${ask}`, { ...words, ...(days === null ? {} : { count: days }) }),
    },
    ...(answerKey ? answerBlocks(w, answerKey) : []),
    { kind: 'paragraph', text: w.t(answerKey ? 'policy_change.rights' : 'policy_change.rightsTold') },
    { kind: 'link', text: w.t('policy_change.all'), url: w.url('/privacy/changes') },
  ];
}

function answerBlocks(w: MailWriter, key: string): MailBlock[] {
  return [
    { kind: 'link', text: w.t('policy_change.answer'), url: w.url(`/privacy/answer#${key}`) },
    { kind: 'paragraph', text: w.t('policy_change.key') },
    { kind: 'code', code: key },
  ];
}
