import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { fileAndConfirm } from './support/file-request.ts';
import { fromRelation, send, toRelation } from './support/fill-form.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, locale: 'en' });

    test('a request about a service under the general policy has its officer, and the law its time', async ({
      page,
    }) => {
      await toRelation(page);
      await expect(page.locator('[name=service][value=any]')).toBeChecked();
      await page.locator('[name=service][value=forum]').check();
      await fromRelation(page, `e2e.${randomUUID()}@example.org`);
      await expect(page.getByText('Northwind Forum')).toBeVisible();
      await page.goto(`${demo().url}/request/relation`);
      await expect(page.locator('[name=service][value=forum]')).toBeChecked();
      await page.goto(`${demo().url}/request/check`);
      await send(page);
      await expect(page).toHaveURL(/\/request\/receipt$/);
      const receipt = page.locator('main');
      await expect(receipt).toContainText('Northwind Forum');
      await expect(receipt).toContainText('The general privacy policy');
      await expect(receipt).toContainText('privacy.officer@northwind.example');
      await expect(receipt).toContainText('9 Example Road East, Hong Kong');
      // Sixty days would be later than the month of the law.
      await expect(receipt).toContainText('Answer due by law');
      await expect(receipt).not.toContainText('Our promise');
      // The law stays what it was, and so does who is responsible.
      await expect(receipt).toContainText('Regulation (EU) 2016/679 (GDPR)');
      await expect(receipt).toContainText('Northwind Cloud Europe B.V.');
    });

    test('where the law sets no time, the promise of the general policy is told', async ({ page }) => {
      await toRelation(page, 'CN');
      await page.locator('[name=service][value=forum]').check();
      await fromRelation(page, `e2e.${randomUUID()}@example.org`);
      await expect(page.locator('main')).toContainText('The law sets no number of days');
      await expect(page.locator('main')).toContainText('Our promise');
    });
  });
}

test.describe('in another language', () => {
  test.use({ locale: 'en' });
  test('the question stands in the language of the reader, and changing it keeps the answer', async ({
    page,
  }) => {
    await toRelation(page);
    await page.locator('[name=service][value=mail]').check();
    await page.locator('[name=relation][value=own]').check();
    await page.getByRole('button', { name: 'العربية' }).click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('[name=service][value=mail]')).toBeChecked();
    await expect(page.locator('[name=relation][value=own]')).toBeChecked();
    await expect(page.getByText('منتدى نورث ويند')).toBeVisible();
  });
});

test('whoever does not know the service files all the same, and the tracking page says what is meant', async () => {
  const { visit } = await fileAndConfirm({
    country: 'NL',
    rights: { access: { about: ['everything'] } },
    name: 'Noor Voorbeeld',
    email: `e2e.${randomUUID()}@example.org`,
  });
  expect(await (await visit.get('/track/case')).text()).toContain('Not sure, or all services');
});
