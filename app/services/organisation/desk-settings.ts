import { and, asc, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type DataSubjectRight, RIGHTS } from '#app/domain/rights/data-subject-right.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { closureDays, workTargets } from '#db/schema/index.ts';
import { requireStaff } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { askToRecompute } from '../requests/recompute-open.ts';

export interface DeskSettings {
  readonly closures: readonly {
    readonly id: string;
    readonly calendar: string;
    readonly day: string;
    readonly reason: string;
  }[];
  /** Calendars that a closure day can be added to. */
  readonly calendars: readonly string[];
  readonly targets: readonly {
    readonly jurisdiction: string;
    readonly right: DataSubjectRight;
    readonly calendarDays: number;
  }[];
}

/** What the administrator added to the calendars and to the law's silence. @throws Forbidden */
export async function readDeskSettings(ctx: Ctx): Promise<DeskSettings> {
  requireStaff(ctx.actor, 'administrator', 'auditor');
  const [closures, targets] = await Promise.all([
    ctx.db.select().from(closureDays).orderBy(asc(closureDays.day)),
    ctx.db.select().from(workTargets).orderBy(asc(workTargets.jurisdiction), asc(workTargets.right)),
  ]);
  return {
    closures: closures.map(({ id, calendar, day, reason }) => ({
      id,
      calendar,
      day: day.toString(),
      reason,
    })),
    calendars: [...CALENDARS.keys()],
    targets: targets.map(({ jurisdiction, right, calendarDays }) => ({ jurisdiction, right, calendarDays })),
  };
}

export const closureSchema = z.strictObject({
  calendar: z.enum([...CALENDARS.keys()]),
  day: z.iso.date(),
  reason: z.string().trim().min(3).max(200),
});
export const targetSchema = z.strictObject({
  jurisdiction: z.enum(JURISDICTIONS),
  right: z.enum(RIGHTS),
  calendarDays: z.int().min(1).max(365),
});

/**
 * Adds a public holiday that a calendar does not know yet; deadlines that count by this calendar know it from then on,
 * and those of open requests are computed anew by the worker. A day on which only this office is closed moves no limit of a law and has no place here.
 * @throws Forbidden, z.ZodError; Conflict `closure_known`
 */
export function addClosure(ctx: Ctx, input: z.input<typeof closureSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, 'administrator');
  const { calendar, day: iso, reason } = closureSchema.parse(input);
  const day = Temporal.PlainDate.from(iso);
  return change(ctx, async (tx) => {
    const known = await tx.db
      .select({ id: closureDays.id })
      .from(closureDays)
      .where(and(eq(closureDays.calendar, calendar), eq(closureDays.day, day)))
      .for('update');
    if (known.length > 0) throw new Conflict('closure_known');
    await tx.db
      .insert(closureDays)
      .values({ calendar, day, reason, recordedBy: personId, recordedAt: ctx.clock.now() });
    await settingChanged(ctx, tx, 'closure_day');
  });
}

/** @throws Forbidden, NotFound */
export function removeClosure(ctx: Ctx, id: string): Promise<void> {
  requireStaff(ctx.actor, 'administrator');
  return change(ctx, async (tx) => {
    const gone = await tx.db
      .delete(closureDays)
      .where(eq(closureDays.id, z.uuid().parse(id)))
      .returning();
    if (gone.length === 0) throw new NotFound('closure_day');
    await settingChanged(ctx, tx, 'closure_day');
  });
}

/** Sets the days within which work is steered where the law gives no number. @throws Forbidden, z.ZodError */
export function setWorkTarget(ctx: Ctx, input: z.input<typeof targetSchema>): Promise<void> {
  requireStaff(ctx.actor, 'administrator');
  const target = targetSchema.parse(input);
  return change(ctx, async (tx) => {
    await tx.db
      .insert(workTargets)
      .values(target)
      .onConflictDoUpdate({
        target: [workTargets.jurisdiction, workTargets.right],
        set: { calendarDays: target.calendarDays },
      });
    await settingChanged(ctx, tx, 'work_target');
  });
}

/** @throws Forbidden, NotFound */
export function removeWorkTarget(ctx: Ctx, input: { jurisdiction: string; right: string }): Promise<void> {
  requireStaff(ctx.actor, 'administrator');
  const { jurisdiction, right } = targetSchema.omit({ calendarDays: true }).strip().parse(input);
  return change(ctx, async (tx) => {
    const gone = await tx.db
      .delete(workTargets)
      .where(and(eq(workTargets.jurisdiction, jurisdiction), eq(workTargets.right, right)))
      .returning();
    if (gone.length === 0) throw new NotFound('work_target');
    await settingChanged(ctx, tx, 'work_target');
  });
}

/** The log's entry, and a turn of the worker over the open requests, which were computed with the former settings. */
async function settingChanged(ctx: Ctx, tx: Change, setting: string): Promise<void> {
  await tx.audit({ kind: 'settings.changed', data: { setting } });
  await askToRecompute(ctx, tx);
}
