import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '#app/services/change.ts';
import { resumeMails } from '#app/services/mail/resume-mails.ts';
import { sendMail } from '#app/services/mail/send-mail.ts';
import { notifyList } from '#app/services/policy/notify-list.ts';
import { publishVersion } from '#app/services/policy/publish-version.ts';
import { listVersions, upcomingChange } from '#app/services/policy/read-versions.ts';
import { createVault } from '#app/services/vault.ts';
import { auditEntries, outboxMails } from '#db/schema/index.ts';
import { TEST_SECRET } from '#tests/support/context.ts';
import { type Desk, OUTSIDERS, openDesk } from '../cases/desk.ts';
import { mailTo, noticesOf, publish, system, tell, VERSION } from './world.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2027-01-10T09:00:00Z');
});
afterEach(() => desk.base.drop());

const MARIA = { email: 'maria@example.org', country: 'PH' };
const SOMCHAI = { email: 'somchai@example.org', country: 'TH' };
const ANNA = { email: 'anna@example.org', country: 'NL', locale: 'nl' };

describe('publishing', () => {
  test.each([
    ...OUTSIDERS,
    ['an officer', { kind: 'officer', personId: 'officer-one', role: 'officer' }],
  ] as const)('is refused to %s', (_, actor) => {
    expect(() => publishVersion(desk.as(actor), VERSION)).toThrow(/staff_role_required/);
  });

  test('shows the version to everybody in their language, with an entry in the log that names no text', async () => {
    await publish(desk);
    const [version] = await listVersions(desk.ctx, 'ko');
    expect(version).toMatchObject({ name: '2027-03', text: { summary: '로그 데이터를 60일간 보관합니다.' } });
    const [entry] = await desk.ctx.db.select().from(auditEntries);
    expect(entry).toMatchObject({
      kind: 'policy.published',
      actorId: 'admin-one',
      data: { material: true, effectiveFrom: '2027-03-01' },
    });
    expect(JSON.stringify(entry?.data)).not.toContain('Log data');
  });

  test('announces a material change until the day on which it counts', async () => {
    await publish(desk);
    desk.clock.set('2027-02-28T23:59:59Z');
    expect(await upcomingChange(desk.ctx)).toEqual({ effectiveFrom: '2027-03-01' });
    desk.clock.set('2027-03-01T00:00:00Z');
    expect(await upcomingChange(desk.ctx)).toBeNull();
  });

  test('refuses a name that is known, a material change that counts today, and a language that is missing', async () => {
    await publish(desk);
    const refused = (more: object) =>
      publish(desk, { name: 'next', ...more }).catch(({ details }) => details.issues);
    expect(await refused({ name: '2027-03' })).toEqual([{ path: 'name', code: 'version_known' }]);
    expect(await refused({ effectiveFrom: '2027-01-10' })).toEqual([
      { path: 'effectiveFrom', code: 'date_not_ahead' },
    ]);
    const { ar, ...texts } = VERSION.texts;
    expect(ar).toBeDefined();
    expect(await refused({ texts })).toEqual([{ path: 'texts.ar.summary', code: 'required' }]);
  });

  test('takes down an earlier version that was not material', async () => {
    await publish(desk, { name: '2018-05', effectiveFrom: '2018-05-14', material: false });
    expect(await upcomingChange(desk.ctx)).toBeNull();
  });

  test('cannot be undone: the database refuses to change or remove what was published, even to its owner', async () => {
    await publish(desk);
    for (const db of [desk.base.app.sql, desk.base.owner.sql]) {
      await expect(db`update policy_versions set material = false`).rejects.toMatchObject({ code: '42501' });
      await expect(db`delete from policy_versions`).rejects.toMatchObject({ code: '42501' });
      await expect(db`truncate policy_answers, policy_measures`).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('telling people', () => {
  test.each([
    ...OUTSIDERS.slice(0, 3),
    ['an administrator', { kind: 'officer', personId: 'admin-one', role: 'administrator' }],
  ] as const)('is refused to %s', async (_, actor) => {
    await publish(desk);
    const options = {
      version: '2027-03',
      source: (async function* () {})(),
      checkOnly: false,
      onRefused() {},
    };
    await expect(notifyList(desk.as(actor), options)).rejects.toThrow(/system_only/);
  });

  test('puts one mail in the outbox for each, says what their territory is promised, and seals the address', async () => {
    await publish(desk);
    expect(await tell(desk.ctx, '2027-03', [MARIA, SOMCHAI, ANNA])).toMatchObject({
      told: 3,
      already: 0,
      refused: 0,
    });
    expect(await mailTo(desk.ctx, MARIA.email)).toMatchObject({
      ask: 'consent',
      answerKey: expect.any(String),
    });
    expect(await mailTo(desk.ctx, SOMCHAI.email)).toMatchObject({ ask: 'rejection' });
    expect(await mailTo(desk.ctx, ANNA.email)).toMatchObject({ ask: 'notice', answerKey: null });
    const stored = JSON.stringify(await noticesOf(desk.ctx));
    expect(stored).not.toMatch(/example\.org/);
    const key = (await mailTo(desk.ctx, MARIA.email)).answerKey ?? '-';
    expect(stored).not.toContain(key);
    expect(stored).toContain('"locale":"en"');
  });

  test('twice tells nobody twice, however the address is spelled and whatever secret indexed it', async () => {
    await publish(desk);
    await tell(desk.ctx, '2027-03', [MARIA, { ...MARIA, email: 'MARIA@Example.org' }]);
    const rotated = {
      ...desk.ctx,
      vault: createVault(['a newer secret of more than thirty-two letters', TEST_SECRET]),
    };
    expect(await tell(rotated, '2027-03', [MARIA, SOMCHAI])).toMatchObject({ told: 1, already: 1 });
    expect(await tell(desk.ctx, '2027-03', [SOMCHAI])).toMatchObject({ told: 1 });
    expect(await noticesOf(desk.ctx)).toHaveLength(3);
  });

  test('by two runs at once tells nobody twice', async () => {
    await publish(desk);
    const list = Array.from({ length: 1200 }, (_, n) => ({ email: `p${n}@example.org`, country: 'PH' }));
    const runs = await Promise.all([tell(desk.ctx, '2027-03', list), tell(desk.ctx, '2027-03', list)]);
    expect(runs.reduce((sum, { told }) => sum + told, 0)).toBe(1200);
    expect(await desk.ctx.db.$count(outboxMails)).toBe(1200);
  });

  test('refuses bad lines by number and goes on with the rest', async () => {
    await publish(desk);
    const done = await tell(desk.ctx, '2027-03', [
      MARIA,
      '',
      '{"email"',
      { ...SOMCHAI, country: 'Thailand' },
      ANNA,
    ]);
    expect(done).toMatchObject({ read: 4, told: 2, refused: 2 });
    expect(done.problems).toEqual([
      { line: 3, path: '(line)', got: 'text that is no JSON', expected: expect.any(String) },
      { line: 4, path: 'country', got: '"Thailand"', expected: expect.any(String) },
    ]);
  });

  test('with a check only tells nobody', async () => {
    await publish(desk);
    expect(await tell(desk.ctx, '2027-03', [MARIA, '[]'], true)).toMatchObject({ told: 0, refused: 1 });
    expect(await noticesOf(desk.ctx)).toHaveLength(0);
  });

  test('leaves nothing half done when a batch cannot be written whole', async () => {
    await publish(desk);
    await desk.base.owner
      .sql`alter table outbox_mails add constraint full_now check (kind <> 'policy_change')`;
    await expect(tell(desk.ctx, '2027-03', [MARIA, SOMCHAI])).rejects.toThrow();
    expect(await noticesOf(desk.ctx)).toHaveLength(0);
    await desk.base.owner.sql`alter table outbox_mails drop constraint full_now`;
    expect(await tell(desk.ctx, '2027-03', [MARIA, SOMCHAI])).toMatchObject({ told: 2 });
  });

  test('keeps no code waiting behind the many, nor when they are put back into the queue', async () => {
    await publish(desk);
    await tell(desk.ctx, '2027-03', [MARIA, SOMCHAI]);
    const code = { kind: 'code', locale: 'en', to: ANNA.email, params: { code: '123456' } };
    await change(desk.ctx, (tx) => tx.mail(code));
    const queued = async () => {
      const rows = await desk.base.app.sql<{ kind: string }[]>`
        select m.kind from graphile_worker.jobs j join outbox_mails m on j.key = 'mail:' || m.id
        order by j.priority, j.run_at, j.id`;
      return rows.map(({ kind }) => kind);
    };
    expect(await queued()).toEqual(['code', 'policy_change', 'policy_change']);
    const all = desk.base.app.sql`array(select id from graphile_worker.jobs)`;
    await desk.base.app.sql`select graphile_worker.complete_jobs(${all})`;
    expect(await resumeMails(system(desk.ctx))).toBe(3);
    expect(await queued()).toEqual(['code', 'policy_change', 'policy_change']);
  });

  test('about a version that is not published is refused', async () => {
    await expect(tell(desk.ctx, '2099-01', [MARIA])).rejects.toThrow(/policy_version/);
  });

  test('keeps the audit log free of addresses', async () => {
    await publish(desk);
    await tell(desk.ctx, '2027-03', [MARIA]);
    const entries = await desk.ctx.db.select().from(auditEntries);
    expect(entries.at(-1)).toMatchObject({ kind: 'policy.notified', data: { notices: 1 } });
    expect(JSON.stringify(entries)).not.toContain('@');
  });
});

test('the mail in Arabic links to a form with the key behind the fragment, and repeats it on a line of its own', async () => {
  await publish(desk);
  await tell(desk.ctx, '2027-03', [{ email: 'mona@example.org', country: 'EG', locale: 'ar-EG' }]);
  const key = (await mailTo(desk.ctx, 'mona@example.org')).answerKey ?? '-';
  const [row] = await desk.ctx.db.select().from(outboxMails);
  const sent: { text: string; locale: string }[] = [];
  const transport = async (mail: { text: string; locale: string }) => void sent.push(mail);
  expect(await sendMail(system(desk.ctx), row?.id ?? '', { last: true, transport })).toBe('sent');
  const [mail] = sent;
  expect(mail?.locale).toBe('ar');
  expect(mail?.text).toContain(`http://127.0.0.1:3000/privacy/answer#${key}`);
  expect(mail?.text.split('\n')).toContain(key);
  expect(mail?.text).toContain('7');
});
