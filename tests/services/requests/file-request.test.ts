import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { auditEntries, outboxMails, requestItems, requests } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const itemsOf = (requestId: string) =>
  base.app.db
    .select()
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId))
    .orderBy(requestItems.ordinal);
const mailsOf = (requestId: string) =>
  base.app.db.select().from(outboxMails).where(eq(outboxMails.requestId, requestId));

describe('filing a request', () => {
  it('dates it by the law of the residence: a month in the Netherlands, rolled over the weekend', async () => {
    const { ctx } = testContext(base.app.db, '2026-01-30T23:30:00Z');
    const { requestId } = await fileRequest(ctx, aFiling());
    const [item] = await itemsOf(requestId);
    expect(item).toMatchObject({ status: 'awaiting-identity', packId: 'eea-gdpr' });
    expect(item?.deadline).toMatchObject({
      due: '2026-03-02',
      dueUnrolled: '2026-02-28',
      timezone: 'Europe/Amsterdam',
    });
    expect(item?.deadline?.derivation.length).toBeGreaterThan(2);
    expect(item?.steerAt).not.toBeNull();
  });

  it('leaves in one transaction the receipt, the code, the jobs that send them and the audit entries', async () => {
    const { ctx } = testContext(base.app.db);
    const { requestId } = await fileRequest(ctx, aFiling());
    expect((await mailsOf(requestId)).map(({ kind }) => kind).sort()).toEqual(['code', 'receipt']);
    const entries = await base.app.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.requestId, requestId));
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'request.filed',
        'deadline.computed',
        'item.event',
        'code.issued',
        'session.opened',
      ]),
    );
    const [jobs] = await base.app.db.execute<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs where key like 'mail:%'`,
    );
    expect(jobs?.n).toBeGreaterThanOrEqual(2);
  });

  it('keeps what was typed sealed: no column of any table holds it in the clear', async () => {
    const { ctx } = testContext(base.app.db);
    const filing = aFiling({
      name: 'Zephyrine Quillfeather',
      email: 'zephyrine@example.org',
      accountId: 'NW-000777',
    });
    const { requestId } = await fileRequest(ctx, filing);
    const stored = JSON.stringify([
      await base.app.db.select().from(requests).where(eq(requests.id, requestId)),
      await itemsOf(requestId),
      await mailsOf(requestId),
      await base.app.db.select().from(auditEntries).where(eq(auditEntries.requestId, requestId)),
    ]);
    for (const typed of ['Quillfeather', 'zephyrine', 'NW-000777', 'Everything about'])
      expect(stored).not.toContain(typed);
    const [row] = await base.app.db.select().from(requests).where(eq(requests.id, requestId));
    expect(ctx.vault.open(row?.nameSealed as string, 'requests.name')).toBe('Zephyrine Quillfeather');
  });

  it('makes one request of a form that is sent twice, also at the same time', async () => {
    const { ctx } = testContext(base.app.db);
    const filing = aFiling();
    const [first, second] = await Promise.all([fileRequest(ctx, filing), fileRequest(ctx, filing)]);
    expect(second.reference).toBe(first.reference);
    expect([first.repeated, second.repeated].sort()).toEqual([false, true]);
    expect(await mailsOf(first.requestId)).toHaveLength(2);
    expect(await itemsOf(first.requestId)).toHaveLength(1);
  });

  it('starts an opt-out from sale at once in California and asks for identity only for the rest', async () => {
    const { ctx } = testContext(base.app.db);
    const filing = aFiling({
      country: 'US',
      region: 'US-CA',
      items: [
        { right: 'optout_sale', details: {} },
        { right: 'access', details: {} },
      ],
    });
    const items = await itemsOf((await fileRequest(ctx, filing)).requestId);
    expect(items.map(({ right, status }) => [right, status])).toEqual([
      ['optout_sale', 'in-progress'],
      ['access', 'awaiting-identity'],
    ]);
    expect(items[1]?.deadline).toMatchObject({ due: '2026-12-17', extendedDue: '2027-01-31' });
  });

  it('serves a residence without a described law by the policy', async () => {
    const { ctx } = testContext(base.app.db);
    const { requestId } = await fileRequest(ctx, aFiling({ country: 'AR' }));
    const [row] = await base.app.db.select().from(requests).where(eq(requests.id, requestId));
    expect(row).toMatchObject({ jurisdiction: 'ROW', regimeKind: 'policy' });
    expect((await itemsOf(requestId))[0]?.deadline).toMatchObject({ due: null, policyDue: '2027-01-01' });
  });

  it('is received although strangers used up the codes of the address, and fills no mailbox', async () => {
    const { ctx } = testContext(base.app.db);
    const email = 'bombarded@example.org';
    for (let filed = 0; filed < 5; filed++) await fileRequest(ctx, aFiling({ email }));
    const { requestId, session } = await fileRequest(ctx, aFiling({ email }));
    expect(session.token).toEqual(expect.any(String));
    expect((await itemsOf(requestId))[0]).toMatchObject({ status: 'awaiting-identity', packId: 'eea-gdpr' });
    expect(await mailsOf(requestId)).toEqual([]);
  });

  it.each([
    ['an unknown country code', { country: 'Netherlands' }],
    ['no right at all', { items: [] }],
    [
      'the same right twice',
      {
        items: [
          { right: 'access', details: {} },
          { right: 'access', details: {} },
        ],
      },
    ],
    ['an address that is none', { email: 'noor at example' }],
    ['a name beyond any name', { name: 'n'.repeat(201) }],
  ] as const)('refuses %s and leaves nothing behind', async (_what, change) => {
    const { ctx } = testContext(base.app.db);
    const before = await base.app.db.$count(requests);
    expect(() => fileRequest(ctx, aFiling(change as never))).toThrow();
    expect(await base.app.db.$count(requests)).toBe(before);
  });
});
