import { expect, type Page } from '@playwright/test';
import { demo } from '../../support/e2e-setup.ts';

/** Presses the main button of a page's form. */
export const send = (page: Page) => page.locator('#page-form button:not([name])').first().click();

/** Goes to the page that asks whose data it is, with the residence answered; `country` decides the law. */
export async function toRelation(page: Page, country = 'NL'): Promise<void> {
  await page.goto(`${demo().url}/request/residence`);
  await page.locator('[name=country]').selectOption(country);
  await send(page);
  await page.locator('main a[href="/request/relation"]').last().click();
}

/** Answers the pages from there up to the check: all data about oneself. */
export async function fromRelation(page: Page, email: string): Promise<void> {
  await page.locator('[name=relation][value=own]').check();
  await send(page);
  await page.locator('[value=self]').check();
  await send(page);
  await page.locator('[value=access]').check();
  await send(page);
  await page.locator('[value=everything]').check();
  await send(page);
  await page.locator('[name=name]').fill('Noor Voorbeeld');
  await page.locator('[name=email]').fill(email);
  await send(page);
  await expect(page).toHaveURL(/\/request\/check$/);
}
