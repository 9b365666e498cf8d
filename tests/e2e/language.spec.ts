import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, locale: 'en' });

    test('a change of language keeps what was answered and stays for the next page', async ({ page }) => {
      await page.goto(`${demo().url}/request/residence`);
      await page.locator('select[name=country]').selectOption('DE');
      await page.getByRole('button', { name: '한국어' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
      await expect(page.locator('select[name=country]')).toHaveValue('DE');
      await page.locator('main button[type=submit]').click();
      await expect(page).toHaveURL(/\/request\/rights$/);
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    });

    test('an unanswered question is told on top, in focus, with a link to its field', async ({ page }) => {
      await page.goto(`${demo().url}/request/residence`);
      await page.locator('main button[type=submit]').click();
      const summary = page.getByRole('alert');
      await expect(summary).toBeFocused();
      await summary.getByRole('link').click();
      await expect(page.locator('select[name=country]')).toBeFocused();
    });
  });
}

test('a page without a form changes its language by a link and turns round for Arabic', async ({ page }) => {
  await page.goto(`${demo().url}/`);
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveURL(`${demo().url}/`);
});

test('a form from another site changes nothing and gets a page that says so', async ({ request }) => {
  const answer = await request.post(
    `${demo().url}/request/residence?_data=routes%2F_portal%2B%2Frequest%2B%2Fresidence`,
    {
      headers: { Origin: 'https://evil.example', Accept: 'text/html', 'Accept-Language': 'ko' },
      form: { country: 'DE' },
    },
  );
  expect(answer.status()).toBe(403);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(await answer.text()).toContain('lang="ko"');
});

for (const locale of ['en', 'ko', 'ar']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the start page and an error page in ${locale}, ${colorScheme}, have no fault that axe finds`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, colorScheme });
      const page = await context.newPage();
      for (const path of ['/', '/no-such-page']) {
        await page.goto(`${demo().url}${path}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
      }
      await context.close();
    });
  }
}
