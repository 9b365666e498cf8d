import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '#app/services/context.ts';
import { type Filing, fileRequest } from '#app/services/requests/file-request.ts';
import { type CodePurpose, outboxMails, requestItems, requests } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';

/** A request with its subject, as tests of the subject's side need it. */
export interface FiledCase {
  readonly requestId: string;
  readonly reference: string;
  readonly email: string;
  /** The browser that filed it. */
  readonly subject: Ctx;
}

export interface SubjectSide {
  readonly base: TestDatabase;
  readonly ctx: Ctx;
  readonly clock: ReturnType<typeof testContext>['clock'];
  readonly as: ReturnType<typeof testContext>['as'];
  file(part?: Partial<Filing>): Promise<FiledCase>;
  request(requestId: string): Promise<typeof requests.$inferSelect>;
  items(requestId: string): Promise<(typeof requestItems.$inferSelect)[]>;
  /** The newest code that was mailed for a purpose; null when none was. */
  code(requestId: string, purpose: CodePurpose, to?: string): Promise<string | null>;
  mails(requestId: string, kind: string): Promise<Record<string, unknown>[]>;
}

/** The subject's side on a database of its own. */
export async function subjectSide(at?: string): Promise<SubjectSide> {
  const base = await testDatabase();
  const { ctx, clock, as } = testContext(base.app.db, at);
  const mails: SubjectSide['mails'] = async (requestId, kind) => {
    const rows = await ctx.db
      .select()
      .from(outboxMails)
      .where(and(eq(outboxMails.requestId, requestId), eq(outboxMails.kind, kind)))
      .orderBy(desc(outboxMails.createdAt));
    return rows.map(({ paramsSealed, toSealed }) => ({
      ...JSON.parse(ctx.vault.open(paramsSealed ?? '', 'outbox_mails.params')),
      to: ctx.vault.openOptional(toSealed, 'outbox_mails.to'),
    }));
  };
  return {
    base,
    ctx,
    clock,
    as,
    mails,
    async file(part = {}) {
      const filing = aFiling(part);
      const { requestId, reference } = await fileRequest(ctx, filing);
      const subject = as({ kind: 'subject', requestId, scope: 'filed' });
      return { requestId, reference, email: filing.email, subject };
    },
    async request(requestId) {
      const [row] = await ctx.db.select().from(requests).where(eq(requests.id, requestId));
      if (!row) throw new Error(`no request ${requestId}`);
      return row;
    },
    items: (requestId) =>
      ctx.db
        .select()
        .from(requestItems)
        .where(eq(requestItems.requestId, requestId))
        .orderBy(requestItems.ordinal),
    async code(requestId, purpose, to) {
      const found = (await mails(requestId, 'code')).filter((mail) => mail.purpose === purpose);
      const last = to ? found.find((mail) => mail.to === to) : found[0];
      return (last?.code as string | undefined) ?? null;
    },
  };
}

/** A code that is surely another one. */
export function otherThan(code: string | null): string {
  return code === '000000' ? '000001' : '000000';
}
