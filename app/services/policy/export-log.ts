import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { answerState, changeEffect } from '#app/domain/policy/answer-state.ts';
import { promiseFor } from '#app/domain/policy/change-promise.ts';
import type { AnswerChannel, PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { policyNotices } from '#db/schema/index.ts';
import { requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { findVersion, type VersionRow } from './read-versions.ts';

const FORMAT = 'habeas-policy-log/1';
const ROWS_AT_A_TIME = 1000;

/**
 * The log of a version as one JSON document, piece by piece in constant memory: who was told when, and each answer.
 * Administrators and auditors may take it along; the audit log says that they did, before the first byte.
 * @throws Forbidden, NotFound
 */
export async function exportLog(ctx: Ctx, name: string): Promise<AsyncGenerator<string>> {
  requireStaff(ctx.actor, 'administrator', 'auditor');
  const version = await findVersion(ctx.db, name);
  await change(ctx, async (tx) => {
    const notices = await tx.db.$count(policyNotices, eq(policyNotices.versionId, version.id));
    await tx.audit({ kind: 'policy.exported', data: { version: version.id, notices } });
  });
  return written(ctx, version);
}

async function* written(ctx: Ctx, version: VersionRow): AsyncGenerator<string> {
  const { name, material, texts } = version;
  const head = {
    format: FORMAT,
    version: name,
    effectiveFrom: version.effectiveFrom.toString(),
    material,
    publishedAt: version.publishedAt.toString(),
    texts,
    exportedAt: ctx.clock.now().toString(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"notices":[`;
  let after = '00000000-0000-0000-0000-000000000000';
  let separator = '\n';
  for (;;) {
    const rows = await readRows(ctx, version.id, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    yield rows.map((row) => separatorThen(JSON.stringify(entryOf(ctx, version, row)))).join('');
  }
  yield '\n]}\n';

  function separatorThen(text: string): string {
    const before = separator;
    separator = ',\n';
    return before + text;
  }
}

interface Row extends Record<string, unknown> {
  id: string;
  country: string;
  locale: string;
  email_sealed: string | null;
  sent_at: string | null;
  gave_up: boolean;
  answers: { answer: PolicyAnswer; late: boolean; channel: AnswerChannel; at: string }[];
}

function readRows(ctx: Ctx, versionId: string, after: string): Promise<Row[]> {
  return ctx.db.execute<Row>(sql`
    select n.id, n.country, n.locale, n.email_sealed, to_json(m.sent_at) #>> '{}' as sent_at,
      m.gave_up_at is not null as gave_up, coalesce((
        select json_agg(json_build_object('answer', a.answer, 'late', a.late, 'channel', a.channel, 'at', a.at) order by a.seq)
        from policy_answers a where a.notice_id = n.id), '[]') as answers
    from policy_notices n left join outbox_mails m on m.id = n.mail_id
    where n.version_id = ${versionId} and n.id > ${after}::uuid
    order by n.id limit ${ROWS_AT_A_TIME}`);
}

function entryOf(ctx: Ctx, version: VersionRow, row: Row) {
  const { country, locale, answers } = row;
  const sent = row.sent_at === null ? null : Temporal.Instant.from(row.sent_at);
  const now = ctx.clock.now();
  const facts = { change: version, country, noticeSentAt: sent, answer: answers.at(-1) ?? null };
  const { ask, citation, confidence } = promiseFor(country, version);
  return {
    email: ctx.vault.openOptional(row.email_sealed, 'policy_notices.email'),
    country,
    locale,
    promise: { ask, citation, confidence },
    noticeSentAt: sent?.toString() ?? null,
    undelivered: row.gave_up,
    state: answerState(facts, now),
    effect: changeEffect(facts, now),
    answers: answers.map(({ at, ...answer }) => ({ ...answer, at: Temporal.Instant.from(at).toString() })),
  };
}
