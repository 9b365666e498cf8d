import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { browserOf } from './support/desk.ts';
import { fillIn } from './support/file-request.ts';
import { PAGES, type PageRow } from './support/page-list.ts';
import { LOCALES } from './support/pages.ts';
import { type Scene, setScene } from './support/scene.ts';
import { type Browser, visit } from './support/visit.ts';

test.describe.configure({ mode: 'parallel' });

let scene: Scene;
let filing: Browser;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  scene = await setScene(40, test.info().workerIndex);
  const form = await visit();
  await fillIn(form, {
    country: 'US',
    region: 'US-CA',
    rights: {
      access: { about: ['account'], period: 'further' },
      rectification: { 'rows[0].field': 'name', 'rows[0].present': 'A', 'rows[0].right': 'B' },
      erasure: { scope: 'some', which: 'Everything before 2020' },
    },
    name: 'Ada Example',
    email: 'ada.pages@example.org',
    behalf: { filedFor: 'represented', subject: 'Bea Example', basis: 'power of attorney' },
  });
  filing = await form.browser();
  await form.end();
});

async function browserFor(reader: PageRow['reader']): Promise<Browser> {
  switch (reader) {
    case 'visitor':
      return { cookies: [], origins: [] };
    case 'filing':
      return filing;
    case 'officer':
    case 'administrator':
      return browserOf(reader);
    default:
      return scene[reader].visit.browser();
  }
}

/** Keys of our texts (`portal:case.title`, `filing.check.heading`) and places left empty, where a reader would see them. */
const RAW =
  /\b(common|portal|officer|legal):[a-zA-Z]+[.a-zA-Z]+|\b[a-z]+[a-zA-Z]*(\.[a-z]+[a-zA-Z]+){2,}\b|\{\{|\bundefined\b|\[object /;
/** Names that have dots of their own. */
const NAMES =
  /[\w.+'-]+@[\w.-]+|https?:\/\/\S+|\b[\w-]+(\.[\w-]+)*\.(example|org|com|eu|kr|sg|gov|json|pdf|txt|us|uk|de|fr|nl|net)\b\S*/g;

async function faultsOf(page: Page, locale: string): Promise<string[]> {
  const faults: string[] = [];
  const html = page.locator('html');
  if ((await html.getAttribute('lang')) !== locale) faults.push(`lang ${await html.getAttribute('lang')}`);
  const direction = (await html.getAttribute('dir')) ?? 'ltr';
  if (direction !== (locale === 'ar' ? 'rtl' : 'ltr')) faults.push(`dir ${direction}`);
  if (!(await page.title()).trim()) faults.push('no title');
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`${headings} h1`);
  // biome-ignore lint/performance/useDomNodeTextContent: scripts and hidden parts are text content, but nobody reads them
  const text = `${await page.title()}\n${await page.locator('body').innerText()}`;
  const raw = RAW.exec(text.replace(NAMES, ''));
  if (raw) faults.push(`shows ${raw[0]}`);
  // What depends on the width does so in every language: the narrow page is tried in each, the wide one in two.
  for (const width of locale === 'ko' ? [360] : [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${width} px: ${id} ${nodes[0]?.html.slice(0, 120)}`));
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) faults.push(`scrolls sideways by ${over} px at 360 px`);
  return faults;
}

for (const locale of LOCALES) {
  for (const reader of [...new Set(PAGES.map((row) => row.reader))]) {
    test(`the pages of ${reader} in ${locale} have no fault, wide and narrow`, async ({ browser }) => {
      test.setTimeout(240_000);
      const context = await browser.newContext({
        storageState: await browserFor(reader),
        locale,
      });
      const page = await context.newPage();
      const wrong: string[] = [];
      for (const row of PAGES.filter((one) => one.reader === reader)) {
        const path = typeof row.path === 'string' ? row.path : row.path(scene);
        const answer = await page.goto(`${demo().url}${path}`);
        const expected = path === '/no-such-page' ? 404 : 200;
        if (answer?.status() !== expected) wrong.push(`${path}: got ${answer?.status()}`);
        if (new URL(page.url()).pathname !== path.split('?')[0]) wrong.push(`${path}: led to ${page.url()}`);
        wrong.push(...(await faultsOf(page, locale)).map((fault) => `${path}: ${fault}`));
      }
      await context.close();
      expect(wrong).toEqual([]);
    });
  }
}
