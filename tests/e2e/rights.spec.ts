import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';

const TERRITORIES = ['fr', 'kr', 'us-ca', 'sg', 'eg', 'au'];

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, locale: 'en' });

  test('choosing a place leads to its law, and from there to a request with the country filled in', async ({
    page,
  }) => {
    await page.goto(`${demo().url}/rights`);
    await page.locator('select[name=place]').selectOption('sg');
    await page.locator('main form button[type=submit]').click();
    await expect(page).toHaveURL(`${demo().url}/rights/sg`);
    await expect(page.locator('#standing-discretionary ~ article#erasure')).toBeVisible();
    await page.locator('a[href^="/request/residence"]').click();
    await expect(page.locator('select[name=country]')).toHaveValue('SG');
  });

  test('a request from the page of a region has the country and the region filled in', async ({ page }) => {
    await page.goto(`${demo().url}/rights/us-ca`);
    await page.locator('a[href^="/request/residence"]').click();
    await expect(page.locator('select[name=country]')).toHaveValue('US');
    await expect(page.locator('main form')).toContainText('California');
    await page.locator('main form button[type=submit]').click();
    await expect(page).toHaveURL(/\/request\/rights$/);
    await expect(page.locator('main')).toContainText('California, United States');
    await expect(page.locator('main [lang=en]').first()).toContainText('Right to');
  });

  test('an address in a language shows that language to whoever opens it', async ({ page }) => {
    await page.goto(`${demo().url}/rights/kr?_lang=ko`);
    await expect(page).toHaveURL(/_lang=ko$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.locator('link[rel=alternate][hreflang=ar]')).toHaveAttribute(
      'href',
      /\/rights\/kr\?_lang=ar$/,
    );
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({ '@type': 'WebPage', inLanguage: 'ko', about: [{ '@type': 'Legislation' }] });
  });

  test('another day of filing shows its dates, at an address that can be sent on', async ({ page }) => {
    await page.goto(`${demo().url}/rights/nl`);
    await page.locator('input[name=on]').fill('2026-01-31');
    await page.locator('#example form button').click();
    await expect(page).toHaveURL(`${demo().url}/rights/nl?on=2026-01-31`);
    await expect(page.locator('#example time[datetime="2026-03-02"]').first()).toBeVisible();
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/rights\/nl\?on=2026-01-31$/);
  });

  test('an older version of a law is one link away', async ({ page }) => {
    await page.goto(`${demo().url}/rights/us-ca`);
    await page.locator('a[href="/rights/us-ca?on=2020-01-01"]').click();
    await expect(page.locator('article#rectification')).toContainText('Enacted, not yet in force');
  });
});

for (const { locale, width } of [
  { locale: 'en', width: 1280 },
  { locale: 'ko', width: 360 },
  { locale: 'ar', width: 360 },
]) {
  test(`places in ${locale} at ${width} px have no fault that axe finds, and nothing sticks out`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const faults = faultsOf(page);
    for (const path of ['', ...TERRITORIES.map((code) => `/${code}`)]) {
      await page.goto(`${demo().url}/rights${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(await sticksOut(page), path).toBe(0);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('an unknown place is told in the language of the reader', async ({ request }) => {
  const answer = await request.get(`${demo().url}/rights/atlantis`, { headers: { 'Accept-Language': 'ko' } });
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('<html lang="ko"');
});

test('a day that does not exist is refused', async ({ request }) => {
  expect((await request.get(`${demo().url}/rights/nl?on=2026-02-30`)).status()).toBe(400);
});

test('an address in capitals leads to the one address of the place', async ({ page }) => {
  await page.goto(`${demo().url}/rights/US-CA?on=2023-05-01`);
  await expect(page).toHaveURL(`${demo().url}/rights/us-ca?on=2023-05-01`);
});

test('the rules are published as data that a reader who has them need not fetch again', async ({
  request,
}) => {
  for (const name of ['packs', 'pack.schema', 'vectors', 'us-ca']) {
    const address = `${demo().url}/rights/${name}.json`;
    const first = await request.get(address);
    expect(first.headers()['content-type']).toContain('application/json');
    await first.json();
    const again = await request.get(address, { headers: { 'If-None-Match': first.headers().etag ?? '' } });
    expect(again.status(), name).toBe(304);
  }
  expect((await request.get(`${demo().url}/rights/atlantis.json`)).status()).toBe(404);
});

/** What a page reports on its console or throws. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`));
  return faults;
}

function sticksOut(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
