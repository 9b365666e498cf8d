import AxeBuilder from '@axe-core/playwright';
import { type Browser as Chromium, expect, type Page } from '@playwright/test';
import { demo } from '../../support/e2e-setup.ts';
import { browserOf, type Staff } from './desk.ts';
import { type Browser, ownNetwork } from './visit.ts';

/** A phone in a language, which notes the faults of the pages that it is shown. */
export function phone(browser: Chromium, locale: string) {
  const faults: string[] = [];
  const open = async (storageState?: Browser): Promise<Page> => {
    const context = await browser.newContext({
      locale,
      baseURL: demo().url,
      viewport: { width: 360, height: 800 },
      extraHTTPHeaders: { 'X-Forwarded-For': ownNetwork() },
      ...(storageState ? { storageState } : {}),
    });
    return context.newPage();
  };
  const look = async (page: Page, path: string | RegExp) => {
    await expect(page).toHaveURL(path);
    const where = new URL(page.url()).pathname;
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html}`));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) faults.push(`${where} scrolls sideways by ${over} px`);
  };
  return { faults, look, open, desk: (who: Staff) => open(browserOf(who)) };
}
