import { composeBeforeProof } from './compose-before-proof.ts';
import { composeCase } from './compose-case.ts';
import type { MailContent } from './mail-content.ts';
import type { MailKind } from './mail-kinds.ts';
import { mailWriter } from './mail-writer.ts';
import type { MailFacts } from './read-mail-facts.ts';

export interface MailOrder {
  readonly kind: MailKind;
  readonly locale: string;
  readonly reference: string | null;
  /** As it was put in the outbox; checked here. */
  readonly params: unknown;
}

/**
 * Makes the content of a mail in the reader's language. Pure but for the texts: the same order and facts give the
 * same mail.
 * @throws z.ZodError when the parameters are not those of the kind
 */
export function composeMail(order: MailOrder, facts: MailFacts, publicUrl: string): MailContent {
  const writer = mailWriter(order.locale, facts, order.reference, publicUrl);
  const blocks =
    composeBeforeProof(writer, order.kind, order.params) ?? composeCase(writer, order.kind, order.params);
  // Without isolates: a mail program's list of subjects may show them as boxes.
  const subject = writer.t(`${order.kind}.subject`, { reference: order.reference ?? '' }).trim();
  const word = facts.request?.subjectLineWord;
  return {
    locale: writer.locale,
    dir: writer.dir,
    subject,
    preview: writer.t(`${order.kind}.preview`),
    blocks: [{ kind: 'heading', text: writer.t(`${order.kind}.heading`) }, ...blocks],
    footer: [
      // The one kind that nobody's request brought about.
      writer.t(order.kind === 'policy_change' ? 'policy_change.why' : 'footer.why', {
        organisation: writer.foreign(facts.organisation),
      }),
      writer.t('footer.contact', { email: writer.foreign(facts.contactEmail) }),
      ...(word ? [writer.t('footer.subjectLine', { word: writer.foreign(word) })] : []),
    ],
  };
}
