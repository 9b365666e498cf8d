import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { promiseFor } from '#app/domain/policy/change-promise.ts';
import type { Addressee } from '#app/domain/policy/notice-line.ts';
import { negotiateLocale } from '#app/i18n/negotiate.ts';
import { languages } from '#app/i18n/server.ts';
import { policyNotices } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { answerKeyIndex, newAnswerKey } from './answer-key.ts';
import { textIn, type VersionRow } from './read-versions.ts';

/** A notice about to be written, with what must never be stored in the open. */
interface Draft {
  readonly row: typeof policyNotices.$inferInsert;
  readonly indexes: readonly string[];
  readonly email: string;
  readonly key: string | null;
}

/**
 * Tells some people of a version, in one transaction: notices, their mails and the audit entry stand together or not at
 * all. Who was told before is passed over, also by another run at the same time, so the same list can be sent again.
 * @returns how many were told now; the others of the batch had been
 */
export function notifyBatch(ctx: Ctx, version: VersionRow, people: readonly Addressee[]): Promise<number> {
  requireSystem(ctx.actor);
  const drafts = draftsOf(ctx, version, people);
  return change(ctx, async (tx) => {
    // Two runs take turns: the unique index alone would not see an address that an earlier secret indexed.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${version.id}, 0))`);
    const known = await knownIndexes(tx, version.id, drafts);
    const fresh = drafts.filter(({ indexes }) => !indexes.some((index) => known.has(index)));
    if (fresh.length === 0) return 0;
    await tx.db.insert(policyNotices).values(fresh.map(({ row }) => row));
    for (const draft of fresh) await tx.mail(mailOf(version, draft));
    await tx.audit({ kind: 'policy.notified', data: { version: version.id, notices: fresh.length } });
    return fresh.length;
  });
}

/** One draft per address: of several lines about the same one, the first counts. */
function draftsOf(ctx: Ctx, version: VersionRow, people: readonly Addressee[]): Draft[] {
  const offered = languages().map(({ tag }) => tag);
  const drafts = new Map<string, Draft>();
  for (const { email, country, locale } of people) {
    const indexes = ctx.vault.blindIndexes('email', normaliseEmail(email));
    const [emailIndex = ''] = indexes;
    if (drafts.has(emailIndex)) continue;
    const asks = promiseFor(country, version).ask !== 'notice';
    const key = asks ? newAnswerKey() : null;
    const row = {
      versionId: version.id,
      emailSealed: ctx.vault.seal(email, 'policy_notices.email'),
      emailIndex,
      country,
      locale: negotiateLocale({ accepted: locale }, offered),
      answerKeyIndex: key && answerKeyIndex(ctx, key),
      mailId: randomUUID(),
      createdAt: ctx.clock.now(),
    };
    drafts.set(emailIndex, { row, indexes, email, key });
  }
  return [...drafts.values()];
}

async function knownIndexes(
  tx: Change,
  versionId: string,
  drafts: readonly Draft[],
): Promise<ReadonlySet<string | null>> {
  const all = drafts.flatMap(({ indexes }) => indexes);
  const rows = await tx.db
    .select({ index: policyNotices.emailIndex })
    .from(policyNotices)
    .where(and(eq(policyNotices.versionId, versionId), inArray(policyNotices.emailIndex, all)));
  return new Set(rows.map(({ index }) => index));
}

function mailOf(version: VersionRow, { row, email, key }: Draft) {
  const { ask, days } = promiseFor(row.country, version);
  const { summary, url } = textIn(version, row.locale);
  return {
    id: row.mailId,
    kind: 'policy_change',
    locale: row.locale,
    to: email,
    reference: version.name,
    params: { effectiveFrom: version.effectiveFrom.toString(), ask, days, summary, url, answerKey: key },
  };
}
