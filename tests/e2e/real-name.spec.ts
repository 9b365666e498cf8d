import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { asStaff } from './support/sign-in.ts';

test.use({ locale: 'en', viewport: { width: 360, height: 800 } });

test('an officer looks up the real name behind an account and sees what follows, not the name', async ({
  page,
}) => {
  await asStaff(page, 'officer');
  await page.goto(`${demo().url}/officer?law=CN`);
  await page.locator('main a[href*="/officer/cases/HB-"]').first().click();
  const panel = page.locator('section[aria-labelledby=identity-heading]');
  await panel.getByRole('button', { name: 'Look up the real-name record' }).click();
  await expect(page.getByRole('status')).toContainText('The real-name record was looked up.');
  await expect(panel).toContainText('Authenticated, names are equal');
  await expect(panel).toContainText('northwind/real_name_authentications');
  await expect(panel).toContainText('id_card_and_face');
  await expect(panel).toContainText('The proven mailbox is the address on file');
  await expect(panel).toContainText('It raises the assurance.');
  await expect(panel).not.toContainText('常');
  await expect(panel.getByRole('button', { name: 'Look it up again' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
