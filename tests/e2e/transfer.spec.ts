import { expect, type Page, test } from '@playwright/test';
import { personas } from '#db/northwind/personas.ts';
import { type TestReceiver, testReceiver } from '../support/receiver.ts';
import { openCase } from './support/desk.ts';
import { fileAndConfirm, referenceIn } from './support/file-request.ts';
import { send, toRelation } from './support/fill-form.ts';
import { codeFor, mailAbout } from './support/mails.ts';
import { LOCALES, textOf } from './support/pages.ts';
import { phone } from './support/phone.ts';
import { EASTWIND, listEastwind } from './support/receivers.ts';
import { ownNetwork } from './support/visit.ts';

const WORDS = 'We have no connection to that company.';
let receiver: TestReceiver;

test.beforeAll(async () => {
  receiver = await testReceiver();
  await listEastwind(receiver);
});
test.afterAll(() => receiver.close());

/** Answers everything before the questions about portability, in the reader's own browser. */
async function comeToPortability(page: Page): Promise<void> {
  await toRelation(page);
  await page.locator('[name=relation][value=own]').check();
  await send(page);
  await page.locator('[value=self]').check();
  await send(page);
  await page.locator('[value=portability]').check();
  await send(page);
  await expect(page).toHaveURL('/request/details/portability');
}

async function giveName(page: Page, name: string, email: string): Promise<void> {
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=email]').fill(email);
  await send(page);
  await expect(page).toHaveURL('/request/check');
}

test('data go to the provider that the subject chose and confirmed, and everybody is told', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { faults, look, open, desk } = phone(browser, 'en');
  const { email, fullName } = personas.arabic;
  const page = await open();
  await comeToPortability(page);
  await page.locator('[name=scope][value=everything]').check();
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Should another provider receive it directly?');
  await page.locator(`[name=receiver][value=${EASTWIND.id}]`).check();
  await look(page, '/request/details/portability');
  await send(page);
  await giveName(page, fullName, email);
  await expect(page.locator('main')).toContainText(`${EASTWIND.name}`);
  await expect(page.locator('main')).toContainText('established in Belgium');
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Confirm this by ticking the box');
  await look(page, '/request/check');
  await page.locator('[name=confirmed]').check();
  await send(page);
  await expect(page).toHaveURL('/request/receipt');
  await look(page, '/request/receipt');
  const reference = referenceIn(await page.content());
  await page.goto('/request/confirm');
  await page.locator('[name=code]').fill(await codeFor(reference));
  await send(page);
  await look(page, /\/track\/case\?confirmed/);
  await page.locator('main a[href="/track/case/transfer/1"]').click();
  await look(page, '/track/case/transfer/1');
  await expect(page.getByRole('button', { name: 'Do not send it' })).toBeVisible();

  const found = await openCase(reference);
  const item = await found.item();
  await found.collect();
  await found.review();
  await found.build(item);
  const officer = await desk('officer');
  await officer.goto(`/officer/cases/${reference}`);
  await look(officer, `/officer/cases/${reference}`);
  await officer.locator(`a[href="/officer/cases/${reference}/release/${item}"]`).click();
  await look(officer, /\/release\//);
  await send(officer);
  await expect(officer).toHaveURL(`/officer/cases/${reference}?done=release`);
  // The page looks again by itself while the worker is at it.
  await expect(officer.getByText('Accepted', { exact: true })).toBeVisible({ timeout: 30_000 });
  await look(officer, /done=release/);
  expect(receiver.accepted).toHaveLength(1);
  expect(receiver.accepted[0]?.headers['habeas-reference']).toBe(reference);

  await page.goto('/track/case');
  await expect(page.getByText(new RegExp(`were sent to .?${EASTWIND.name}`))).toBeVisible();
  await page.goto('/track/case/transfer/1');
  await look(page, '/track/case/transfer/1');
  await expect(page.getByText('r-1', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Do not send it' })).toBeHidden();
  expect((await mailAbout(reference, 'transfer')).text).toContain(EASTWIND.name);
  await found.act(`deliver/${item}`);
  const notice = await found.notify(`decide/${item}?outcome=fulfilled`, { reasons: '' });
  expect(notice).toContain(`directly to ${EASTWIND.name}, established in Belgium`);
  expect((await mailAbout(reference, 'decision')).text).toContain(EASTWIND.name);
  expect(faults).toEqual([]);
});

test('what is not confirmed is not filed, and another description has to be confirmed anew', async ({
  page,
}) => {
  await comeToPortability(page);
  await page.locator('[name=scope][value=everything]').check();
  await page.locator(`[name=receiver][value=${EASTWIND.id}]`).check();
  await send(page);
  await giveName(page, 'Noor Voorbeeld', `unconfirmed.${ownNetwork()}@example.org`);
  await page.locator('[name=confirmed]').check();
  await page.locator('[name=described]').evaluate((field: HTMLInputElement) => {
    field.value = '2020-01-01T00:00:00Z';
  });
  await send(page);
  await expect(page).toHaveURL('/request/check');
  await expect(page.getByRole('alert')).toContainText('no longer what was confirmed');
});

test('where the law gives no direct transmission, nobody can be chosen and the desk says so', async ({
  browser,
}) => {
  const { reference } = await fileAndConfirm({
    country: 'KR',
    rights: { portability: { scope: 'everything', transferTo: 'Southwind', receiver: 'southwind' } },
    name: 'Kim Example',
    email: `korean.${ownNetwork()}@example.org`,
  });
  const found = await openCase(reference);
  const page = await phone(browser, 'en').desk('officer');
  await page.goto(found.path());
  await expect(page.getByText('gives no right to direct transmission')).toBeVisible();
  await expect(page.getByText('Southwind', { exact: true })).toBeVisible();
  await expect(page.locator(`a[href*="/release/"]`)).toHaveCount(0);
});

for (const locale of LOCALES) {
  test(`a named provider is ruled out with its reason, a wish is taken back, in ${locale}`, async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const { faults, look, open, desk } = phone(browser, locale);
    const ask = (answers: Record<string, string>) =>
      fileAndConfirm({
        locale,
        country: 'NL',
        rights: { portability: { scope: 'everything', ...answers } },
        name: 'Noor Voorbeeld',
        email: `transfer.${locale}.${ownNetwork()}@example.org`,
      });
    const named = await ask({ receiver: 'other', transferTo: 'Westwind Ltd' });
    const found = await openCase(named.reference);
    const item = await found.item();
    const officer = await desk('officer');
    await officer.goto(found.path());
    await look(officer, found.path());
    await officer.locator(`a[href="${found.path('rule-out', item)}"]`).click();
    await officer.locator('[name=reason][value=no_link]').check();
    await officer.locator('[name=words]').fill(WORDS);
    await look(officer, found.path('rule-out', item));
    await send(officer);
    await look(officer, `${found.path()}?done=rule-out`);
    const page = await open(await named.visit.browser());
    await page.goto('/track/case');
    await expect(page.getByText('Westwind Ltd')).toBeVisible();
    await page.locator('main a[href="/track/case/transfer/1"]').click();
    await look(page, '/track/case/transfer/1');
    await expect(page.getByText(WORDS)).toBeVisible();
    await expect(page.getByText('GDPR Art. 20(2)')).toBeVisible();

    const chosen = await ask({ receiver: EASTWIND.id });
    const own = await open(await chosen.visit.browser());
    await own.goto('/track/case/transfer/1');
    await send(own);
    await look(own, '/track/case?done=transfer');
    const done = textOf(locale, 'portal', 'case.done.transfer.title');
    await expect(own.getByText(done, { exact: true })).toBeVisible();
    expect(faults).toEqual([]);
  });
}
