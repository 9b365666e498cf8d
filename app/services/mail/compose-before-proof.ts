import { textFor } from '#app/domain/data-map/data-map.ts';
import { earlierPromise } from '#app/domain/rules/earlier-promise.ts';
import { composePolicyChange } from './compose-policy-change.ts';
import type { MailBlock, MailFact } from './mail-content.ts';
import { MAIL_PARAMS, type MailKind } from './mail-kinds.ts';
import type { MailWriter } from './mail-writer.ts';
import type { ItemFacts, RequestFacts } from './read-mail-facts.ts';

/**
 * Mails that may go to an address which nobody has proven: code, reference, dates and fixed text, nothing that the
 * visitor typed, so that the form cannot be used to send words to a stranger.
 * @returns null for a kind that is sent later
 */
export function composeBeforeProof(w: MailWriter, kind: MailKind, params: unknown): MailBlock[] | null {
  if (kind === 'receipt') return receipt(w);
  if (kind === 'code') return code(w, MAIL_PARAMS.code.parse(params));
  if (kind === 'expiry_warning') return expiryWarning(w, MAIL_PARAMS.expiry_warning.parse(params).expiresOn);
  if (kind === 'agent_confirmation') return agentConfirmation(w);
  if (kind === 'instructions') return instructions(w, MAIL_PARAMS.instructions.parse(params).news);
  if (kind === 'policy_change') return composePolicyChange(w, MAIL_PARAMS.policy_change.parse(params));
  return null;
}

function receipt(w: MailWriter): MailBlock[] {
  const { request } = w.facts;
  return [
    { kind: 'paragraph', text: w.t('receipt.received', { organisation: w.foreign(w.facts.organisation) }) },
    { kind: 'facts', facts: [referenceFact(w), ...(request ? requestFacts(w, request) : [])] },
    ...(request ? [{ kind: 'facts' as const, facts: request.items.map((item) => itemFact(w, item)) }] : []),
    { kind: 'paragraph', text: w.t('receipt.next') },
    followLink(w),
    { kind: 'paragraph', text: w.t('receipt.keep') },
  ];
}

function code(w: MailWriter, params: { code: string; minutes: number; purpose: string }): MailBlock[] {
  return [
    { kind: 'paragraph', text: w.t(`code.for.${params.purpose}`) },
    { kind: 'code', code: params.code },
    { kind: 'paragraph', text: w.t('code.valid', { count: params.minutes }) },
    ...(w.reference ? [{ kind: 'facts' as const, facts: [referenceFact(w)] }] : []),
    { kind: 'paragraph', text: w.t('code.secret') },
  ];
}

function expiryWarning(w: MailWriter, expiresOn: string): MailBlock[] {
  return [
    { kind: 'paragraph', text: w.t('expiry_warning.unproven', { date: w.date(expiresOn) }) },
    { kind: 'facts', facts: [referenceFact(w)] },
    { kind: 'paragraph', text: w.t('expiry_warning.how') },
    followLink(w),
    { kind: 'paragraph', text: w.t('expiry_warning.again') },
  ];
}

function agentConfirmation(w: MailWriter): MailBlock[] {
  return [
    {
      kind: 'paragraph',
      text: w.t('agent_confirmation.body', { organisation: w.foreign(w.facts.organisation) }),
    },
    { kind: 'facts', facts: [referenceFact(w)] },
    { kind: 'paragraph', text: w.t('agent_confirmation.how') },
    { kind: 'link', text: w.t('agent_confirmation.link'), url: w.url('/agent') },
    { kind: 'paragraph', text: w.t('agent_confirmation.ignore') },
  ];
}

function instructions(w: MailWriter, news: string): MailBlock[] {
  return [
    { kind: 'paragraph', text: w.t(`instructions.news.${news}`) },
    { kind: 'facts', facts: [referenceFact(w)] },
    { kind: 'paragraph', text: w.t('instructions.keep') },
    { kind: 'link', text: w.t('instructions.link'), url: w.url('/instructions/open') },
  ];
}

export const referenceFact = (w: MailWriter): MailFact => ({
  name: w.t('facts.reference'),
  value: w.reference,
});

/** A page, not a link that acts: following it shows a form, and holds nothing about the request. */
export const followLink = (w: MailWriter): MailBlock => ({
  kind: 'link',
  text: w.t('follow'),
  url: w.url('/track'),
});

function requestFacts(w: MailWriter, request: RequestFacts): MailFact[] {
  const law = request.lawPack ? w.law(request.lawPack) : w.t(`facts.${request.regimeKind}`);
  return [
    { name: w.t('facts.received'), value: w.date(request.receivedOn) },
    { name: w.t('facts.law'), value: law },
    ...serviceFacts(w, request),
  ];
}

function serviceFacts(w: MailWriter, { service: about }: RequestFacts): MailFact[] {
  if (!about) return [];
  const name = about.service ? w.foreign(textFor(about.service.name, w.locale)) : w.legal('service.any');
  return [
    { name: w.legal('service.term'), value: name },
    { name: w.legal('service.policy'), value: w.legal(`service.${about.policy}`) },
  ];
}

/** A right with the dates that it has: law, promise and guidance each under its own name, the law's silence too. */
function itemFact(w: MailWriter, { right, deadline }: ItemFacts): MailFact {
  const on = (iso: string) => w.date(iso, deadline?.timezone);
  const promise = deadline && earlierPromise(deadline);
  const dates = [
    deadline?.ackDue && w.t('dates.acknowledgement', { date: on(deadline.ackDue) }),
    deadline?.due && w.t('dates.law', { date: on(deadline.due) }),
    deadline?.standing === 'statutory' && !deadline.due && w.t('dates.silent'),
    promise && w.t('dates.promise', { date: on(promise) }),
    deadline?.guidanceDue && w.t('dates.guidance', { date: on(deadline.guidanceDue) }),
  ].filter((text) => typeof text === 'string');
  return { name: w.right(right), value: dates.length > 0 ? w.list(dates) : w.t('dates.none') };
}
