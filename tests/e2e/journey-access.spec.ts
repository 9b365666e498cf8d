import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { generateNorthwind, type Row } from '#db/northwind/generate.ts';
import { bystander, personas } from '#db/northwind/personas.ts';
import { demo } from '../support/e2e-setup.ts';
import { referenceIn } from './support/file-request.ts';
import { send } from './support/fill-form.ts';
import { codeFor, mailAbout } from './support/mails.ts';
import { opened } from './support/package.ts';
import { personOf, signInByForm } from './support/sign-in.ts';
import { ownNetwork } from './support/visit.ts';

/** An address gets five codes an hour, so the rounds are about different people; one has a third person in her ticket. */
const ROUNDS = [
  { javaScriptEnabled: true, persona: personas.ticketOwner, masked: [bystander.email, bystander.fullName] },
  { javaScriptEnabled: false, persona: personas.differentContact, masked: [] },
];

/** Presses the one button that sends the page's form. */

async function windowOf(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'en',
    extraHTTPHeaders: { 'X-Forwarded-For': ownNetwork() },
  });
  return context.newPage();
}

/** From the start page to the receipt. @returns the reference */
async function file(
  page: Page,
  { email, fullName, country }: { email: string; fullName: string; country: string },
) {
  await page.goto(`${demo().url}/`);
  await page.locator('main a[href="/request/residence"]').first().click();
  await page.locator('select[name=country]').selectOption(country);
  await send(page);
  await expect(page).toHaveURL(/\/request\/rights$/);
  await page.locator('main a[href="/request/relation"]').click();
  await page.locator('input[name=relation][value=own]').check();
  await send(page);
  await page.locator('input[name=filedFor][value=self]').check();
  await send(page);
  await page.locator('input[name=rights][value=access]').check();
  await send(page);
  await page.locator('input[name=about][value=everything]').check();
  await send(page);
  await page.locator('input[name=name]').fill(fullName);
  await page.locator('input[name=email]').fill(email);
  await send(page);
  await expect(page).toHaveURL(/\/request\/check$/);
  await expect(page.locator('main')).toContainText(email);
  await send(page);
  await expect(page).toHaveURL(/\/request\/receipt$/);
  return referenceIn(await page.content());
}

/** Loads the case again until the link appears: worker and desk are two processes. */
async function waitForLink(page: Page, part: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    expect(await page.locator(`main a[href*="${part}"]`).count()).toBeGreaterThan(0);
  }).toPass({ timeout: 30_000, intervals: [300] });
}

const linkTo = (page: Page, part: string) => page.locator(`main a[href*="${part}"]`).first();

/** Collects, withholds, reviews, builds, delivers and decides, with the buttons of the case page only. */
async function fulfil(page: Page, reference: string, othersFound: boolean): Promise<void> {
  await page.goto(`${demo().url}/officer/search`);
  await page.locator('main input[name=search]').fill(reference);
  await send(page);
  await linkTo(page, `/cases/${reference}`).click();
  const here = page.url();
  await page.locator('form[action$="/collect"] button').click();
  await waitForLink(page, '/reviewed');
  await page
    .locator('main a[href*="/rows/"]', { hasText: othersFound ? 'ticket_messages' : 'accounts' })
    .click();
  await expect(page.locator('h1')).toContainText('northwind/');
  if (othersFound) await expect(page.locator('main')).toContainText('train near Utrecht');
  await page.goto(here);
  await page.locator('main a[href*="/rows/"]', { hasText: 'marketing_preferences' }).click();
  await linkTo(page, '/withhold/').click();
  await page.locator('input[name=ground][value=trade_secret]').check();
  await page.locator('input[name=citation]').fill('GDPR Art. 15(4), recital 63');
  await send(page);
  await page.waitForURL((url) => !url.pathname.includes('/withhold/'));
  await page.goto(here);
  await linkTo(page, '/reviewed').click();
  await page.locator('input[name=looked]').check();
  await send(page);
  await page.locator('form[action*="/build/"] button').click();
  await waitForLink(page, '/deliver/');
  await linkTo(page, '/deliver/').click();
  await send(page);
  await linkTo(page, 'outcome=fulfilled').click();
  await send(page);
  await expect(page.locator('#preview-heading')).toBeVisible();
  await send(page);
  await expect(page).toHaveURL(/\?done=decide$/);
}

/** Proves the request in a fresh browser, as somebody does who comes back weeks later. */
async function track(page: Page, reference: string, email: string): Promise<void> {
  await page.goto(`${demo().url}/track`);
  await page.locator('input[name=reference]').fill(reference);
  await page.locator('input[name=email]').fill(email);
  await send(page);
  await page.locator('input[name=code]').fill(await codeFor(reference, 2));
  await send(page);
  await expect(page).toHaveURL(/\/track\/case$/);
}

/** The rows of a person in the customer database, by collection. */
function rowsOf(accountId: string): Record<string, Row[]> {
  const tables = generateNorthwind();
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, rows.filter((row) => row.account_id === accountId)]),
  );
}

for (const { javaScriptEnabled, persona, masked } of ROUNDS) {
  test(`access in the EEA from the first page to the downloaded package, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const subject = await windowOf(browser, javaScriptEnabled);
    const reference = await file(subject, persona);
    await linkTo(subject, '/request/confirm').click();
    await subject.locator('input[name=code]').fill(await codeFor(reference));
    await send(subject);
    await expect(subject).toHaveURL(/\/track\/case\?confirmed=1$/);
    expect((await mailAbout(reference, 'receipt')).text).toContain(reference);

    const officer = await windowOf(browser, javaScriptEnabled);
    await signInByForm(officer, personOf('officer'));
    await fulfil(officer, reference, masked.length > 0);

    const later = await windowOf(browser, javaScriptEnabled);
    await mailAbout(reference, 'delivery');
    await track(later, reference, persona.email);
    await linkTo(later, '/track/case/download/1').click();
    await later.locator('main form[action="/track/case/download/1"] button').click();
    await later.locator('input[name=code]').fill(await codeFor(reference, 3));
    const [file_] = await Promise.all([
      later.waitForEvent('download'),
      later.locator('main form[action$="/file"] button').click(),
    ]);
    expect(file_.suggestedFilename()).toBe('data-package.zip');
    const { entries, everything, manifest } = await opened(readFileSync(await file_.path()));

    const expected = rowsOf(persona.accountId);
    for (const [name, rows] of Object.entries(expected)) {
      const entry = entries.get(`data/northwind/${name}.json`);
      // Log rows are made by the database, and what was withheld is not in the package.
      if (name === 'access_logs' || name === 'marketing_preferences' || rows.length === 0) continue;
      expect(JSON.parse(String(entry ?? '[]')), name).toHaveLength(rows.length);
    }
    const everyone = generateNorthwind().accounts as { account_id: string; email: string }[];
    const others = everyone.filter(({ account_id }) => account_id !== persona.accountId);
    expect(
      others.filter(({ account_id, email }) => everything.includes(account_id) || everything.includes(email)),
    ).toEqual([]);
    for (const theirs of masked) expect(everything).not.toContain(theirs);
    if (masked.length > 0) expect(everything).toContain('[masked]');
    expect(everything).not.toMatch(/argon2|INVENTED-\d|tok_|XX00NORTHWIND/);
    expect(entries.has('data/northwind/marketing_preferences.json')).toBe(false);
    expect(manifest.left_out).toContainEqual(
      expect.objectContaining({ source: 'northwind/marketing_preferences', ground: 'trade_secret' }),
    );
    await Promise.all([subject, officer, later].map((page) => page.context().close()));
  });
}
