import { randomUUID } from 'node:crypto';
import { type EntryDraft, parseEntry } from '#app/domain/audit/entry.ts';
import type { Tx } from '#db/client.ts';
import { type AddJobOptions, addJob } from '#db/queries/add-job.ts';
import { auditEntries, outboxMails } from '#db/schema/index.ts';
import { actorId } from './actor.ts';
import type { Ctx } from './context.ts';

/** A mail to be composed by the worker: its kind names the text, `params` hold the values. */
export interface MailDraft {
  /** Given by a change that keeps it beside what the mail is about; made up otherwise. */
  readonly id?: string;
  readonly kind: string;
  readonly locale: string;
  readonly to: string;
  readonly requestId?: string | null;
  readonly reference?: string | null;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** One transaction of a change: the change itself, its audit entries, its jobs and its mails. */
export interface Change {
  readonly db: Tx;
  audit(draft: EntryDraft): Promise<void>;
  enqueue(
    job: string,
    payload: Readonly<Record<string, string | number>>,
    options?: AddJobOptions,
  ): Promise<void>;
  mail(draft: MailDraft): Promise<void>;
}

/** A mail is tried for about two days (graphile-worker backs off by e^attempt seconds, capped) before it gives up. */
const MAIL_ATTEMPTS = 20;
/** A change of the policy is told to as many as there are customers: a code that somebody waits for goes before it. */
const AFTER_ALL_OTHERS = 10;

/** How the job that sends a mail is added. */
export function mailJob({ id, kind }: { readonly id: string; readonly kind: string }): AddJobOptions {
  const late = kind === 'policy_change' ? { priority: AFTER_ALL_OTHERS } : {};
  return { jobKey: `mail:${id}`, maxAttempts: MAIL_ATTEMPTS, ...late };
}

/**
 * Runs a change: everything done through `tx` commits together or not at all. Entries, mails and jobs are checked
 * when they are named and written together as the last statements of the transaction, so that a change costs few
 * round trips; a change whose audit entry cannot be written does not happen.
 */
export function change<T>(ctx: Ctx, work: (tx: Change) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (db) => {
    const pending: Pending = { entries: [], mails: [], jobs: [] };
    const result = await work(changeWithin(ctx, db, pending));
    await writePending(db, pending);
    return result;
  });
}

interface Pending {
  readonly entries: (typeof auditEntries.$inferInsert)[];
  readonly mails: (typeof outboxMails.$inferInsert)[];
  readonly jobs: {
    job: string;
    payload: Readonly<Record<string, string | number>>;
    options: AddJobOptions;
  }[];
}

/** Sent one behind the other without waiting: the driver pipelines them on the transaction's connection. */
async function writePending(db: Tx, { entries, mails, jobs }: Pending): Promise<void> {
  await Promise.all([
    entries.length > 0 ? db.insert(auditEntries).values(entries) : undefined,
    mails.length > 0 ? db.insert(outboxMails).values(mails) : undefined,
    ...jobs.map(({ job, payload, options }) => addJob(db, job, payload, options)),
  ]);
}

function changeWithin(ctx: Ctx, db: Tx, pending: Pending): Change {
  const enqueue: Change['enqueue'] = async (job, payload, options = {}) => {
    pending.jobs.push({ job, payload, options });
  };
  return {
    db,
    enqueue,
    async audit(draft) {
      const entry = parseEntry(draft);
      pending.entries.push({
        at: ctx.clock.now(),
        kind: entry.kind,
        actorKind: ctx.actor.kind,
        actorId: actorId(ctx.actor),
        requestId: entry.requestId ?? null,
        itemId: entry.itemId ?? null,
        data: entry.data,
      });
    },
    async mail(draft) {
      const id = draft.id ?? randomUUID();
      pending.mails.push({
        id,
        requestId: draft.requestId ?? null,
        kind: draft.kind,
        locale: draft.locale,
        toSealed: ctx.vault.seal(draft.to, 'outbox_mails.to'),
        paramsSealed: ctx.vault.seal(JSON.stringify(draft.params ?? {}), 'outbox_mails.params'),
        reference: draft.reference ?? null,
        messageId: `<${id}@${new URL(ctx.config.publicUrl).hostname}>`,
        createdAt: ctx.clock.now(),
      });
      await enqueue('send_mail', { mailId: id }, mailJob({ id, kind: draft.kind }));
    },
  };
}
