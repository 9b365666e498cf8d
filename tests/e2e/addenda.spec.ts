import { expect, test } from '@playwright/test';
import { demo } from '../support/e2e-setup.ts';
import { nextCode } from '../support/outbox.ts';
import { openCase } from './support/desk.ts';
import { fileAndConfirm } from './support/file-request.ts';
import { send } from './support/fill-form.ts';
import { codeFor, mailAbout } from './support/mails.ts';
import { LOCALES, patternOf, textOf } from './support/pages.ts';
import { phone } from './support/phone.ts';
import { ownNetwork } from './support/visit.ts';

test.describe.configure({ mode: 'parallel' });

const newAddress = (who: string) => `${who}.${ownNetwork()}@example.org`;

for (const locale of LOCALES) {
  test.describe(`in ${locale}, on a phone,`, () => {
    test.setTimeout(120_000);

    test('instructions for after death are registered, proven, amended and revoked', async ({ browser }) => {
      const { faults, look, open, desk } = phone(browser, locale);
      const page = await open();
      const email = newAddress('instructions');
      await page.goto('/instructions');
      await look(page, '/instructions');
      await page.locator('main a[href="/instructions/new"]').click();
      await look(page, '/instructions/new');
      await page.locator('[name=country]').selectOption('FR');
      await page.locator('[name=wish][value=erase]').check();
      await page.locator('[name=scope][value=general]').check();
      await page.locator('[name=words]').fill('Effacez tout.');
      await page.locator('[name=name]').fill('Élise Exemple');
      await page.locator('[name=email]').fill(email);
      await send(page);
      await look(page, '/instructions/code');
      await page.locator('[name=code]').fill(await nextCode(demo().dataDir, email, 0));
      await send(page);
      await look(page, '/instructions/mine');
      await expect(page.getByText('Effacez tout.')).toBeVisible();
      await page.locator('main a[href="/instructions/amend"]').click();
      await look(page, '/instructions/amend');
      await page.locator('[name=words]').fill('Gardez les photos.');
      await send(page);
      await look(page, '/instructions/mine');
      await expect(page.getByText('Gardez les photos.')).toBeVisible();
      await expect(page.getByText('Effacez tout.')).toBeHidden();
      await page
        .getByRole('button', { name: textOf(locale, 'portal', 'addenda.instructions.revoke') })
        .click();
      await expect(page.getByText(textOf(locale, 'portal', 'addenda.instructions.revoked'))).toBeVisible();
      await look(page, '/instructions/mine');
      const reference = /HB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.content())?.[0] ?? '';
      await page.goto('/instructions/open');
      await look(page, '/instructions/open');
      const register = await desk('officer');
      await register.goto('/officer/instructions');
      await look(register, '/officer/instructions');
      await register.goto(`/officer/instructions/${reference}`);
      await look(register, `/officer/instructions/${reference}`);
      expect(faults).toEqual([]);
    });

    test('the subject confirms the agent whom an officer asks about', async ({ browser }) => {
      const { faults, look, open, desk } = phone(browser, locale);
      const subject = newAddress('subject');
      const { reference } = await fileAndConfirm({
        locale,
        country: 'US',
        region: 'US-CA',
        rights: { access: { about: ['everything'], period: 'further' } },
        name: 'Ada Agent',
        email: newAddress('agent'),
        behalf: { filedFor: 'represented', subject: 'Bea Example', basis: 'signed permission' },
      });
      const officer = await desk('officer');
      await officer.goto(`/officer/cases/${reference}`);
      await look(officer, `/officer/cases/${reference}`);
      await officer.locator(`a[href="/officer/cases/${reference}/agent"]`).click();
      await look(officer, `/officer/cases/${reference}/agent`);
      await officer.locator('[name=email]').fill(subject);
      await send(officer);
      await look(officer, `/officer/cases/${reference}?done=agent`);
      await mailAbout(reference, 'agent_confirmation', 1, subject);
      const page = await open();
      await page.goto('/agent');
      await look(page, '/agent');
      await page.locator('[name=reference]').fill(reference);
      await page.locator('[name=email]').fill(subject);
      await send(page);
      await look(page, '/agent/code');
      await page.locator('[name=code]').fill(await codeFor(reference, 1, subject));
      await send(page);
      await look(page, '/agent/answer');
      await page.locator('[value=yes]').check();
      await send(page);
      await look(page, '/agent/done');
      await officer.reload();
      const confirmed = patternOf(textOf(locale, 'officer', 'addenda.agent.confirmed'));
      await expect(officer.getByText(confirmed)).toBeVisible();
      expect(faults).toEqual([]);
    });

    test('a fee is read by the officer before it leaves, and accepted by the subject', async ({
      browser,
    }) => {
      const { faults, look, open, desk } = phone(browser, locale);
      const { reference, visit } = await fileAndConfirm({
        locale,
        country: 'CH',
        rights: { access: { about: ['everything'] } },
        name: 'Urs Beispiel',
        email: newAddress('fee'),
      });
      const form = `/officer/cases/${reference}/fee/${await (await openCase(reference)).item()}`;
      const officer = await desk('officer');
      await officer.goto(form);
      await look(officer, form);
      await officer.locator('[value=disproportionate_effort]').check();
      await officer.locator('[name=amount]').fill('120');
      await officer.locator('[name=reasons]').fill('Forty archives on tape have to be read.');
      await send(officer);
      const previewed = officer.locator('[name=previewed]');
      await expect(previewed).toBeAttached();
      const notice = await previewed.inputValue();
      await look(officer, form);
      const page = await open(await visit.browser());
      await page.goto('/track/case/fee/1');
      await expect(page.getByText(textOf(locale, 'portal', 'addenda.fee.none'))).toBeVisible();
      await send(officer);
      await look(officer, `/officer/cases/${reference}?done=fee`);
      await page.goto('/track/case');
      await look(page, '/track/case');
      await page.locator('main a[href="/track/case/fee/1"]').first().click();
      await look(page, '/track/case/fee/1');
      expect(((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')).toContain(
        notice.replace(/\s+/g, ' ').trim(),
      );
      await page.locator('button[value=accept]').click();
      await expect(page.getByText(textOf(locale, 'portal', 'addenda.fee.accepted'))).toBeVisible();
      await look(page, '/track/case/fee/1');
      expect(faults).toEqual([]);
    });

    test('a refusal is appealed, and decided on by somebody who did not refuse', async ({ browser }) => {
      const { faults, look, open, desk } = phone(browser, locale);
      const { reference, visit } = await fileAndConfirm({
        locale,
        country: 'US',
        region: 'US-VA',
        rights: { access: { about: ['everything'] } },
        name: 'Vera Example',
        email: newAddress('appeal'),
      });
      const refusal = {
        ground: 'public_security',
        reasons: 'The police asked us not to answer while they look into a theft.',
        regulatorName: 'Attorney General',
        remedy: 'You can complain to the Attorney General.',
      };
      const first = await openCase(reference);
      await first.prove();
      await first.notify(`decide/${await first.item()}?outcome=refused`, refusal);
      const page = await open(await visit.browser());
      await page.goto('/track/case/decision/1');
      await look(page, '/track/case/decision/1');
      await page.locator('main a[href="/track/case/appeal/1"]').first().click();
      await look(page, '/track/case/appeal/1');
      await page.locator('[name=body]').fill('I asked for no invoices.');
      await send(page);
      await look(page, '/track/case?done=appeal');
      const officer = await desk('officer');
      await officer.goto(`/officer/cases/${reference}`);
      await look(officer, `/officer/cases/${reference}`);
      await officer.locator('[aria-labelledby=addenda-heading] a:has(bdi.reference)').click();
      await expect(officer).not.toHaveURL(new RegExp(reference));
      await look(officer, /\/officer\/cases\/HB-/);
      await expect(officer.getByText(textOf(locale, 'officer', 'addenda.appeal.own'))).toBeVisible();
      await expect(officer.locator(`a[href="/officer/cases/${reference}"]`)).toBeVisible();
      const appeal = await openCase(new URL(officer.url()).pathname.split('/').at(-1) ?? '', 'colleague');
      const verb = `decide/${await appeal.item()}?outcome=refused`;
      await officer.goto(appeal.path(...verb.split('/')));
      await officer.locator('[name=ground]').first().check();
      await officer.locator('[name=reasons]').fill(refusal.reasons);
      await officer.locator('[name=regulatorName]').fill(refusal.regulatorName);
      await officer.locator('[name=remedy]').fill(refusal.remedy);
      await send(officer);
      const own = textOf(locale, 'common', 'errors.appeal_of_own_decision');
      await expect(officer.getByRole('alert').getByText(own)).toBeVisible();
      await look(officer, /\/decide\//);
      await appeal.notify(verb, refusal);
      expect(faults).toEqual([]);
    });
  });
}
