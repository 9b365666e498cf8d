import { expect, type Page, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';

/** What a page in a browser fetches of our texts, and what goes wrong while it comes to life. */
async function textsOf(
  page: Page,
  path: string,
): Promise<{ files: string[]; words: string; faults: string[] }> {
  const files: string[] = [];
  const bodies: Promise<string>[] = [];
  const faults: string[] = [];
  page.on('response', (answer) => {
    const name = /\/assets\/(common|portal|officer|legal|explorer)-[\w-]{8}\.js$/.exec(answer.url())?.[1];
    if (!name) return;
    files.push(name);
    bodies.push(answer.text());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${demo().url}${path}`, { waitUntil: 'networkidle' });
  return { files: files.sort(), words: (await Promise.all(bodies)).join('\n'), faults };
}

test.describe('the texts that a page fetches', () => {
  test.use({ locale: 'en' });
  const NOTICE = 'The addendum of the place where you ordinarily live applies to you as well';
  for (const { path, files, privacy } of [
    { path: '/', files: ['common', 'portal'], privacy: false },
    { path: '/track', files: ['common', 'portal'], privacy: false },
    { path: '/officer/sign-in', files: ['common', 'officer'], privacy: false },
    { path: '/privacy', files: ['common', 'legal', 'portal'], privacy: true },
    { path: '/rights/de', files: ['common', 'explorer', 'legal', 'legal', 'portal'], privacy: false },
  ]) {
    test(`are those that it shows: ${path}`, async ({ page }) => {
      const fetched = await textsOf(page, path);
      expect(fetched.faults).toEqual([]);
      expect(fetched.files).toEqual(files);
      expect(fetched.words.includes(NOTICE)).toBe(privacy);
    });
  }
});
