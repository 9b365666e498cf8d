import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { codesTo, nextCode } from '../support/outbox.ts';
import { fromRelation, send, toRelation } from './support/fill-form.ts';

const newAddress = () => `e2e.${randomUUID()}@example.org`;

/** Goes through the pages up to the check; `country` decides the law. */
async function fillIn(page: Page, email: string, country?: string) {
  await toRelation(page, country);
  await fromRelation(page, email);
}

async function file(page: Page, email: string, country?: string): Promise<string> {
  await fillIn(page, email, country);
  await send(page);
  await expect(page).toHaveURL(/\/request\/receipt$/);
  return ((await page.locator('code.reference').textContent()) ?? '').trim();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, locale: 'en' });

    test('a request is filed, confirmed, closed, found again and withdrawn', async ({ page }) => {
      const { dataDir } = demo();
      const email = newAddress();
      const reference = await file(page, email);
      expect(reference).toMatch(/^HB-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      const first = await nextCode(dataDir, email, 0);
      await page.goto(`${demo().url}/request/confirm`);
      await page.locator('[name=code]').fill(first === '000000' ? '000001' : '000000');
      await send(page);
      await expect(page.getByRole('alert')).toBeVisible();
      await page.locator('[name=code]').fill(`${first.slice(0, 3)} ${first.slice(3)}`);
      await send(page);
      await expect(page).toHaveURL(/\/track\/case/);
      await expect(page.getByText('In progress', { exact: true })).toBeVisible();

      await page.getByRole('button', { name: 'Close these pages' }).click();
      await page.goto(`${demo().url}/track/case`);
      await expect(page).toHaveURL(/\/track$/);
      const seen = codesTo(dataDir, email).length;
      await page.locator('[name=reference]').fill(reference.toLowerCase());
      await page.locator('[name=email]').fill(email);
      await send(page);
      await page.locator('[name=code]').fill(await nextCode(dataDir, email, seen));
      await send(page);
      await expect(page).toHaveURL(/\/track\/case$/);

      await page.goto(`${demo().url}/track/case/withdraw`);
      await page.locator('[name=items]').check();
      await send(page);
      await expect(page.getByText('Withdrawn', { exact: true }).first()).toBeVisible();
    });

    test('what was typed stays when the language is switched, and when an answer is refused', async ({
      page,
    }) => {
      await fillIn(page, newAddress());
      await page.goto(`${demo().url}/request/contact`);
      await page.locator('[name=name]').fill('نور');
      await page.locator('[name=email]').fill('not an address');
      await page.getByRole('button', { name: 'العربية' }).click();
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await expect(page.locator('[name=name]')).toHaveValue('نور');
      await expect(page.locator('[name=email]')).toHaveValue('not an address');
      await send(page);
      await expect(page.locator('#email-error')).toBeVisible();
      await expect(page.locator('[name=email]')).toHaveValue('not an address');
    });

    test('the back button and a second click lead to the one receipt', async ({ page }) => {
      const reference = await file(page, newAddress());
      await page.goBack();
      await page.goto(`${demo().url}/request/contact`);
      await expect(page).toHaveURL(/\/request\/receipt\?again=1$/);
      await expect(page.locator('code.reference')).toHaveText(reference);
    });

    test('a page shown before the answers changed is not sent', async ({ page, context }) => {
      await fillIn(page, newAddress());
      const other = await context.newPage();
      await other.goto(`${demo().url}/request/details/access`);
      await other.locator('[name=more]').fill('Since 2020');
      await send(other);
      await send(page);
      await expect(page).toHaveURL(/\/request\/check\?stale=1$/);
      await expect(page.getByText('Since 2020')).toBeVisible();
    });

    test('a form that was forgotten starts again and keeps what was sent last', async ({ page, context }) => {
      await fillIn(page, newAddress());
      await page.goto(`${demo().url}/request/contact`);
      await page.locator('[name=name]').fill('Kept Name');
      await context.clearCookies({ name: 'filing' });
      await send(page);
      await expect(page).toHaveURL(/\/request\/residence\?expired=1$/);
      await expect(page.getByText('Your earlier answers are no longer here')).toBeVisible();
      await page.locator('[name=country]').selectOption('DE');
      await send(page);
      await page.locator('main a[href="/request/relation"]').last().click();
      await page.locator('[value=own]').check();
      await send(page);
      await page.locator('[value=self]').check();
      await send(page);
      await page.locator('[value=access]').check();
      await send(page);
      await page.locator('[value=everything]').check();
      await send(page);
      await expect(page.getByText('Kept Name')).toBeVisible();
    });

    test('nobody who is ahead of the questions, or without a session, gets to a page', async ({ page }) => {
      for (const step of [
        'region',
        'rights',
        'relation',
        'for-whom',
        'choose',
        'details/access',
        'contact',
        'check',
      ]) {
        await page.goto(`${demo().url}/request/${step}`);
        await expect(page).toHaveURL(/\/request\/(residence|choose)/);
      }
      for (const place of [
        'case',
        'case/answer',
        'case/withdraw',
        'case/decision/1',
        'case/download/1',
        'case/address',
      ]) {
        await page.goto(`${demo().url}/track/${place}`);
        await expect(page).toHaveURL(/\/track$/);
      }
      await page.goto(`${demo().url}/request/receipt`);
      await expect(page).toHaveURL(/\/track$/);
    });
  });
}

test('a wrong reference and a wrong code look like the right ones until they are not', async ({ page }) => {
  const { dataDir, url } = demo();
  const email = newAddress();
  const reference = await file(page, email);
  await page.context().clearCookies();
  const texts: string[] = [];
  for (const typed of [reference, 'HB-0000-0000']) {
    await page.goto(`${url}/track`);
    await page.locator('[name=reference]').fill(typed);
    await page.locator('[name=email]').fill(email);
    await send(page);
    texts.push((await page.locator('main').textContent()) ?? '');
    const sent = codesTo(dataDir, email);
    await page.locator('[name=code]').fill(sent.includes('111111') ? '222222' : '111111');
    await send(page);
    texts.push((await page.locator('main').textContent()) ?? '');
  }
  expect(texts.slice(0, 2)).toEqual(texts.slice(2));
});

test('somebody else’s place in an address shows nothing of what was asked', async ({ page }) => {
  await file(page, newAddress());
  for (const place of ['2', '0', 'x', '%3Cscript%3E']) {
    const answer = await page.goto(`${demo().url}/track/case/decision/${place}`);
    expect(answer?.status()).toBe(404);
    expect(await page.content()).not.toContain('<script>x');
  }
});

test('a business’s data is its own to answer for', async ({ page }) => {
  await toRelation(page, 'SG');
  await page.locator('[value=customer]').check();
  await send(page);
  await expect(page).toHaveURL(/\/request\/business$/);
});

for (const locale of ['en', 'ko', 'ar']) {
  test(`no page of a filing in ${locale} has a fault that axe finds, or is wider than a phone`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ locale, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const where = new URL(page.url()).pathname;
      faults.push(...violations.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html}`));
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (wide) faults.push(`${where} is wider than 360 px`);
    };
    await fillIn(page, newAddress(), 'KR');
    await look();
    for (const step of [
      'residence',
      'rights',
      'relation',
      'business',
      'for-whom',
      'choose',
      'details/access',
      'contact',
    ]) {
      await page.goto(`${demo().url}/request/${step}`);
      await look();
    }
    await page.goto(`${demo().url}/request/check`);
    await send(page);
    await look();
    for (const path of [
      '/request/confirm',
      '/track',
      '/track/case',
      '/track/case/withdraw',
      '/track/case/address',
    ]) {
      await page.goto(`${demo().url}${path}`);
      await look();
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}
