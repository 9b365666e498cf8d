import { expect, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';

test("the address that the start prints answers with a page in the reader's language", async ({ page }) => {
  const answer = await page.goto(demo().url);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('lang', /\S/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
