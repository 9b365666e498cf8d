/** A mail ready to leave. */
export interface MailMessage {
  /** Id of its row in the outbox. */
  readonly id: string;
  readonly kind: string;
  readonly reference: string | null;
  /** One address, without a name. */
  readonly to: string;
  readonly from: string;
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With angle brackets; the same in each try. */
  readonly messageId: string;
  /** When it was put in the outbox, ISO instant; the same in each try. */
  readonly date: string;
}

/** The mail can never be sent as it is: trying again would change nothing. */
export class UnsendableMail extends Error {
  readonly code: string;

  constructor(code: string, expectation: string) {
    super(`mail: ${code}; expected ${expectation}`);
    this.name = 'UnsendableMail';
    this.code = code;
  }
}

const ADDRESS = /^[^\s<>()[\]\\,;:@"\p{Cc}\p{Cf}]+@[^\s<>()[\]\\,;:@"\p{Cc}\p{Cf}]+$/u;
const WORD = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * The fields as nodemailer takes them. Values from outside reach a header only after a check against a closed form:
 * a second address, a line break or a header of its own in a value makes the mail unsendable.
 * @throws UnsendableMail
 */
export function toEnvelope(mail: MailMessage) {
  if (mail.to.length > 320 || !ADDRESS.test(mail.to)) {
    throw new UnsendableMail('address_malformed', 'one address without name, comment or line break');
  }
  for (const value of [mail.kind, mail.reference ?? 'none', mail.locale]) {
    if (!WORD.test(value)) throw new UnsendableMail('header_malformed', 'letters, digits and dashes');
  }
  if (/\p{Cc}/u.test(mail.subject)) throw new UnsendableMail('subject_malformed', 'one line');
  return {
    from: mail.from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Lines stay lines: a code can be read in the raw file, whatever the language around it.
    textEncoding: 'quoted-printable' as const,
    messageId: mail.messageId,
    date: new Date(mail.date),
    headers: {
      'X-Habeas-Kind': mail.kind,
      ...(mail.reference ? { 'X-Habeas-Reference': mail.reference } : {}),
      'Content-Language': mail.locale,
      'Auto-Submitted': 'auto-generated',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
