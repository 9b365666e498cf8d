import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { type Filing, fileRequest, fillIn, referenceIn } from './support/file-request.ts';
import { mailAbout, mailsSoFar } from './support/mails.ts';
import { errorAt, patternOf, plain, textOf } from './support/pages.ts';
import { ownNetwork, redirectOf, visit } from './support/visit.ts';

const filing = (): Filing => ({
  country: 'NL',
  rights: { access: { about: ['everything'] } },
  name: 'Ada Example',
  email: `${randomUUID()}@example.org`,
});
const versionIn = (html: string) => /name="_version" value="(\d+)"/.exec(html)?.[1] ?? '';

test('a form sent twice at once makes one request, one receipt and one code', async () => {
  const form = await visit();
  await fillIn(form, filing());
  const _version = versionIn(await (await form.get('/request/check')).text());
  const send = async () => redirectOf(await form.post('/request/check', { _version }));
  expect(new Set(await Promise.all([send(), send(), send()]))).toEqual(new Set(['/request/receipt']));
  const reference = referenceIn(await (await form.get('/request/receipt')).text());
  expect(await redirectOf(await form.post('/request/check', { _version }))).toBe('/request/receipt');
  expect(referenceIn(await (await form.get('/request/receipt')).text())).toBe(reference);
  const { to } = await mailAbout(reference, 'code');
  expect(
    new Set(
      mailsSoFar()
        .filter((mail) => mail.to === to)
        .map((mail) => mail.reference),
    ),
  ).toEqual(new Set([reference]));
  expect(mailsSoFar().filter((mail) => mail.reference === reference && mail.kind === 'code')).toHaveLength(1);
  await form.end();
});

test('a check page that shows older answers sends nothing and says so', async () => {
  const form = await visit({ locale: 'ar' });
  await fillIn(form, filing());
  const stale = versionIn(await (await form.get('/request/check')).text());
  // In another window of the same browser the reader changes the address.
  const changed = `${randomUUID()}@example.org`;
  await form.post('/request/contact', { name: 'Ada Example', email: changed, accountId: '' });
  const back = await redirectOf(await form.post('/request/check', { _version: stale }));
  expect(back).toBe('/request/check?stale=1');
  const html = await (await form.get(back)).text();
  expect(plain(html)).toContain(textOf('ar', 'portal', 'filing.stale.title'));
  expect(html).toContain(changed);
  expect(await redirectOf(await form.post('/request/check', { _version: versionIn(html) }))).toBe(
    '/request/receipt',
  );
  await form.end();
});

test('a page ahead of the questions leads to the first one that is open', async () => {
  const form = await visit();
  expect(await redirectOf(await form.get('/request/check'))).toBe('/request/residence');
  await form.post('/request/residence', { country: 'US' });
  expect(await redirectOf(await form.get('/request/contact'))).toBe('/request/region');
  expect(await redirectOf(await form.post('/request/check', {}))).toBe('/request/region');
  await form.end();
});

test('a form whose draft is gone takes the page that was just typed and begins again without an error', async () => {
  const form = await visit();
  await fillIn(form, filing());
  const browser = await form.browser();
  const forged = browser.cookies.map((cookie) =>
    cookie.name === 'filing' ? { ...cookie, value: `${'A'.repeat(43)}.${'0'.repeat(64)}` } : cookie,
  );
  const later = await visit({ browser: { ...browser, cookies: forged } });
  const answer = await later.post('/request/contact', {
    name: 'Ada Example',
    email: 'ada@example.org',
    accountId: '',
  });
  expect(await redirectOf(answer)).toMatch(/^\/request\/residence/);
  await Promise.all([form.end(), later.end()]);
});

test('a second visit with the form of the first cannot reach its receipt', async () => {
  const { visit: filed } = await fileRequest(filing());
  const stranger = await visit();
  for (const path of ['/request/receipt', '/request/confirm', '/track/case', '/track/case/withdraw'])
    expect(await redirectOf(await stranger.get(path)), path).toBe('/track');
  await Promise.all([filed.end(), stranger.end()]);
});

test('withdrawing what does not exist, or twice, changes nothing more', async () => {
  const { visit: form } = await fileRequest(filing());
  for (const items of ['7', '-1', 'x', '1e9']) {
    const answer = await form.post('/track/case/withdraw', { items });
    expect([items, answer.status()]).toEqual([items, 422]);
  }
  expect(await redirectOf(await form.post('/track/case/withdraw', { items: '0' }))).toBe(
    '/track/case?done=withdrawn',
  );
  const again = await form.post('/track/case/withdraw', { items: '0' });
  expect([302, 422]).toContain(again.status());
  expect(await redirectOf(await form.get('/track/case/withdraw'))).toBe('/track/case');
  await form.end();
});

test('a code is refused at its field five times in the words for a wrong one, and what was typed is not shown', async () => {
  const { visit: form } = await fileRequest(filing());
  for (const code of ['12', 'abcdef', '', '123456789']) {
    const answer = await form.post('/request/confirm', { code });
    expect(answer.status()).toBe(422);
    expect(errorAt(await answer.text(), 'code'), code).toBeTruthy();
  }
  const wrong = await form.post('/request/confirm', { code: '000000' });
  const html = await wrong.text();
  expect(errorAt(html, 'code')).toMatch(patternOf(textOf('en', 'common', 'errors.wrong_code')));
  expect(html).not.toContain('value="000000"');
  await form.end();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, locale: 'en', extraHTTPHeaders: { 'X-Forwarded-For': ownNetwork() } });

    test('the back button after filing shows the answers no more, and sending again leads to the same receipt', async ({
      page,
      context,
    }) => {
      const form = await visit();
      await fillIn(form, filing());
      await context.addCookies((await form.browser()).cookies);
      await page.goto(`${demo().url}/request/check`);
      const send = page.locator('main button[type=submit], main form button').last();
      await send.click();
      await expect(page).toHaveURL(/\/request\/receipt/);
      const reference = referenceIn(await page.content());
      await page.goBack();
      await page.waitForLoadState();
      if (/\/request\/check$/.test(page.url())) await page.locator('main form button').last().click();
      await expect(page).toHaveURL(/\/request\/receipt/);
      expect(referenceIn(await page.content())).toBe(reference);
      await form.end();
    });

    test('going back and forward keeps every answer', async ({ page, context }) => {
      const form = await visit();
      await fillIn(form, filing());
      await context.addCookies((await form.browser()).cookies);
      await page.goto(`${demo().url}/request/contact`);
      await page.locator('#name').fill('Ada Changed');
      await page.locator('main form button').last().click();
      await expect(page).toHaveURL(/\/request\/check$/);
      await expect(page.locator('main')).toContainText('Ada Changed');
      await page.goBack();
      await expect(page).toHaveURL(/\/request\/contact$/);
      await expect(page.locator('#name')).toHaveValue('Ada Changed');
      await form.end();
    });
  });
}
