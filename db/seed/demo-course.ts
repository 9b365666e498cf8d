import { and, asc, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { fixedClock } from '#app/services/clock.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { type Filing, fileRequest } from '#app/services/requests/file-request.ts';
import { outboxMails, requestItems, type StaffRole } from '#db/schema/index.ts';

/** A person of the desk in whose name something happens. */
export interface DemoStaff {
  readonly personId: string;
  readonly role: StaffRole;
}

/** The course of one demo request, told through the services with a clock that is moved by hand. */
export interface DemoCourse {
  readonly reference: string;
  readonly requestId: string;
  readonly locale: string;
  /** Ids of the items, in the order in which they were asked. */
  readonly items: readonly string[];
  /** The world as the data subject meets it. */
  readonly subject: Ctx;
  readonly officer: Ctx;
  readonly colleague: Ctx;
  /** Instant that the clock shows. */
  now(): Temporal.Instant;
  /** Lets time pass. */
  wait(duration: { days?: number; minutes?: number }): void;
  /** Enters the code that was mailed. */
  confirm(): Promise<void>;
}

/** Files a request so many days ago. */
export async function beginCourse(
  ctx: Ctx,
  filing: Filing,
  daysAgo: number,
  [officer, colleague]: readonly [DemoStaff, DemoStaff],
): Promise<DemoCourse> {
  const clock = fixedClock(ctx.clock.now().subtract({ hours: daysAgo * 24 }));
  const world: Ctx = { ...ctx, clock };
  const filed = await fileRequest(actingAs(world, { kind: 'anonymous' }), filing);
  const { requestId, reference } = filed;
  const subject = actingAs(world, { kind: 'subject', requestId, scope: 'filed' });
  const items = await ctx.db
    .select({ id: requestItems.id })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId))
    .orderBy(asc(requestItems.ordinal));
  return {
    reference,
    requestId,
    locale: filing.locale,
    items: items.map(({ id }) => id),
    subject,
    officer: actingAs(world, { kind: 'officer', ...officer }),
    colleague: actingAs(world, { kind: 'officer', ...colleague }),
    now: () => clock.now(),
    wait: ({ days = 0, minutes = 0 }) => clock.set(clock.now().add({ hours: days * 24, minutes })),
    async confirm() {
      const code = await mailedCode(subject, requestId);
      const { ok } = await confirmAddress(subject, { requestId, code, network: 'demo' });
      if (!ok) throw new Error(`${reference}: the code that was mailed was refused`);
    },
  };
}

/** The code as its reader finds it in the mail. */
async function mailedCode(ctx: Ctx, requestId: string): Promise<string> {
  const [mail] = await ctx.db
    .select({ params: outboxMails.paramsSealed })
    .from(outboxMails)
    .where(and(eq(outboxMails.requestId, requestId), eq(outboxMails.kind, 'code')))
    .orderBy(desc(outboxMails.createdAt))
    .limit(1);
  const { code } = JSON.parse(ctx.vault.open(mail?.params ?? '', 'outbox_mails.params')) as { code: string };
  return code;
}
