import type { Row, Tables } from './generate.ts';
import { bystander, differentContactEmail, personas } from './personas.ts';

/** The deliberate difficulties of the demo database: each is named after what goes wrong where nobody thought of it. */
export function oddities(tables: Tables): void {
  contactAddressDiffers(tables);
  bystanderInAnothersTicket(tables);
  valuesThatBite(tables);
  sharedMailboxEnquiry(tables);
}

function contactAddressDiffers({ contacts }: Tables): void {
  const contact = contacts.find((row) => row.account_id === personas.differentContact.accountId) as Row;
  contact.email = differentContactEmail;
}

function bystanderInAnothersTicket(tables: Tables): void {
  const id = tables.support_tickets.length + 1;
  const owner = personas.ticketOwner;
  const at = (minute: number) => `2026-05-04T09:${String(minute).padStart(2, '0')}:00Z`;
  tables.support_tickets.push({
    id,
    account_id: owner.accountId,
    subject: 'Shared workspace: my colleague cannot sign in',
    status: 'closed',
    opened_at: at(0),
    closed_at: at(40),
  });
  const messages: [string, string, string | null, string][] = [
    [
      'customer',
      owner.fullName,
      owner.email,
      `My colleague ${bystander.email} cannot open the workspace I shared.`,
    ],
    ['agent', 'Northwind Support', null, 'We have asked your colleague to join this conversation.'],
    [
      'guest',
      bystander.fullName,
      bystander.email,
      'Hello, I am on a train near Utrecht and my code never arrives.',
    ],
    ['guest', bystander.fullName, bystander.email, 'It works now, thank you.'],
    ['customer', owner.fullName, owner.email, 'Thank you, this can be closed.'],
  ];
  for (const [index, [author_kind, author_name, author_email, body]] of messages.entries()) {
    const sent_at = at(index * 5);
    const message = {
      id: tables.ticket_messages.length + 1,
      ticket_id: id,
      author_kind,
      author_name,
      author_email,
      body,
      sent_at,
    };
    tables.ticket_messages.push(message);
  }
  tables.uploads.push({
    id: '00000000-0000-4000-8000-000000000006',
    account_id: owner.accountId,
    file_name: 'screenshot.png',
    content_type: 'image/png',
    bytes: 48_213,
    sha256: 'a'.repeat(64),
    shared_with_email: bystander.email,
    uploaded_at: at(1),
  });
}

function valuesThatBite(tables: Tables): void {
  const { accountId, email, fullName } = personas.oddValues;
  const values = [
    '=HYPERLINK("https://northwind.example","click")',
    '+1+1',
    '-2+3',
    '@SUM(A1:A9)',
    'two\nlines\r\nand a\ttab',
    `quotes ' " \` and a back\\slash`,
    '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
    '\u202Eright to left override\u202C and \u2066isolate\u2069',
    'family 👨‍👩‍👧‍👦 flag 🇰🇷 combining e\u0301',
    '',
    '   ',
    'null',
  ];
  for (const [index, body] of values.entries()) {
    tables.enquiries.push({
      id: tables.enquiries.length + 1,
      email,
      name: index % 2 ? fullName : null,
      topic: body.slice(0, 40),
      body,
      received_at: `2026-06-0${(index % 9) + 1}T12:00:00Z`,
      answered_at: null,
    });
  }
  tables.transactions.push({
    id: 9_007_199_254_740_993n.toString(),
    account_id: accountId,
    payment_method_id: null,
    invoice_number: '-INV',
    description: 'An id past what a double holds, and a negative amount',
    amount: '-123456789012.10',
    currency: 'EUR',
    status: 'refunded',
    occurred_at: '2026-01-31T23:59:59.999999Z',
  });
}

function sharedMailboxEnquiry({ enquiries }: Tables): void {
  enquiries.push({
    id: enquiries.length + 1,
    email: personas.sharedAddress.email,
    name: null,
    topic: 'other',
    body: 'An enquiry that either of two people may have written.',
    received_at: '2026-04-01T08:00:00Z',
    answered_at: null,
  });
}
