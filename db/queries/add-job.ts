import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';

export interface AddJobOptions {
  /** At most one waiting job bears a key; adding it again replaces the one that waits. */
  readonly jobKey?: string;
  /** ISO instant before which it does not run. */
  readonly runAt?: string;
  /** Tries before it rests as failed. Default 25. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queueName?: string;
  /** Waiting jobs of a smaller number run first. Default 0. */
  readonly priority?: number;
}

/**
 * Adds a job inside the caller's transaction: it exists when, and only when, the change does.
 * The payload holds ids only, never personal data: it stands unencrypted in the queue.
 */
export async function addJob(
  db: Db | Tx,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  options: AddJobOptions = {},
): Promise<void> {
  // Through text: a parameter typed json would be encoded a second time, into a string inside JSON.
  await db.execute(sql`
    select from graphile_worker.add_job(
      identifier => ${name},
      payload => ${JSON.stringify(payload)}::text::json,
      queue_name => ${options.queueName ?? null},
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? null}::int,
      job_key => ${options.jobKey ?? null},
      priority => ${options.priority ?? null}::int
    )`);
}
