import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRights } from '#app/services/requests/describe-rights.ts';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { closureDays, controllers, requestItems, workTargets } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
  await base.app.db.insert(controllers).values([
    { name: 'GmbH', address: 'Berlin', contactEmail: 'a@b.example', jurisdictions: ['EEA'], calendar: 'DE' },
    { name: 'Inc', address: 'Austin', contactEmail: 'a@b.example', jurisdictions: ['*'], calendar: 'US' },
  ]);
});
afterAll(() => base.drop());

async function deadlineOf(received: string, changes = {}) {
  const { ctx } = testContext(base.app.db, received);
  const { requestId } = await fileRequest(ctx, aFiling(changes));
  const [item] = await ctx.db.select().from(requestItems).where(eq(requestItems.requestId, requestId));
  return item?.deadline;
}

describe('what an administrator set moves a date where the law lets it', () => {
  it('rolls by the holidays of the controller in Berlin: Labour Day, which Amsterdam does not keep', async () => {
    expect(await deadlineOf('2026-04-01T10:00:00+02:00')).toMatchObject({
      dueUnrolled: '2026-05-01',
      due: '2026-05-04',
    });
  });

  it('does not let an American office change the calendar of Korean law', async () => {
    expect(await deadlineOf('2026-06-24T10:00:00+09:00', { country: 'KR' })).toMatchObject({
      due: '2026-07-06',
    });
  });

  it('counts a closure day of the calendar that governs, and of no other', async () => {
    const closure = {
      reason: 'a proclaimed holiday',
      recordedBy: 'p',
      recordedAt: Temporal.Instant.from('2026-01-01T00:00Z'),
    };
    await base.app.db.insert(closureDays).values([
      { ...closure, calendar: 'DE', day: Temporal.PlainDate.from('2026-09-14') },
      { ...closure, calendar: 'NL', day: Temporal.PlainDate.from('2026-09-15') },
    ]);
    expect(await deadlineOf('2026-08-14T10:00:00+02:00')).toMatchObject({ due: '2026-09-15' });
  });

  it('steers by a target where the law gives no number, and still states no due date', async () => {
    await base.app.db
      .insert(workTargets)
      .values({ jurisdiction: 'EEA', right: 'withdraw_consent', calendarDays: 3 });
    const deadline = await deadlineOf('2026-10-01T10:00:00+02:00', {
      items: [{ right: 'withdraw_consent', details: {} }],
    });
    expect(deadline).toMatchObject({ due: null, steerBy: '2026-10-04' });
  });

  it('shows before filing the date that filing then gives', async () => {
    const { ctx } = testContext(base.app.db, '2026-04-01T10:00:00+02:00');
    const { rights } = await describeRights(ctx, { country: 'DE' });
    expect(rights.find(({ right }) => right === 'access')?.deadline?.due).toBe('2026-05-04');
  });
});
