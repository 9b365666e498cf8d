import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import {
  type BrowserContextOptions,
  type Browser as Chromium,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { browserOf, staff } from './support/desk.ts';
import { mailAbout } from './support/mails.ts';
import { LOCALES, patternOf, plain, textOf } from './support/pages.ts';
import { ownNetwork, redirectOf, visit } from './support/visit.ts';

test.describe.configure({ mode: 'parallel' });

const root = path.resolve(import.meta.dirname, '../..');
let version: string;

/** A browser in a language, on a phone. */
async function phone(browser: Chromium, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: demo().url,
    viewport: { width: 360, height: 800 },
    extraHTTPHeaders: { 'X-Forwarded-For': ownNetwork() },
    ...options,
  });
  return context.newPage();
}

test.beforeAll(async ({ browser }) => {
  version = `e2e-${test.info().workerIndex}-${Date.now()}`;
  const page = await phone(browser, { locale: 'en', storageState: browserOf('administrator') });
  await page.goto('/officer/policies');
  await page.locator('main a[href="/officer/policies/new"]').click();
  await page.locator('[name=name]').fill(version);
  const year = new Date().getUTCFullYear() + 2;
  for (const [part, value] of Object.entries({ day: '1', month: '3', year: `${year}` }))
    await page.locator(`[name=effectiveFrom-${part}]`).fill(value);
  await page.locator('[name=material][value=yes]').check();
  for (const tag of LOCALES) {
    await page.locator(`[name="texts.${tag}.summary"]`).fill(`Summary for ${tag} readers.`);
    await page.locator(`[name="texts.${tag}.url"]`).fill(`https://northwind.example/${tag}/privacy`);
  }
  await page.locator('#page-form button').last().click();
  // One thing was forgotten; what was typed is still there.
  await expect(page.locator('[role=alert] a[href="#sure"]')).toBeVisible();
  await page.locator('[name=sure]').check();
  await page.locator('#page-form button').last().click();
  await expect(page).toHaveURL(`/officer/policies/${version}`);
  await page.context().close();
});

/** Sends notices as an operator does, and gives the key that each mail holds. */
async function tell(country: string, locale: string): Promise<{ email: string; key: string; link: string }> {
  const email = `policy.${ownNetwork()}@example.org`;
  const { dataDir } = demo();
  const list = path.join(dataDir, `${email}.ndjson`);
  writeFileSync(list, `${JSON.stringify({ email, country, locale })}\n`);
  const env = { ...process.env, DEMO: '1', DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' };
  const args = ['app/entry.cli.ts', 'policy', 'notify', version, list];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  expect(stdout).toContain('told=1');
  const { text, language } = await mailAbout(version, 'policy_change', 1, email);
  expect(language).toBe(locale);
  const link = /^http\S+\/privacy\/answer#\S+$/m.exec(text)?.[0] ?? '';
  return { email, key: /^([0-9A-Z]{4}(-[0-9A-Z]{4}){3})$/m.exec(text)?.[1] ?? '', link };
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const faults = violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`);
  return over > 0 ? [...faults, `${page.url()} scrolls sideways by ${over} px`] : faults;
}

const answers = (page: Page) => page.locator('button[name=answer]');
const state = (page: Page, locale: string, name: string) =>
  expect(page.locator('main')).toContainText(textOf(locale, 'portal', `policy.state.${name}`));

for (const locale of LOCALES) {
  test(`in ${locale}, somebody in Egypt objects and takes it back, on a phone`, async ({ browser }) => {
    const { link } = await tell('EG', locale);
    const page = await phone(browser, { locale });
    await page.goto(link);
    // The key is in the field, and no longer in the address.
    await expect(page).toHaveURL('/privacy/answer');
    await expect(page.locator('#key')).toHaveValue(link.split('#')[1] ?? '');
    const faults = await faultsOf(page);
    await page.locator('#page-form button').first().click();
    await expect(page).toHaveURL('/privacy/answer/change');
    await expect(page.locator('main')).toContainText(`Summary for ${locale} readers.`);
    await state(page, locale, 'not_answered');
    faults.push(...(await faultsOf(page)));
    await page.locator('button[value=objected]').click();
    await expect(page.getByRole('status')).toContainText(textOf(locale, 'portal', 'policy.answer.done'));
    await state(page, locale, 'objected');
    faults.push(...(await faultsOf(page)));
    await page.locator('button[value=accepted]').click();
    await state(page, locale, 'accepted');
    await expect(answers(page)).toHaveCount(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
}

test('a mail scanner that follows the link, with a script or without, answers nothing', async ({
  browser,
}) => {
  const { email, link, key } = await tell('PH', 'en');
  const scanner = await visit();
  expect((await scanner.get(new URL(link).pathname)).status()).toBe(200);
  await scanner.end();
  const page = await phone(browser, { locale: 'en' });
  await page.goto(link, { waitUntil: 'networkidle' });
  await page.context().close();
  const reader = await phone(browser, { locale: 'en', javaScriptEnabled: false });
  await reader.goto(link);
  await reader.locator('#key').fill(key.toLowerCase().replaceAll('-', ' '));
  await reader.locator('#page-form button').first().click();
  await state(reader, 'en', 'not_answered');
  await reader.context().close();
  const desk = await staff('officer');
  expect(await (await desk.get(`/officer/policies/${version}`)).text()).not.toContain(email);
  await desk.end();
});

test('without a script the key is typed, an answer given and changed', async ({ browser }) => {
  const { key } = await tell('PH', 'ko');
  const page = await phone(browser, { locale: 'ko', javaScriptEnabled: false });
  await page.goto('/privacy/answer');
  await page.locator('#key').fill('0000-0000-0000-0000');
  await page.locator('#page-form button').first().click();
  await expect(page.locator('#key-error')).toContainText(textOf('ko', 'common', 'errors.wrong_answer_key'));
  await page.locator('#key').fill(key);
  await page.locator('#page-form button').first().click();
  await page.locator('button[value=accepted]').click();
  await state(page, 'ko', 'accepted');
  await page.locator('button[value=rejected]').click();
  await state(page, 'ko', 'rejected');
  await page.context().close();
});

test('the desk sees who rejected, writes to them, and records what was done', async ({ browser }) => {
  const { email, key } = await tell('TH', 'en');
  const reader = await visit();
  await redirectOf(await reader.post('/privacy/answer', { key }));
  const answered = await reader.post('/privacy/answer/change', { answer: 'rejected' });
  expect(await redirectOf(answered)).toBe('/privacy/answer/change?done');
  // What the policy does not offer in Thailand cannot be sent either.
  expect((await reader.post('/privacy/answer/change', { answer: 'objected' })).status()).toBe(422);
  await reader.end();
  const page = await phone(browser, { locale: 'en', storageState: browserOf('officer') });
  await page.goto(`/officer/policies/${version}`);
  expect(await faultsOf(page)).toEqual([]);
  const row = page.locator('tr', { hasText: email });
  await expect(row.locator('a')).toHaveAttribute('href', `mailto:${encodeURIComponent(email)}`);
  await row.locator('select').selectOption('kept_under_former_policy');
  await row.locator('button').click();
  await expect(page.locator('tr', { hasText: email })).toHaveCount(0);
  await page.goto(`/officer/policies/${version}?handled=yes`);
  await expect(page.locator('tr', { hasText: email })).toContainText(
    textOf('en', 'officer', 'policy.measure.kept_under_former_policy'),
  );
  await page.context().close();
});

test('an answer that came by letter is put on record, and the auditor takes the log along', async () => {
  const { email } = await tell('EG', 'en');
  const desk = await staff('officer');
  const today = new Date().toISOString().split('-');
  const letter = {
    email,
    answer: 'objected',
    channel: 'letter',
    'receivedOn-day': `${Number.parseInt(today[2] ?? '', 10)}`,
    'receivedOn-month': today[1] ?? '',
    'receivedOn-year': today[0] ?? '',
  };
  const refused = await desk.post(`/officer/policies/${version}/answer`, {
    ...letter,
    email: 'nobody@example.org',
  });
  expect(plain(await refused.text())).toMatch(patternOf(textOf('en', 'common', 'errors.not_told')));
  await redirectOf(await desk.post(`/officer/policies/${version}/answer`, letter));
  await desk.end();
  const auditor = await staff('auditor');
  const log = await auditor.get(`/officer/policies/${version}/log.json`);
  expect(log.headers()['content-disposition']).toContain('attachment');
  const { notices } = JSON.parse(await log.text());
  const entry = notices.find((one: { email: string }) => one.email === email);
  expect(entry).toMatchObject({
    state: 'objected',
    effect: 'officer_decides',
    answers: [{ channel: 'letter' }],
  });
  await auditor.end();
});

test('everybody can read what changes, from the first page and from the privacy notice', async () => {
  const reader = await visit({ locale: 'ar' });
  const text = plain(await (await reader.get('/privacy/changes')).text());
  expect(text).toContain('Summary for ar readers.');
  expect(text).toContain(version);
  for (const page of ['/', '/privacy'])
    expect(await (await reader.get(page)).text()).toContain('href="/privacy/changes"');
  await reader.end();
});
