import { expect, test } from '@playwright/test';
import { bystander, personas } from '#db/northwind/personas.ts';
import { openCase, REASON } from './support/desk.ts';
import { type Filing, fileAndConfirm } from './support/file-request.ts';
import { mailAbout } from './support/mails.ts';
import { download } from './support/package.ts';
import { errorAt, plain, textOf } from './support/pages.ts';
import { redirectOf } from './support/visit.ts';

const access = { access: { about: ['everything'] } };

function filingOf(
  persona: { email: string; fullName: string; country?: string; region?: string },
  more: Partial<Filing> = {},
): Filing {
  return {
    country: persona.country ?? 'NL',
    ...(persona.region ? { region: persona.region } : {}),
    rights: access,
    name: persona.fullName,
    email: persona.email,
    ...more,
  };
}

test('a bystander in somebody else’s ticket gets her own rows and nothing of its owner', async () => {
  const { reference, visit: subject } = await fileAndConfirm(filingOf(bystander));
  const found = await openCase(reference);
  await found.collect();
  await found.review();
  const item = await found.item();
  await found.build(item);
  await found.act(`deliver/${item}`);
  await found.notify(`decide/${item}?outcome=fulfilled`, { reasons: '' });
  const { entries, everything, manifest } = await download(subject, reference);
  const messages = JSON.parse(String(entries.get('data/northwind/ticket_messages.json')));
  expect(messages.map(({ author_email }: { author_email: string }) => author_email)).toEqual([
    bystander.email,
    bystander.email,
  ]);
  const owner = personas.ticketOwner;
  for (const theirs of [owner.email, owner.fullName, owner.accountId])
    expect(everything).not.toContain(theirs);
  expect(manifest.files.filter(({ rows }) => rows).length).toBeGreaterThan(0);
  await subject.end();
});

test('two people behind one address: nothing is packaged until an officer has separated them', async () => {
  const { sharedAddress, sharedAddressOther } = personas;
  const { reference, visit: subject } = await fileAndConfirm(filingOf(sharedAddress));
  const found = await openCase(reference);
  const html = await found.collect();
  expect(plain(html)).toContain(textOf('en', 'officer', 'collection.status.ambiguous-match'));
  const item = await found.item();
  const early = await redirectOf(await found.desk.post(found.path('build', item)));
  expect(early).toContain('?refused=');
  expect((await found.desk.post(found.path('deliver', item))).status()).not.toBe(302);
  const candidates = [...new Set([...html.matchAll(/\/match\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''))];
  expect(candidates).toHaveLength(2);
  for (const candidate of candidates) {
    const page = await (await found.desk.get(found.path('match', candidate))).text();
    const decision = page.includes(sharedAddress.accountId) ? 'subject' : 'other';
    await found.act(`match/${candidate}`, { decision, reason: REASON });
  }
  await found.collect();
  await found.review();
  await found.build(item);
  await found.act(`deliver/${item}`);
  await found.notify(`decide/${item}?outcome=fulfilled`, { reasons: '' });
  const { everything } = await download(subject, reference);
  expect(everything).toContain(sharedAddress.accountId);
  for (const theirs of [sharedAddressOther.accountId, sharedAddressOther.fullName])
    expect(everything).not.toContain(theirs);
  await subject.end();
});

test('Singapore: deletion is offered as a courtesy, approved by a second person, carried out and recorded', async () => {
  const { reference, visit: subject } = await fileAndConfirm(
    filingOf({ ...personas.chinese, country: 'SG' }, { rights: { erasure: { scope: 'everything' } } }),
  );
  const receipt = plain(await (await subject.get('/request/receipt')).text());
  expect(receipt).toContain(textOf('en', 'legal', 'rights.erasure.name'));
  const found = await openCase(reference);
  const colleague = await openCase(reference, 'colleague');
  expect(plain(await found.page())).toContain(textOf('en', 'legal', 'standing.discretionary'));
  const item = await found.item();
  await found.prove({ email: personas.chinese.email, account_id: personas.chinese.accountId });
  const decide = () => found.desk.post(`${found.path('decide', item)}?outcome=fulfilled`, { reasons: '' });
  expect((await decide()).status()).toBe(422);
  await found.act(`approval/${item}`, {
    plan: 'Erase account, contacts and enquiries in northwind; keep invoices.',
  });
  const alone = await found.desk.post(found.path('approval', item), { outcome: 'approved', reason: '' });
  expect(alone.status()).toBe(422);
  await colleague.act(`approval/${item}`, { outcome: 'approved', reason: '' });
  expect((await decide()).status()).toBe(422);
  const today = new Date().toISOString();
  const execution = {
    system: 'northwind',
    executedBy: 'Robin Vermeer',
    'executedAt-year': today.slice(0, 4),
    'executedAt-month': today.slice(5, 7),
    'executedAt-day': today.slice(8, 10),
    time: today.slice(11, 16),
    records: '42',
    evidence: 'Ticket 4711',
  };
  const early = await found.desk.post(found.path('execution', item), {
    ...execution,
    'executedAt-year': '2020',
  });
  expect(errorAt(await early.text(), 'executedAt')).toContain(
    textOf('en', 'common', 'errors.executed_before_receipt'),
  );
  await found.act(`execution/${item}`, execution);
  const notice = await found.notify(`decide/${item}?outcome=fulfilled`, { reasons: '' });
  const { text } = await mailAbout(reference, 'decision');
  expect(text.replace(/^> ?/gm, '')).toContain(notice.trim());
  expect(plain(await (await subject.get('/track/case')).text())).toContain(
    textOf('en', 'portal', 'case.heading'),
  );
  await Promise.all([subject.end(), found.desk.end(), colleague.desk.end()]);
});

test('California in Korean: 45 days and 45 more, the notice previewed in Korean and sent word for word', async () => {
  const { reference, visit: subject } = await fileAndConfirm({
    ...filingOf(personas.californian),
    rights: { access: { about: ['everything'], period: 'further' } },
    locale: 'ko',
  });
  const found = await openCase(reference);
  const item = await found.item();
  const before = plain(await found.page());
  const reasons = '보관된 시스템이 여러 개라 직접 찾아야 합니다. 시간이 더 필요합니다.';
  const notice = await found.notify(`extend/${item}`, { reasons });
  expect(notice).toContain(reasons);
  expect(notice).toMatch(/[가-힣]{2,}/);
  const mail = await mailAbout(reference, 'extension');
  expect(mail.language).toBe('ko');
  expect(mail.text.replace(/^> ?/gm, '')).toContain(notice.trim());
  expect(plain(await found.page())).not.toBe(before);
  // The law gives one extension only: a second is not offered and not taken.
  const again = await found.desk.post(found.path('extend', item), { reasons });
  expect(again.status()).toBe(422);
  expect((await subject.get('/track/case')).status()).toBe(200);
  await Promise.all([subject.end(), found.desk.end()]);
});

test('a refusal names ground, reasons, regulator and remedy, in the reader’s language, and can be objected to', async () => {
  const { reference, visit: subject } = await fileAndConfirm({
    ...filingOf(personas.arabic),
    locale: 'ar',
    rights: { rectification: { 'rows[0].field': 'الاسم', 'rows[0].present': 'أ', 'rows[0].right': 'ب' } },
  });
  const found = await openCase(reference);
  const item = await found.item();
  const path = `${found.path('decide', item)}?outcome=refused`;
  const form = await (await found.desk.get(path)).text();
  const given = (name: string) =>
    plain(new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? '') ||
    plain(new RegExp(`name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(form)?.[1] ?? '');
  const drafted = {
    regulatorName: given('regulatorName'),
    regulatorUrl: given('regulatorUrl'),
    regulatorPhone: given('regulatorPhone'),
    remedy: given('remedy'),
  };
  expect(drafted.regulatorName, 'the page knows the regulator').not.toBe('');
  expect(drafted.remedy, 'the page knows the remedy').not.toBe('');
  const bare = await found.desk.post(path, { ground: 'data_accurate', reasons: '', ...drafted, remedy: '' });
  expect(bare.status()).toBe(422);
  expect(errorAt(await bare.text(), 'reasons')).toBeTruthy();
  const foreign = await found.desk.post(path, {
    ...drafted,
    ground: 'compelling_grounds',
    reasons: 'لأسباب قاهرة',
  });
  expect(foreign.status(), 'a ground that the law does not know for this right').toBe(422);
  const reasons = 'الاسم المسجل مطابق لوثيقة الهوية التي قدمتموها.';
  const notice = await found.notify(`decide/${item}?outcome=refused`, {
    ground: 'data_accurate',
    reasons,
    ...drafted,
  });
  for (const part of [reasons, drafted.regulatorName, drafted.remedy.slice(0, 30)])
    expect(notice).toContain(part);
  expect((await mailAbout(reference, 'decision')).language).toBe('ar');
  const decision = plain(await (await subject.get('/track/case/decision/1')).text());
  expect(decision).toContain(reasons);
  expect(decision).toContain(drafted.regulatorName);
  expect(await redirectOf(await subject.post('/track/case/object/1', { body: 'لا أوافق على القرار.' }))).toBe(
    '/track/case?done=objected',
  );
  expect(plain(await found.page())).toContain('لا أوافق على القرار.');
  await Promise.all([subject.end(), found.desk.end()]);
});

test('what is withdrawn is at rest for both sides', async () => {
  const { reference, visit: subject } = await fileAndConfirm(
    filingOf(personas.japanese, { country: 'NL', rights: { ...access, erasure: { scope: 'everything' } } }),
  );
  expect(await redirectOf(await subject.post('/track/case/withdraw', { items: ['0', '1'] }))).toBe(
    '/track/case?done=withdrawn',
  );
  const found = await openCase(reference);
  const item = await found.item();
  expect(plain(await found.page())).toContain(textOf('en', 'officer', 'status.withdrawn'));
  const late = await found.desk.post(found.path('question', item), { question: 'Which years do you mean?' });
  expect(late.status()).toBe(422);
  expect((await mailAbout(reference, 'status')).kind).toBe('status');
  await Promise.all([subject.end(), found.desk.end()]);
});

test('a question waits for its answer, which comes with a file that the desk can open', async () => {
  const { reference, visit: subject } = await fileAndConfirm(filingOf(personas.korean, { country: 'NL' }));
  const found = await openCase(reference);
  const item = await found.item();
  const question = 'Which of your two addresses was used in 2025?';
  await found.act(`question/${item}`, { question });
  expect((await mailAbout(reference, 'clarification')).text).toContain('Which of your two addresses');
  expect(plain(await (await subject.get('/track/case/answer')).text())).toContain(question);
  const evidence = Buffer.from(
    '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n',
    'latin1',
  );
  const wrong = await subject.upload('/track/case/answer', {
    body: 'The second one.',
    files: {
      name: 'virus.exe',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0090\u0000', 'latin1'),
    },
  });
  expect(wrong.status()).toBe(422);
  const refused = await wrong.text();
  expect(errorAt(refused, 'files')).toBeTruthy();
  expect(refused).toContain('The second one.');
  const answered = await subject.upload('/track/case/answer', {
    body: 'The second one.',
    files: { name: 'invoice 2025.pdf', mimeType: 'application/pdf', buffer: evidence },
  });
  expect(await redirectOf(answered)).toBe('/track/case?done=answered');
  const html = await found.page();
  expect(plain(html)).toContain('The second one.');
  const file = /href="(\/officer\/cases\/[^"]+\/files\/[^"]+)"/.exec(html)?.[1] ?? '';
  const opened = await found.desk.get(file);
  expect(opened.status()).toBe(200);
  expect((await opened.body()).equals(evidence)).toBe(true);
  await Promise.all([subject.end(), found.desk.end()]);
});

test('on behalf of somebody: nothing is delivered until the authority seen is on record', async () => {
  const { reference, visit: agent } = await fileAndConfirm(
    filingOf(personas.oddValues, {
      country: 'DE',
      name: 'Agnes Agent',
      behalf: { filedFor: 'represented', subject: 'Pat OBrien', basis: 'Power of attorney of 2 May 2026' },
    }),
  );
  const found = await openCase(reference);
  const item = await found.item();
  await found.prove({ email: personas.oddValues.email, account_id: personas.oddValues.accountId });
  await found.collect();
  await found.review();
  await found.build(item);
  const early = await found.desk.post(found.path('deliver', item));
  expect(early.status()).toBe(422);
  expect(plain(await early.text())).toContain(textOf('en', 'common', 'errors.authority_missing'));
  await found.act('authority', {
    authority: 'power_of_attorney',
    recipient: 'representative',
    reason: 'The original was shown; names and dates agree.',
  });
  await found.act(`deliver/${item}`);
  await found.notify(`decide/${item}?outcome=fulfilled`, { reasons: '' });
  const { everything } = await download(agent, reference);
  expect(everything).toContain(personas.oddValues.accountId);
  await Promise.all([agent.end(), found.desk.end()]);
});
