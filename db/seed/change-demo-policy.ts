import { asc, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { change } from '#app/services/change.ts';
import { fixedClock } from '#app/services/clock.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { addAnswer } from '#app/services/policy/add-answer.ts';
import { notifyBatch } from '#app/services/policy/notify-batch.ts';
import { publishVersion } from '#app/services/policy/publish-version.ts';
import { findVersion } from '#app/services/policy/read-versions.ts';
import { outboxMails, people, policyNotices, policyVersions } from '#db/schema/index.ts';
import { inTransaction } from './in-transaction.ts';
import { keepOutboxEmpty } from './keep-outbox-empty.ts';

const DAY = { hours: 24 };
const DAYS_AGO = 10;
const DAYS_AHEAD = 35;

const text = (summary: string) => ({ summary, url: 'https://northwind.example/privacy' });
const FIRST = {
  en: text('First version of this policy.'),
  ko: text('이 방침의 첫 번째 버전입니다.'),
  ar: text('النسخة الأولى من هذه السياسة.'),
};
const LOGS = {
  en: text(
    'Access logs of your account will be kept for 60 days instead of 30, so that break-ins can be traced for longer. Nothing else changes.',
  ),
  ko: text(
    '침해 사고를 더 오래 추적할 수 있도록 계정 접속 기록을 30일이 아니라 60일 동안 보관합니다. 그 밖에 변경되는 내용은 없습니다.',
  ),
  ar: text(
    'تُحفظ سجلات الوصول إلى حسابك 60 يومًا بدلًا من 30 يومًا، كي يمكن تتبّع الاختراقات مدة أطول. ولا يتغير شيء آخر.',
  ),
};

/** People of the demo who were told, by country, with what they answered after so many days; null: nothing. */
const TOLD: Readonly<Record<string, readonly (readonly [PolicyAnswer, number] | null)[]>> = {
  PH: [['accepted', 1], ['accepted', 2], ['rejected', 3], null, null, null],
  TH: [['rejected', 2], ['accepted', 4], null, null],
  EG: [['objected', 3], ['objected', 9], null],
  KR: [null, null, null, null],
  DE: [null, null, null, null, null],
};

/** Publishes the demo's policy and a change that is on its way, tells some people and lets them answer; once. */
export async function changeDemoPolicy(ctx: Ctx): Promise<void> {
  const [any] = await ctx.db.select({ id: policyVersions.id }).from(policyVersions).limit(1);
  if (any) return;
  await inTransaction(ctx, async (within) => {
    const clock = fixedClock(within.clock.now().subtract({ hours: DAY.hours * DAYS_AGO }));
    const told = { ...within, clock };
    await publish(told);
    await tell(told);
    await keepOutboxEmpty(within);
    // They count as sent, or the days of an objection would never have begun.
    await within.db
      .update(outboxMails)
      .set({ sentAt: clock.now() })
      .where(eq(outboxMails.kind, 'policy_change'));
    await answer(within, clock.now());
  });
}

async function publish(ctx: Ctx): Promise<void> {
  const [administrator] = await ctx.db
    .select({ personId: people.id })
    .from(people)
    .where(eq(people.role, 'administrator'))
    .orderBy(asc(people.email));
  if (!administrator) throw new Error('people: expected an administrator, found none');
  const desk = actingAs(ctx, { kind: 'officer', ...administrator, role: 'administrator' });
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  await publishVersion(desk, { name: 'first', effectiveFrom: '2026-11-01', material: false, texts: FIRST });
  const effectiveFrom = today.add({ days: DAYS_AGO + DAYS_AHEAD }).toString();
  await publishVersion(desk, { name: 'access-logs', effectiveFrom, material: true, texts: LOGS });
}

async function tell(ctx: Ctx): Promise<void> {
  const version = await findVersion(ctx.db, 'access-logs');
  const list = Object.entries(TOLD).flatMap(([country, people]) =>
    people.map((_, n) => ({
      email: `customer.${n + 1}@${country.toLowerCase()}.example`,
      country,
      locale: { KR: 'ko', EG: 'ar' }[country] ?? 'en',
    })),
  );
  await notifyBatch(ctx, version, list);
}

async function answer(ctx: Ctx, sentAt: Temporal.Instant): Promise<void> {
  for (const [country, given] of Object.entries(TOLD)) {
    const notices = await ctx.db
      .select({ id: policyNotices.id })
      .from(policyNotices)
      .where(sql`country = ${country}`)
      .limit(given.length);
    for (const [n, one] of given.entries()) {
      const noticeId = notices[n]?.id;
      if (!one || !noticeId) continue;
      const [word, days] = one;
      const at = sentAt.add({ hours: DAY.hours * days });
      const then = actingAs({ ...ctx, clock: fixedClock(at) }, { kind: 'anonymous' });
      await change(then, (tx) =>
        addAnswer(tx, { noticeId, answer: word, at, channel: 'page', recordedBy: null }),
      );
    }
  }
}
