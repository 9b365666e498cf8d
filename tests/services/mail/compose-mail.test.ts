import { expect, test } from 'vitest';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { composeMail } from '#app/services/mail/compose-mail.ts';
import { MAIL_KINDS, type MailKind } from '#app/services/mail/mail-kinds.ts';
import type { MailFacts, RequestFacts } from '#app/services/mail/read-mail-facts.ts';
import { renderHtml } from '#app/services/mail/render-html.ts';
import { renderText } from '#app/services/mail/render-text.ts';

const REFERENCE = 'HB-7K3M-9Q2X';
const deadline = {
  timezone: 'Europe/Amsterdam',
  due: '2026-12-02',
  policyDue: '2026-11-12',
  dueNow: '2027-02-02',
  ackDue: '2026-11-05T09:00:00Z',
  extensionsUsed: 1,
} as unknown as Deadline;

const PARAMS: Record<MailKind, Record<string, unknown>> = {
  receipt: {},
  code: { code: '043210', minutes: 15, purpose: 'verify' },
  clarification: { question: 'Which account do you mean?' },
  extension: { notice: 'Your request spans 40 systems.' },
  decision: { notice: 'Reasons are below.' },
  delivery: { expiresOn: '2026-12-01' },
  transfer: { receiver: 'Southwind Cloud SAS', territory: 'FR' },
  status: { news: 'withdrawn' },
  fee: { notice: 'The fee' },
  agent_confirmation: {},
  instructions: { news: 'registered' },
  expiry_warning: { expiresOn: '2027-02-01' },
  policy_change: {
    effectiveFrom: '2027-03-01',
    ask: 'objection',
    days: 7,
    summary: 'Log data is kept for 60 days.',
    url: 'https://northwind.example/privacy',
    answerKey: '7K3M-9Q2X-0V4T-H8ND',
  },
};

function facts(request: Partial<RequestFacts> = {}): MailFacts {
  return {
    organisation: 'Northwind Cloud',
    contactEmail: 'privacy@northwind.example',
    request: {
      reference: REFERENCE,
      receivedOn: '2026-11-02',
      regimeKind: 'law',
      lawPack: 'eea-gdpr',
      addressProven: true,
      items: RIGHTS.map((right) => ({ right, status: 'fulfilled', deadline })),
      ...request,
    },
  };
}

const compose = (kind: MailKind, locale = 'en', from = facts(), params: unknown = PARAMS[kind]) =>
  composeMail({ kind, locale, reference: REFERENCE, params }, from, 'https://privacy.northwind.example');

test.each(['en', 'ko', 'ar'].flatMap((locale) => MAIL_KINDS.map((kind) => [kind, locale] as const)))(
  'the %s mail in %s says the same in HTML and in plain text, in its language',
  async (kind, locale) => {
    const content = compose(kind, locale);
    const text = renderText(content);
    const html = await renderHtml(content);
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(content.subject).toContain(REFERENCE);
    expect(text).not.toMatch(/\{\{|mail\.\w+\.|rights\.|undefined|null/);
    const bare = (value: string) => value.replace(/[\u2066-\u2069\s]+/g, ' ');
    for (const block of content.blocks) {
      if (block.kind !== 'paragraph') continue;
      expect(bare(text)).toContain(bare(block.text));
      expect(bare(html.replace(/&#x27;/g, "'"))).toContain(bare(block.text));
    }
  },
);

test.each(['en', 'ko', 'ar'])('a code stands alone on a line of the plain part in %s', (locale) => {
  expect(renderText(compose('code', locale)).split('\n')).toContain('043210');
});

test('an address that nobody proved gets no words of an officer or of the visitor', () => {
  const unproven = facts({ addressProven: false });
  for (const kind of MAIL_KINDS) {
    const text = renderText(compose(kind, 'en', unproven));
    expect(text).not.toMatch(/Which account|40 systems|Reasons are below/);
  }
});

test('the question reaches a proven address as the officer wrote it, and as text in HTML', async () => {
  const content = compose('clarification', 'en', facts(), { question: 'Is <b>this</b> you?\nReally?' });
  expect(renderText(content)).toContain('> Is <b>this</b> you?\n> Really?');
  expect(await renderHtml(content)).toContain('Is &lt;b&gt;this&lt;/b&gt; you?');
});

test('the receipt names law and promise apart, with the hour of an hour clock in the zone of the law', () => {
  const text = renderText(compose('receipt'));
  expect(text).toContain('Law: General Data Protection Regulation (GDPR)');
  expect(text).toMatch(
    /Erasure: .*answer due by law on 2 December 2026,? and our own promise: 12 November 2026/,
  );
  expect(text).toMatch(/5 November 2026.* 10:00 (CET|GMT\+1)/);
});

test('a request without a described law promises no date', () => {
  const from = facts({
    regimeKind: 'not_described',
    lawPack: null,
    items: [{ right: 'access', status: 'received', deadline: null }],
  });
  const text = renderText(compose('receipt', 'en', from));
  expect(text).toContain('The law of this place is not described here yet');
  expect(text).toContain('Access: no date is fixed');
});

test('a code that is not six digits is refused, so that the mail cannot carry words', () => {
  expect(() => compose('code', 'en', facts(), { code: 'hello!', minutes: 15 })).toThrow(/six digits/);
});

test('a language that is not on offer is written in English', () => {
  expect(compose('code', 'xx').locale).toBe('en');
});

test('a mail under Turkish law says which word the subject line of an answer needs, others do not', () => {
  const footer = (request: Partial<RequestFacts>) =>
    composeMail(
      { kind: 'receipt', locale: 'en', reference: REFERENCE, params: {} },
      facts(request),
      'https://desk.example',
    ).footer.join(' ');
  expect(footer({ subjectLineWord: 'Turkey' })).toContain('Turkey');
  expect(footer({})).not.toContain('subject line');
});

test.each([
  ['en', 'Forum', 'The general privacy policy'],
  ['ar', 'منتدى', 'سياسة الخصوصية العامة'],
])(
  'the receipt in %s names the service that was chosen and the policy that counts',
  (locale, name, policy) => {
    const service = {
      id: 'forum',
      name: { en: 'Forum', ar: 'منتدى' },
      policy: 'general',
      policyUrl: null,
      contactEmail: null,
      contactAddress: null,
    } as const;
    const about = (request: Partial<RequestFacts>) => renderText(compose('receipt', locale, facts(request)));
    const text = about({ service: { service, policy: 'general' } });
    expect(text).toContain(name);
    expect(text).toContain(policy);
    expect(about({})).not.toContain(policy);
  },
);

test('speaks of an answer to a change of the policy only to those who are asked for one', () => {
  const change = PARAMS.policy_change as Record<string, unknown>;
  const told = (params: Record<string, unknown>) =>
    renderText(compose('policy_change', 'en', facts(), { ...change, ...params }));
  expect(told({})).toContain('whatever you answer');
  expect(told({})).toContain('If you do not answer, that is not consent.');
  expect(told({ ask: 'notice', days: null, answerKey: null })).not.toContain('answer');
});

test('says in the receipt that the law is silent, and no promise that is later than the law', () => {
  const dates = {
    ackDue: null,
    due: null,
    dueNow: null,
    policyDue: '2027-01-21',
    guidanceDue: '2026-12-22',
    standing: 'statutory',
    timezone: 'UTC',
  };
  const receipt = (deadline: Record<string, unknown>) => {
    const item = { right: 'access', deadline: { ...dates, ...deadline } };
    return renderText(compose('receipt', 'en', facts({ items: [item] as unknown as RequestFacts['items'] })));
  };
  expect(receipt({})).toContain('the law sets no number of days');
  expect(receipt({})).toContain('our own promise: 21 January 2027');
  expect(receipt({})).toContain('recommended by the authority: 22 December 2026');
  expect(receipt({ due: '2027-01-05', dueNow: '2027-01-05' })).not.toContain('promise');
});
