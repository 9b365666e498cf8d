import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { FALLBACK_LOCALE } from '#app/i18n/text.ts';
import { type PolicyText, policyVersions } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';

export type VersionRow = typeof policyVersions.$inferSelect;

/** A version as anybody may read it. */
export interface PublicVersion {
  readonly name: string;
  /** ISO date. */
  readonly effectiveFrom: string;
  readonly material: boolean;
  /** RFC 3339. */
  readonly publishedAt: string;
  readonly text: PolicyText;
}

/** All versions in the reader's language, the one that counts last first. Anybody may read them. */
export async function listVersions(ctx: Pick<Ctx, 'db'>, locale: string): Promise<PublicVersion[]> {
  const rows = await ctx.db
    .select()
    .from(policyVersions)
    .orderBy(desc(policyVersions.effectiveFrom), desc(policyVersions.publishedAt));
  return rows.map((row) => publicVersion(row, locale));
}

/** The next material change that does not count yet anywhere; for the notice on the site that the policy promises. */
export async function upcomingChange(
  ctx: Pick<Ctx, 'db' | 'clock'>,
): Promise<Pick<PublicVersion, 'effectiveFrom'> | null> {
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  const [row] = await ctx.db
    .select({ effectiveFrom: policyVersions.effectiveFrom })
    .from(policyVersions)
    .where(and(eq(policyVersions.material, true), gt(policyVersions.effectiveFrom, today)))
    .orderBy(asc(policyVersions.effectiveFrom))
    .limit(1);
  return row ? { effectiveFrom: row.effectiveFrom.toString() } : null;
}

/** @throws NotFound when no version has that name */
export async function findVersion(db: Pick<Ctx['db'], 'select'>, name: string): Promise<VersionRow> {
  const [row] = await db.select().from(policyVersions).where(eq(policyVersions.name, name));
  if (!row) throw new NotFound('policy_version', { name });
  return row;
}

/** What everybody may know of a version, in the reader's language. */
export function publicVersion(row: VersionRow, locale: string): PublicVersion {
  return {
    name: row.name,
    effectiveFrom: row.effectiveFrom.toString(),
    material: row.material,
    publishedAt: row.publishedAt.toString(),
    text: textIn(row, locale),
  };
}

/** What a reader is told, in their language; in English where the language came after the version. */
export function textIn({ texts }: Pick<VersionRow, 'texts'>, locale: string): PolicyText {
  return texts[locale] ?? texts[FALLBACK_LOCALE] ?? { summary: '', url: '' };
}
