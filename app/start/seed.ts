import { hkdfSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Env } from '#app/config/env.ts';
import { createLog } from '#app/config/log.ts';
import { openBaseContext } from '#app/services/base-context.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { type CustomerDatabase, customerDatabaseBeside } from '#db/customer-database.ts';
import { OperatorError } from '#db/operator-error.ts';
import type { ReadyDatabase } from './database.ts';

const demoPerson = z.object({ email: z.string(), password: z.string(), totpSecret: z.string() });
const demoPeople = z.array(demoPerson);
export type DemoPerson = z.infer<typeof demoPerson>;

/** What `seedDemo` of `db/seed/index.ts` is handed, at each start of a demo. */
export interface SeedOptions {
  /** Acts as the system, on the application's role. */
  ctx: Ctx;
  /** The demo customer's own database: its owner to fill it, its reader for the connection that Habeas uses. */
  northwind: CustomerDatabase;
  /** Keeps who may sign in; to be called before the people are committed, since the database holds hashes only. */
  remember: (people: DemoPerson[]) => void;
}

/**
 * Fills an empty database with the demo organisation; a filled one only learns the present address of the demo
 * customer's database, whose port can change. Interrupted, it is completed by the next start.
 */
export type SeedDemo = (options: SeedOptions) => Promise<void>;

/** @returns the people of the demo; none when the database was filled by somebody else */
export async function seedWhenEmpty(env: Env, database: ReadyDatabase): Promise<DemoPerson[]> {
  const file = path.join(env.dataDir, 'demo-people.json');
  const northwind = await customerDatabase(env, database);
  const { ctx, close } = await openBaseContext(
    { ...env, databaseUrl: database.url },
    createLog(env, 'start'),
    4,
  );
  try {
    const { seedDemo } = await seedModule();
    await seedDemo({
      ctx: actingAs(ctx, { kind: 'system', name: 'seed' }),
      northwind,
      remember: (people) => {
        mkdirSync(env.dataDir, { recursive: true, mode: 0o711 });
        writeFileSync(file, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
      },
    });
    return existsSync(file) ? demoPeople.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  } finally {
    await close();
  }
}

async function customerDatabase(env: Env, { embedded }: ReadyDatabase): Promise<CustomerDatabase> {
  if (embedded) {
    return {
      ownerUrl: embedded.url('northwind_owner'),
      readerUrl: embedded.url('northwind_reader'),
      readerRole: 'northwind_reader',
    };
  }
  if (!env.databaseAdminUrl) {
    throw new OperatorError(
      'DATABASE_ADMIN_URL: is not set, expected the role that makes the demo on an outside database, or DEMO=0',
    );
  }
  const password = hkdfSync('sha256', env.secretKeys[0] ?? '', 'habeas', 'northwind-reader', 24);
  return customerDatabaseBeside(env.databaseAdminUrl, Buffer.from(password).toString('base64url'));
}

async function seedModule(): Promise<{ seedDemo: SeedDemo }> {
  const file = path.resolve(import.meta.dirname, '../../db/seed/index.ts');
  return existsSync(file) ? import(file) : { seedDemo: async () => {} };
}
