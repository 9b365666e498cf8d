import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { followLink, referenceFact } from './compose-before-proof.ts';
import type { MailBlock, MailFact } from './mail-content.ts';
import { MAIL_PARAMS, type MailKind, type MailParams } from './mail-kinds.ts';
import type { MailWriter } from './mail-writer.ts';

/** Mails about a case at work. What an officer wrote is quoted only to an address that was proven. */
export function composeCase(w: MailWriter, kind: MailKind, params: unknown): MailBlock[] {
  switch (kind) {
    case 'clarification':
      return withWords(w, kind, MAIL_PARAMS.clarification.parse(params).question);
    case 'extension':
      return withWords(w, kind, MAIL_PARAMS.extension.parse(params).notice, newDates(w));
    case 'decision':
      return withWords(w, kind, MAIL_PARAMS.decision.parse(params).notice, outcomes(w));
    case 'fee':
      return withWords(w, kind, MAIL_PARAMS.fee.parse(params).notice);
    case 'delivery':
      return delivery(w, MAIL_PARAMS.delivery.parse(params).expiresOn);
    case 'transfer':
      return transfer(w, MAIL_PARAMS.transfer.parse(params));
    case 'status':
      return status(w, MAIL_PARAMS.status.parse(params).news);
    default:
      throw new RangeError(`mail kind ${kind}: expected one about a case at work`);
  }
}

function withWords(
  w: MailWriter,
  kind: MailKind,
  words: string | undefined,
  facts: readonly MailFact[] = [],
): MailBlock[] {
  const quoted = words && w.facts.request?.addressProven ? words : null;
  return [
    { kind: 'paragraph', text: w.t(`${kind}.body`, { organisation: w.foreign(w.facts.organisation) }) },
    ...(quoted ? [{ kind: 'quote' as const, text: quoted }] : []),
    { kind: 'facts', facts: [referenceFact(w), ...facts] },
    { kind: 'paragraph', text: w.t(`${kind}.next`) },
    followLink(w),
  ];
}

function delivery(w: MailWriter, expiresOn: string | undefined): MailBlock[] {
  const until = expiresOn ? [{ name: w.t('facts.until'), value: w.date(expiresOn) }] : [];
  return [
    { kind: 'paragraph', text: w.t('delivery.body') },
    { kind: 'facts', facts: [referenceFact(w), ...until] },
    { kind: 'paragraph', text: w.t('delivery.next') },
    followLink(w),
    { kind: 'paragraph', text: w.t('delivery.verify') },
  ];
}

function transfer(w: MailWriter, { receiver, territory }: MailParams<'transfer'>): MailBlock[] {
  const to = { receiver: w.foreign(receiver), territory: w.country(territory) };
  return [
    { kind: 'paragraph', text: w.t('transfer.body', to) },
    { kind: 'facts', facts: [referenceFact(w)] },
    { kind: 'paragraph', text: w.t('transfer.next', to) },
    followLink(w),
  ];
}

function status(w: MailWriter, news: string): MailBlock[] {
  return [
    { kind: 'paragraph', text: w.t(`status.news.${news}`) },
    { kind: 'facts', facts: [referenceFact(w)] },
    followLink(w),
  ];
}

function outcomes(w: MailWriter): MailFact[] {
  const closed = w.facts.request?.items.filter(({ status }) => isClosed(status)) ?? [];
  return closed.map((item) => ({ name: w.right(item.right), value: w.t(`outcome.${item.status}`) }));
}

function newDates(w: MailWriter): MailFact[] {
  const extended = w.facts.request?.items.filter(({ deadline }) => (deadline?.extensionsUsed ?? 0) > 0) ?? [];
  return extended.flatMap(({ right, deadline }) =>
    deadline?.dueNow
      ? [
          {
            name: w.right(right),
            value: w.t('dates.law', { date: w.date(deadline.dueNow, deadline.timezone) }),
          },
        ]
      : [],
  );
}
