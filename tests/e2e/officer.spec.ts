import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { codesTo, nextCode, readOutbox } from '../support/outbox.ts';
import { asStaff, personOf, signInByForm } from './support/sign-in.ts';

const send = (page: Page) =>
  page.locator('#page-form button[type=submit]:not([formnovalidate])').first().click();
/** Files and confirms a request in the portal, as a customer of the demo, and returns its reference. */
async function fileAs(page: Page, email: string, name: string, rights: readonly string[]): Promise<string> {
  const { url, dataDir } = demo();
  const seen = codesTo(dataDir, email).length;
  await page.goto(`${url}/request/residence`);
  await page.locator('[name=country]').selectOption('NL');
  await send(page);
  await page.locator('main a[href="/request/relation"]').last().click();
  await page.locator('[value=own]').check();
  await send(page);
  await page.locator('[value=self]').check();
  await send(page);
  for (const right of rights) await page.locator(`[value=${right}]`).check();
  await send(page);
  for (const _ of rights) {
    await page.locator('[value=everything]').check();
    await send(page);
  }
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=email]').fill(email);
  await send(page);
  await send(page);
  await expect(page).toHaveURL(/\/request\/receipt$/);
  const reference = ((await page.locator('code.reference').textContent()) ?? '').trim();
  await page.goto(`${url}/request/confirm`);
  await page.locator('[name=code]').fill(await nextCode(dataDir, email, seen));
  await send(page);
  await expect(page).toHaveURL(/\/track\/case/);
  return reference;
}

const openCase = (page: Page, reference: string) => page.goto(`${demo().url}/officer/cases/${reference}`);
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Looks again until a text stands in a part of the page: the worker is at it. */
async function waitFor(page: Page, reference: string, part: string, text: string) {
  await expect(async () => {
    await openCase(page, reference);
    await expect(region(page, part).getByText(text, { exact: true }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 40_000 });
}

const customers = {
  true: { email: 'lena.brandt@example.org', name: 'Lena Brandt' },
  false: { email: 'j.okafor.old@example.com', name: 'Joy Okafor' },
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, locale: 'en' });

    test('an officer collects, reviews, delivers and decides an access request', async ({
      page,
      browser,
    }) => {
      test.setTimeout(150_000);
      const customer = customers[`${javaScriptEnabled}`];
      const portal = await (await browser.newContext({ locale: 'en' })).newPage();
      const reference = await fileAs(portal, customer.email, customer.name, ['access']);

      await asStaff(page, 'officer');
      await page.goto(`${demo().url}/officer/search`);
      await page.locator('#search').fill(customer.name.toUpperCase());
      await send(page);
      await expect(page).toHaveURL(/\/officer\/search$/);
      await page.getByRole('link', { name: reference }).click();
      await page.getByRole('button', { name: 'Take it' }).click();
      await expect(page.getByRole('status').getByText('The assignment has changed.')).toBeVisible();

      await page.getByRole('button', { name: 'Collect the data' }).click();
      await waitFor(page, reference, 'Data found', 'Collected');
      while (await page.getByRole('link', { name: 'Enter what was found' }).count()) {
        await page.getByRole('link', { name: 'Enter what was found' }).first().click();
        await page.locator('[value=nothing]').check();
        await send(page);
        await waitFor(page, reference, 'Data found', 'Collected');
      }
      await region(page, 'Data found')
        .getByRole('link', { name: /accounts/ })
        .first()
        .click();
      await expect(page.getByText('Row 1', { exact: true }).first()).toBeVisible();
      await openCase(page, reference);
      await page.getByRole('link', { name: 'Confirm the review' }).click();
      await send(page);
      await expect(page.locator('#looked-error')).toBeVisible();
      await page.locator('#looked').check();
      await send(page);

      await page.getByRole('button', { name: 'Build the package' }).click();
      await waitFor(page, reference, 'Access', 'Built');
      await page.getByRole('link', { name: 'Deliver the package' }).click();
      await send(page);
      await expect(page.getByText('The package was delivered.')).toBeVisible();

      await page.getByRole('link', { name: 'Decide: fulfilled' }).click();
      await send(page);
      await expect(page.getByRole('region', { name: 'The notice' })).toContainText(reference);
      await send(page);
      await expect(page.getByText('The decision was sent.')).toBeVisible();
      await expect(region(page, 'Access').getByText('Fulfilled').first()).toBeVisible();
      await expect(() => {
        const kinds = readOutbox(demo().dataDir).filter((mail) => mail.reference === reference);
        expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['delivery', 'decision']));
      }).toPass({ timeout: 15_000 });
    });

    test('the time is extended with the notice that was read, and a refusal needs its four parts', async ({
      page,
    }) => {
      await asStaff(page, 'officer');
      await page.goto(`${demo().url}/officer?state=in-progress&law=EEA`);
      const references = await page
        .locator('main table a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
      let item: string | undefined;
      for (const href of references) {
        await page.goto(`${demo().url}${href}`);
        const extend = page.getByRole('link', { name: 'Extend the time' });
        if ((await extend.count()) === 0) continue;
        item = (await extend.first().getAttribute('href'))?.split('/').at(-1);
        await extend.first().click();
        break;
      }
      expect(item, 'a request in the demo whose time can be extended').toBeDefined();
      await page.locator('#reasons').fill('short');
      await send(page);
      await expect(page.locator('#reasons-error')).toBeVisible();
      await page.locator('#reasons').fill('We have to search several archives for this request.');
      await send(page);
      const notice = page.getByRole('region', { name: 'The notice' });
      await expect(notice).toContainText('We have to search several archives');
      await expect(notice).toContainText('GDPR Art. 12(3)');
      await page.locator('#reasons').fill('We have to search many archives for this request.');
      await send(page);
      await expect(page.getByRole('alert')).toContainText('The notice has changed since you read it');
      await send(page);
      await expect(page.getByText('The extension notice was sent.')).toBeVisible();

      // Of that right: another one of the request may be one that no law lets us refuse.
      await page.locator(`a[href$="/decide/${item}?outcome=refused"]`).click();
      await page.locator('#regulatorName').fill('');
      await page.locator('#remedy').fill('');
      await send(page);
      for (const field of ['ground', 'reasons', 'regulatorName', 'remedy'])
        await expect(page.locator(`#${field}-error`)).toBeVisible();
    });

    test('erasure waits for a second person, and the one who asked cannot be that person', async ({
      page,
      browser,
    }) => {
      test.setTimeout(90_000);
      const portal = await (await browser.newContext({ locale: 'en' })).newPage();
      const email = javaScriptEnabled ? 'erase.one@example.org' : 'erase.two@example.org';
      const reference = await fileAs(portal, email, 'Erase Me', ['erasure']);
      await asStaff(page, 'officer');
      await openCase(page, reference);
      await page.getByRole('link', { name: 'Approval by a second person' }).click();
      await page.locator('#plan').fill('Erase the account and its orders in the shop.');
      await send(page);
      await page.getByRole('link', { name: 'Approval by a second person' }).click();
      await expect(page.getByText('You asked for this yourself.')).toBeVisible();

      const other = await browser.newContext({ locale: 'en', javaScriptEnabled });
      const colleague = await other.newPage();
      await asStaff(colleague, 'colleague');
      await openCase(colleague, reference);
      await colleague.getByRole('link', { name: 'Approval by a second person' }).click();
      await colleague.locator('[value=approved]').check();
      await send(colleague);
      await colleague.getByRole('link', { name: 'Record the execution' }).click();
      await colleague.locator('#system').fill('shop');
      await colleague.locator('#time').fill('0:00');
      await colleague.locator('#records').fill('2');
      await send(colleague);
      // Midnight lies before the request was received: the field says so and keeps what was typed.
      await expect(colleague.locator('#executedAt-error, #time-error, [role=alert]').first()).toBeVisible();
      await expect(colleague.locator('#records')).toHaveValue('2');
      await other.close();
    });
  });
}

test.describe('who may do what', () => {
  test.use({ locale: 'en' });

  const PAGES = ['', '/search', '/audit', '/people', '/people/new', '/settings'];

  test('nobody who is not signed in sees a page of the desk', async ({ page }) => {
    for (const path of [...PAGES, '/cases/HB-0000-0000', '/cases/HB-0000-0000/identity']) {
      await page.goto(`${demo().url}/officer${path}`);
      await expect(page).toHaveURL(/\/officer\/sign-in$/);
    }
  });

  test('an officer is kept from people, settings and the log; an administrator is not', async ({
    page,
    browser,
  }) => {
    await asStaff(page, 'officer');
    for (const path of ['/audit', '/people', '/people/new', '/settings'])
      expect((await page.goto(`${demo().url}/officer${path}`))?.status()).toBe(403);
    const other = await browser.newContext({ locale: 'en' });
    const administrator = await other.newPage();
    await asStaff(administrator, 'administrator');
    for (const path of PAGES)
      expect((await administrator.goto(`${demo().url}/officer${path}`))?.status()).toBe(200);
    await other.close();
  });

  test('an auditor reads a case, verifies the log, and is offered no action and allowed none', async ({
    page,
  }) => {
    await asStaff(page, 'auditor');
    const [href] = await page
      .locator('main table a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    await page.goto(`${demo().url}${href}`);
    await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
    await expect(page.locator('main form')).toHaveCount(0);
    for (const action of ['identity', 'doubt', 'residence', 'reviewed', 'note', 'answer'])
      expect((await page.goto(`${demo().url}${href}/${action}`))?.status()).toBe(403);
    const posted = await page.request.post(`${demo().url}${href}/collect`, {
      headers: { Origin: demo().url },
      maxRedirects: 0,
    });
    expect(posted.status()).toBe(403);
    await page.goto(`${demo().url}/officer/audit`);
    await page.getByRole('button', { name: 'Read the whole chain again' }).click();
    await expect(page.getByText('The chain is intact')).toBeVisible();
  });

  test('signing out ends the session, also for a page that was open', async ({ page }) => {
    await signInByForm(page, personOf('officer'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/officer\/sign-in$/);
    await page.goto(`${demo().url}/officer/search`);
    await expect(page).toHaveURL(/\/officer\/sign-in$/);
  });
});

test.describe('what an administrator keeps', () => {
  test.use({ locale: 'en', javaScriptEnabled: false });

  test('a person who was added signs in with what was shown once, and is shut out again', async ({
    page,
    browser,
  }) => {
    const email = 'new.colleague@northwind.example';
    await asStaff(page, 'administrator');
    await page.goto(`${demo().url}/officer/people/new`);
    await page.locator('#name').fill('New Colleague');
    await page.locator('#email').fill(email);
    await page.locator('[value=auditor]').check();
    await send(page);
    const [password = '', totpSecret = ''] = await page.locator('main code.reference').allTextContents();
    await expect(page.getByRole('img', { name: /^QR code with the secret/ })).toBeVisible();
    const newcomer = await (await browser.newContext({ locale: 'en' })).newPage();
    await signInByForm(newcomer, { email, password, totpSecret });
    await page.goto(`${demo().url}/officer/people`);
    await page.getByLabel('Change New Colleague').selectOption('disabled');
    await page
      .getByRole('row', { name: /New Colleague/ })
      .getByRole('button')
      .click();
    await expect(page.getByRole('row', { name: /New Colleague/ })).toContainText('Shut out');
    await newcomer.goto(`${demo().url}/officer`);
    await expect(newcomer).toHaveURL(/\/officer\/sign-in$/);
  });

  test('a closure day is added, refused a second time, and removed', async ({ page }) => {
    await asStaff(page, 'administrator');
    await page.goto(`${demo().url}/officer/settings`);
    for (const _ of [1, 2]) {
      await page.locator('[value=closure]').check();
      await page.locator('#calendar').selectOption('NL');
      await page.locator('#day').fill('24');
      await page.locator('#day-month').fill('12');
      await page.locator('#day-year').fill('2030');
      await page.locator('#reason').fill('A proclaimed holiday');
      await send(page);
    }
    await expect(page.getByRole('alert')).toContainText('This day is on the list already');
    await region(page, 'Closure days')
      .getByRole('button', { name: /Remove/ })
      .click();
    await expect(region(page, 'Closure days')).toContainText('None.');
  });
});

for (const language of ['en', 'ko', 'ar']) {
  test(`the pages of the desk are free of what axe finds, in ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    await asStaff(page, 'administrator');
    const [href = ''] = await page
      .locator('main table a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const paths = [
      '/officer',
      '/officer/search',
      '/officer/audit',
      '/officer/people',
      '/officer/people/new',
      '/officer/settings',
    ];
    for (const path of [
      ...paths,
      href,
      `${href}/identity`,
      `${href}/residence`,
      `${href}/doubt`,
      `${href}/note`,
    ]) {
      await page.goto(`${demo().url}${path}?_lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
