import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { demo } from '../../support/e2e-setup.ts';
import type { Person } from '../../support/product.ts';
import { totp } from '../../support/totp.ts';
import { browserOf, STAFF, type Staff } from './desk.ts';

/** Somebody of the demo, with what they sign in with. */
export function personOf(who: Staff): Person {
  const found = demo().people.find(({ email }) => email.startsWith(STAFF[who]));
  if (!found) throw new Error(`${STAFF[who]} is not among the people of the demo`);
  return found;
}

/** Gives a window the session that the set-up opened: a code is taken once, so tests cannot all enter one. */
export async function asStaff(page: Page, who: Staff): Promise<void> {
  await page.context().addCookies(browserOf(who).cookies);
  await page.goto(`${demo().url}/officer`);
  await expect(page).toHaveURL(/\/officer$/);
}

/** Signs in by the pages: password, then the code, and the next one where this one was entered elsewhere. */
export async function signInByForm(page: Page, person: Person): Promise<void> {
  await page.goto(`${demo().url}/officer`);
  await expect(page).toHaveURL(/\/officer\/sign-in$/);
  await page.locator('#email').fill(person.email);
  await page.locator('#password').fill(person.password);
  await page.locator('#page-form button[type=submit]').first().click();
  const inside = () => /\/officer$/.test(page.url());
  for (let tries = 0; tries < 3; tries++) {
    await page.locator('#code').fill(totp(person.totpSecret));
    await page.locator('#page-form button[type=submit]').first().click();
    const spent = page.getByRole('alert').getByText('This code was used already');
    await expect.poll(async () => inside() || (await spent.isVisible())).toBe(true);
    if (!inside()) await sleep(30_000 - (Date.now() % 30_000));
    if (inside()) return;
  }
  throw new Error(`${person.email} could not sign in: ${page.url()}`);
}
