import type { Scene, Stage } from './scene.ts';
import type { Fields } from './visit.ts';

/** Who calls: nobody, the data subject of the request in question, that of another one, and the roles of the desk. */
export const CALLERS = ['nobody', 'subject', 'other', 'officer', 'administrator', 'auditor'] as const;
export type Caller = (typeof CALLERS)[number];

/** A status; where a redirect leads; or `done`, for whatever an allowed caller is answered in the present state. */
export type Expected = number | RegExp | 'done';
type Answers = Readonly<Record<Caller, Expected>>;

interface Call {
  readonly path?: (scene: Scene) => string;
  readonly fields?: Fields;
  readonly answers: Answers;
}

/** Everything that a route answers, method by method. */
export interface RouteRow {
  /** The id of the route in the built server. */
  readonly id: string;
  readonly path: string | ((scene: Scene) => string);
  /** Shows the mails of the demo, references included, to whoever reaches this machine's own address. */
  readonly demo?: true;
  readonly get?: Call;
  readonly post?: Call;
}

const all = (expected: Expected): Answers => ({
  nobody: expected,
  subject: expected,
  other: expected,
  officer: expected,
  administrator: expected,
  auditor: expected,
});
const everybody = (expected: Expected, fields?: Fields): Call => ({
  answers: all(expected),
  ...(fields && { fields }),
});

/** Pages of a request: the desk has no session there, and nobody has. */
const TRACK = /^\/track$/;
const ofRequest = (subject: Expected, other: Expected, fields?: Fields): Call => ({
  answers: { ...all(TRACK), subject, other },
  ...(fields && { fields }),
});

/** Before a representative's data subject has proven the mailbox. */
const AGENT = /^\/agent$/;

/** Pages of the desk: whoever is not signed in there is sent to sign in, data subjects too. */
const SIGN_IN = /^\/officer\/sign-in$/;
const desk = (officer: Expected, administrator: Expected, auditor: Expected, fields?: Fields): Call => ({
  answers: { ...all(SIGN_IN), officer, administrator, auditor },
  ...(fields && { fields }),
});
/** Whoever is in already is sent on to the desk. */
const atSignIn = (expected: Expected): Answers => ({
  ...all(/^\/officer$/),
  nobody: expected,
  subject: expected,
  other: expected,
});
const staffRead = desk(200, 200, 200);
const fulfillers = (fields?: Fields) => desk('done', 'done', 403, fields);
const fulfillerPage = desk(200, 200, 403);

/** The case that the desk's rows are about; opening the address of a mere button leads back to it. */
const caseOf =
  (
    part: keyof Scene & ('open' | 'done' | 'shared' | 'asked' | 'erasure'),
    ...rest: ((stage: Stage) => string)[]
  ) =>
  (scene: Scene) =>
    ['/officer/cases', scene[part].reference, ...rest.map((one) => one(scene[part]))].join('/');
const word = (name: string) => () => name;
const item = (stage: Stage) => stage.item;
const TO_CASE = /^\/officer\/cases\/HB-/;
const TO_POLICY = /^\/officer\/policies\/access-logs$/;
const buttonOnly = desk(TO_CASE, TO_CASE, TO_CASE);

const REASON = 'Compared with what the account holds; all of it agrees.';
const question = (name: string, path: string, fields: Fields): RouteRow => ({
  id: `routes/_portal+/request+/${name}`,
  path,
  // Whoever comes without the answers before it is sent to the first question.
  get: everybody(/^\/request\/residence$/),
  post: everybody('done', fields),
});
const ownPage = (name: string, path: string, subject: Expected, other: Expected, post?: Call): RouteRow => ({
  id: `routes/_portal+/track_+/case+/${name}`,
  path,
  get: ofRequest(subject, other),
  ...(post && { post }),
});

/** Routes that only wrap others. */
export const WRAPPERS = ['root', 'routes/_portal+/_layout', 'routes/officer+/_layout'];

/**
 * Every route, who may call it and what they get. `subject` is the data subject of the request that is done; `other`
 * that of one whose question is open. Addresses of a request's pages carry no id: the other's session shows hers.
 */
export const ROUTE_TABLE: readonly RouteRow[] = [
  { id: 'routes/[.]well-known+/jwks[.]json', path: '/.well-known/jwks.json', get: everybody(200) },
  { id: 'routes/_portal+/_index', path: '/', get: everybody(200) },
  { id: 'routes/_portal+/privacy', path: '/privacy', get: everybody(200) },
  { id: 'routes/_portal+/rights+/_index', path: '/rights', get: everybody(200) },
  { id: 'routes/_portal+/rights+/$code', path: '/rights/kr', get: everybody(200) },
  { id: 'routes/_portal+/rights+/$code[.]json', path: '/rights/kr.json', get: everybody(200) },
  // The demo listens on this machine only; elsewhere there is no such page.
  { id: 'routes/_portal+/outbox', path: '/outbox', demo: true, get: everybody(200) },
  {
    id: 'routes/_portal+/outbox_.$mailId',
    path: '/outbox/00000000-0000-4000-8000-000000000000',
    get: everybody(404),
  },
  { id: 'routes/problem.$name', path: '/problem/not_found', get: everybody(404) },

  { id: 'routes/_portal+/instructions+/_index', path: '/instructions', get: everybody(200) },
  {
    id: 'routes/_portal+/instructions+/new',
    path: '/instructions/new',
    get: everybody(200),
    post: everybody(422),
  },
  {
    id: 'routes/_portal+/instructions+/open',
    path: '/instructions/open',
    get: everybody(200),
    post: everybody('done', { reference: 'HB-0000-0000', email: 'nobody@example.org' }),
  },
  {
    id: 'routes/_portal+/instructions+/code',
    path: '/instructions/code',
    get: everybody(/^\/instructions\/open/),
    post: everybody(/^\/instructions\/open/, { code: '000000' }),
  },
  ...['amend', 'mine'].map((name) => ({
    id: `routes/_portal+/instructions+/${name}`,
    path: `/instructions/${name}`,
    get: everybody(/^\/instructions\/open/),
    post: everybody(/^\/instructions\/open/),
  })),

  { id: 'routes/_portal+/privacy_+/changes', path: '/privacy/changes', get: everybody(200) },
  {
    id: 'routes/_portal+/privacy_+/answer',
    path: '/privacy/answer',
    get: everybody(200),
    post: everybody('done', { key: '0000-0000-0000-0000' }),
  },
  {
    id: 'routes/_portal+/privacy_+/answer_.change',
    path: '/privacy/answer/change',
    get: everybody(/^\/privacy\/answer$/),
    post: everybody(/^\/privacy\/answer$/, { answer: 'accepted' }),
  },

  {
    id: 'routes/_portal+/agent',
    path: '/agent',
    get: everybody(200),
    post: everybody('done', { reference: 'HB-0000-0000', email: 'nobody@example.org' }),
  },
  {
    id: 'routes/_portal+/agent_+/code',
    path: '/agent/code',
    get: everybody(AGENT),
    post: everybody(AGENT, { code: '000000' }),
  },
  {
    id: 'routes/_portal+/agent_+/answer',
    path: '/agent/answer',
    get: everybody(AGENT),
    post: everybody(AGENT, { answer: 'yes' }),
  },
  { id: 'routes/_portal+/agent_+/done', path: '/agent/done', get: everybody(200) },

  {
    id: 'routes/_portal+/request+/residence',
    path: '/request/residence',
    get: everybody(200),
    post: everybody(/^\/request\/rights$/, { country: 'DE' }),
  },
  { id: 'routes/_portal+/request+/business', path: '/request/business', get: everybody(200) },
  {
    id: 'routes/_portal+/request+/rights',
    path: '/request/rights',
    get: everybody(/^\/request\/residence$/),
  },
  question('region', '/request/region', { region: 'US-CA' }),
  question('relation', '/request/relation', { relation: 'own' }),
  question('for-whom', '/request/for-whom', { filedFor: 'self' }),
  question('on-behalf', '/request/on-behalf', { subject: 'Bea', basis: 'parent' }),
  question('choose', '/request/choose', { rights: ['access'] }),
  question('details.$right', '/request/details/access', { about: ['account'] }),
  question('contact', '/request/contact', { name: 'Ada', email: 'ada@example.org', accountId: '' }),
  question('check', '/request/check', { _version: '0' }),
  {
    id: 'routes/_portal+/request+/confirm',
    path: '/request/confirm',
    get: ofRequest(/^\/track\/case\?confirmed=1$/, /^\/track\/case\?confirmed=1$/),
    post: ofRequest('done', 'done', { code: '000000' }),
  },
  { id: 'routes/_portal+/request+/receipt', path: '/request/receipt', get: ofRequest(200, 200) },
  { id: 'routes/_portal+/request+/receipt[.]json', path: '/request/receipt.json', get: ofRequest(200, 200) },

  {
    id: 'routes/_portal+/track',
    path: '/track',
    get: everybody(200),
    post: everybody(/^\/track\/code$/, { reference: 'HB-0000-0000', email: 'nobody@example.org' }),
  },
  {
    id: 'routes/_portal+/track_+/code',
    path: '/track/code',
    get: everybody(TRACK),
    post: everybody(/^\/track\?expired=1$/, { code: '000000' }),
  },
  ownPage('_index', '/track/case', 200, 200),
  ownPage(
    'account',
    '/track/case/account',
    /^\/track\/case$/,
    /^\/track\/case$/,
    ofRequest('done', 'done', { code: '000000' }),
  ),
  ownPage('address', '/track/case/address', 200, 200, ofRequest(422, 422, { email: 'no address' })),
  ownPage(
    'address_.codes',
    '/track/case/address/codes',
    /^\/track\/case\/address$/,
    /^\/track\/case\/address$/,
    ofRequest(/^\/track\/case\/address$/, /^\/track\/case\/address$/, {
      oldCode: '000000',
      newCode: '000000',
    }),
  ),
  ownPage(
    'evidence',
    '/track/case/evidence',
    /^\/track\/case$/,
    /^\/track\/case$/,
    ofRequest('done', 'done', { body: '' }),
  ),
  ownPage('answer', '/track/case/answer', 200, 200, ofRequest(422, 422, { body: '' })),
  ownPage('fee.$item', '/track/case/fee/1', 200, 200, ofRequest('done', 'done', { answer: 'decline' })),
  ownPage('transfer.$item', '/track/case/transfer/2', 404, 200, ofRequest('done', 'done')),
  ownPage('decision.$item', '/track/case/decision/1', 200, 404),
  ...['appeal', 'dispute'].map((name) =>
    ownPage(
      `${name}.$item`,
      `/track/case/${name}/1`,
      // Nothing was refused, so there is nothing to appeal.
      /^\/track\/case\/decision\/1$/,
      404,
      ofRequest('done', 'done', { body: 'I do not agree.' }),
    ),
  ),
  ownPage(
    'object.$item',
    '/track/case/object/1',
    200,
    404,
    ofRequest('done', 'done', { body: 'I do not agree.' }),
  ),
  ownPage('download.$item', '/track/case/download/1', 200, 404, ofRequest('done', 'done')),
  ownPage(
    'download.$item_.file',
    '/track/case/download/1/file',
    /^\/track\/case\/download\/1$/,
    /^\/track\/case\/download\/1$/,
    ofRequest(/wrong=1$/, 404, { code: '000000' }),
  ),
  ownPage('withdraw', '/track/case/withdraw', /^\/track\/case$/, 200, ofRequest('done', 422, { items: '9' })),
  {
    id: 'routes/_portal+/track_+/case+/leave',
    path: '/track/case/leave',
    get: everybody(TRACK),
    // Ends the caller's own visit only; the data subjects call it in a test of its own.
    post: { answers: all(/^\/track\?closed=1$/) },
  },

  {
    id: 'routes/officer+/sign-in',
    path: '/officer/sign-in',
    get: { answers: atSignIn(200) },
    post: { answers: atSignIn(422), fields: { email: 'nobody@example.org', password: 'wrong' } },
  },
  {
    id: 'routes/officer+/sign-in_.code',
    path: '/officer/sign-in/code',
    get: everybody(200),
    post: everybody('done', { code: '000000' }),
  },
  // Signing out ends the session: a test of its own does it with one that is not shared.
  {
    id: 'routes/officer+/sign-out',
    path: '/officer/sign-out',
    get: everybody(/^\/officer$/),
    post: { answers: all(SIGN_IN) },
  },
  { id: 'routes/officer+/_index', path: '/officer', get: staffRead },
  {
    id: 'routes/officer+/search',
    path: '/officer/search',
    get: staffRead,
    post: desk(200, 200, 200, { search: 'nobody' }),
  },
  {
    id: 'routes/officer+/audit',
    path: '/officer/audit',
    get: desk(403, 200, 200),
    post: desk(403, 200, 200),
  },
  {
    id: 'routes/officer+/people',
    path: '/officer/people',
    get: desk(403, 200, 200),
    post: desk(403, 'done', 403, { person: 'nobody', change: 'enabled' }),
  },
  {
    id: 'routes/officer+/people_.new',
    path: '/officer/people/new',
    get: desk(403, 200, 403),
    post: desk(403, 422, 403, { name: 'Robin', email: 'robin.vermeer@northwind.example', role: 'auditor' }),
  },
  {
    id: 'routes/officer+/settings',
    path: '/officer/settings',
    get: desk(403, 200, 200),
    post: desk(403, 'done', 403, {
      what: 'closure',
      calendar: 'NL',
      'day-day': '1',
      'day-month': '1',
      'day-year': '2035',
      reason: 'Inventory',
    }),
  },
  {
    id: 'routes/officer+/settings_.remove',
    path: '/officer/settings/remove',
    get: desk(/^\/officer\/settings$/, /^\/officer\/settings$/, /^\/officer\/settings$/),
    post: desk(403, 'done', 403, { closure: '00000000-0000-4000-8000-000000000000' }),
  },
  { id: 'routes/officer+/policies', path: '/officer/policies', get: staffRead },
  {
    id: 'routes/officer+/policies_.new',
    path: '/officer/policies/new',
    get: desk(403, 200, 403),
    post: desk(403, 422, 403),
  },
  { id: 'routes/officer+/policies_.$version', path: '/officer/policies/access-logs', get: staffRead },
  {
    id: 'routes/officer+/policies_.$version_.log[.]json',
    path: '/officer/policies/access-logs/log.json',
    get: desk(403, 200, 200),
  },
  {
    id: 'routes/officer+/policies_.$version_.answer',
    path: '/officer/policies/access-logs/answer',
    get: fulfillerPage,
    post: desk(422, 422, 403),
  },
  {
    id: 'routes/officer+/policies_.$version_.measure',
    path: '/officer/policies/access-logs/measure',
    get: desk(TO_POLICY, TO_POLICY, TO_POLICY),
    post: desk(404, 404, 403, {
      answer: '00000000-0000-4000-8000-000000000000',
      measure: 'nothing_to_do',
    }),
  },
  {
    id: 'routes/officer+/instructions',
    path: '/officer/instructions',
    get: staffRead,
    post: desk(200, 200, 200, { search: 'nobody' }),
  },
  {
    id: 'routes/officer+/instructions_.$reference',
    path: '/officer/instructions/HB-0000-0000',
    get: desk(404, 404, 404),
    post: desk(404, 404, 403, {
      'diedOn-day': '1',
      'diedOn-month': '1',
      'diedOn-year': '2026',
      evidence: 'death_certificate',
      claimant: 'heir',
      claimantName: 'Ada',
      claimantEmail: 'ada@example.org',
      reason: REASON,
    }),
  },

  { id: 'routes/officer+/cases.$reference._index', path: caseOf('open'), get: staffRead },
  {
    id: 'routes/officer+/cases.$reference.assign',
    path: caseOf('open', word('assign')),
    get: buttonOnly,
    post: fulfillers({ to: '' }),
  },
  {
    id: 'routes/officer+/cases.$reference.note',
    path: caseOf('open', word('note')),
    get: fulfillerPage,
    post: fulfillers({ note: 'Seen.' }),
  },
  {
    id: 'routes/officer+/cases.$reference.identity',
    path: caseOf('open', word('identity')),
    get: fulfillerPage,
    post: fulfillers({ method: 'attribute_matching', compared: ['name', 'email'], reason: REASON }),
  },
  {
    id: 'routes/officer+/cases.$reference.real-name',
    path: caseOf('open', word('real-name')),
    get: buttonOnly,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.residence',
    path: caseOf('open', word('residence')),
    get: fulfillerPage,
    post: fulfillers({ country: 'BE', region: '', reason: REASON }),
  },
  {
    id: 'routes/officer+/cases.$reference.authority',
    path: caseOf('open', word('authority')),
    get: fulfillerPage,
    post: fulfillers({ authority: 'power_of_attorney', recipient: 'subject', reason: REASON }),
  },
  {
    id: 'routes/officer+/cases.$reference.rows.$source',
    path: (scene) => `${caseOf('open')(scene)}/rows/${scene.open.source}`,
    get: staffRead,
  },
  {
    id: 'routes/officer+/cases.$reference.withhold.$source',
    path: (scene) => `${caseOf('open')(scene)}/withhold/${scene.open.source}`,
    get: fulfillerPage,
    post: fulfillers({ ground: 'security', citation: 'GDPR Art. 32' }),
  },
  {
    id: 'routes/officer+/cases.$reference.supply.$source',
    path: (scene) => `${caseOf('open')(scene)}/supply/${scene.open.source}`,
    get: fulfillerPage,
    post: fulfillers({ found: 'nothing' }),
  },
  {
    id: 'routes/officer+/cases.$reference.lift.$withholding',
    path: (scene) => `${caseOf('open')(scene)}/lift/${scene.open.withholding}`,
    get: buttonOnly,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.reviewed',
    path: caseOf('open', word('reviewed')),
    get: fulfillerPage,
    post: fulfillers({ run: '00000000-0000-4000-8000-000000000000', looked: 'on' }),
  },
  {
    id: 'routes/officer+/cases.$reference.build.$item',
    path: caseOf('open', word('build'), item),
    get: buttonOnly,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.deliver.$item',
    path: caseOf('open', word('deliver'), item),
    get: fulfillerPage,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.review.$item',
    path: caseOf('open', word('review'), item),
    get: buttonOnly,
    post: fulfillers({ event: 'review_started' }),
  },
  {
    id: 'routes/officer+/cases.$reference.collect',
    path: caseOf('open', word('collect')),
    get: buttonOnly,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.match.$candidate',
    path: (scene) => `${caseOf('shared')(scene)}/match/${scene.shared.candidate}`,
    get: fulfillerPage,
    post: fulfillers({ decision: 'other', reason: REASON }),
  },
  {
    id: 'routes/officer+/cases.$reference.files.$file',
    path: (scene) => `${caseOf('done')(scene)}/files/${scene.done.file}`,
    get: staffRead,
  },
  {
    id: 'routes/officer+/cases.$reference.package.$package',
    path: (scene) => `${caseOf('done')(scene)}/package/${scene.done.package}`,
    get: staffRead,
  },
  {
    id: 'routes/officer+/cases.$reference.approval.$item',
    path: caseOf('erasure', word('approval'), item),
    get: fulfillerPage,
    post: fulfillers({ plan: 'Erase account and contacts; keep invoices.' }),
  },
  {
    id: 'routes/officer+/cases.$reference.execution.$item',
    path: caseOf('erasure', word('execution'), item),
    get: fulfillerPage,
    post: fulfillers({
      system: 'northwind',
      executedBy: 'Robin',
      'executedAt-day': '1',
      'executedAt-month': '1',
      'executedAt-year': '2026',
      time: '10:00',
      records: '1',
      evidence: '',
    }),
  },
  {
    id: 'routes/officer+/cases.$reference.extend.$item',
    path: caseOf('erasure', word('extend'), item),
    get: fulfillerPage,
    post: fulfillers({ reasons: 'Several archived systems have to be searched.' }),
  },
  {
    id: 'routes/officer+/cases.$reference.decide.$item',
    path: caseOf('erasure', word('decide'), item),
    get: fulfillerPage,
    post: fulfillers({
      ground: 'duty_to_keep',
      reasons: 'Tax law.',
      regulatorName: 'AP',
      regulatorUrl: '',
      regulatorPhone: '',
      remedy: 'Court.',
    }),
  },
  {
    id: 'routes/officer+/cases.$reference.question.$item',
    path: caseOf('erasure', word('question'), item),
    get: fulfillerPage,
    post: fulfillers({ question: 'Which of them do you mean?' }),
  },
  {
    id: 'routes/officer+/cases.$reference.answer',
    path: caseOf('erasure', word('answer')),
    get: fulfillerPage,
    post: fulfillers({ answer: 'All of them, by telephone.' }),
  },
  {
    id: 'routes/officer+/cases.$reference.doubt',
    path: caseOf('erasure', word('doubt')),
    get: fulfillerPage,
    post: fulfillers({ doubt: 'attributes_differ', reason: REASON }),
  },
  {
    id: 'routes/officer+/cases.$reference.agent',
    path: caseOf('erasure', word('agent')),
    get: fulfillerPage,
    post: fulfillers({ email: 'bea@example.org' }),
  },
  {
    id: 'routes/officer+/cases.$reference.fee.$item',
    path: caseOf('erasure', word('fee'), item),
    get: fulfillerPage,
    post: fulfillers({
      ground: 'manifestly_excessive',
      amount: '10',
      currency: 'EUR',
      reasons: REASON,
    }),
  },
  {
    id: 'routes/officer+/cases.$reference.paid.$item',
    path: caseOf('erasure', word('paid'), item),
    get: buttonOnly,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.release.$item',
    path: (scene) => `${caseOf('asked')(scene)}/release/${scene.asked.transfer}`,
    get: fulfillerPage,
    post: fulfillers(),
  },
  {
    id: 'routes/officer+/cases.$reference.rule-out.$item',
    path: (scene) => `${caseOf('asked')(scene)}/rule-out/${scene.asked.transfer}`,
    get: fulfillerPage,
    post: fulfillers({ reason: 'no_link', words: REASON }),
  },
  {
    id: 'routes/officer+/cases.$reference.minor',
    path: caseOf('erasure', word('minor')),
    get: fulfillerPage,
    post: fulfillers({ measure: 'investigation', note: REASON }),
  },
];
