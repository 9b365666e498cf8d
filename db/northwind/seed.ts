import postgres from 'postgres';
import { NORTHWIND_TABLES, northwindDdl } from './ddl.ts';
import { generateNorthwind, REFERENCE_DATE } from './generate.ts';
import { HEAVY_LOG_ROWS, personas } from './personas.ts';

export { northwindDdl } from './ddl.ts';
export { bystander, differentContactEmail, personas } from './personas.ts';

export type SeedNorthwind = {
  /** A role that may create tables in the database the URL names. */
  readonly ownerUrl: string;
  /** An existing role that gets SELECT on everything and nothing else. */
  readonly readerRole: string;
  /** Log rows of the heavy customer; smaller in tests that do not measure. */
  readonly heavyLogRows?: number;
};

/**
 * Makes and fills the customer database; does nothing but the grants when it is filled already. One transaction, so a
 * broken start leaves nothing half-made.
 */
export async function seedNorthwind(options: SeedNorthwind): Promise<{ readonly seeded: boolean }> {
  const sql = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql.begin(async (tx) => {
      await tx.unsafe(northwindDdl);
      const [present] = await tx`select 1 from accounts limit 1`;
      if (!present) await fill(tx, options.heavyLogRows ?? HEAVY_LOG_ROWS);
      await tx`grant usage on schema public to ${tx(options.readerRole)}`;
      await tx`grant select on all tables in schema public to ${tx(options.readerRole)}`;
      return { seeded: !present };
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function fill(tx: postgres.TransactionSql, heavyLogRows: number): Promise<void> {
  const tables = generateNorthwind();
  for (const table of NORTHWIND_TABLES) {
    const rows = tables[table];
    if (rows.length === 0) continue;
    const json = tx.json(rows as postgres.JSONValue);
    await tx`insert into ${tx(table)} select * from json_populate_recordset(null::${tx(table)}, ${json}::json)`;
  }
  await fillAccessLogs(tx, heavyLogRows);
  await tx`analyze`;
}

/** Made where they are stored: 200,000 rows travel slower than they are computed. */
async function fillAccessLogs(tx: postgres.TransactionSql, heavyLogRows: number): Promise<void> {
  await tx`
    insert into access_logs
    select row_number() over (order by a.account_id, n), a.account_id,
           ${REFERENCE_DATE}::timestamptz - make_interval(mins => n * 7 + length(a.email)),
           ('2001:db8::' || to_hex(n % 65535))::inet,
           'Mozilla/5.0 (invented) Northwind/' || (n % 40),
           (array['GET','GET','GET','POST'])[1 + n % 4],
           '/workspaces/' || md5(a.account_id || n) || '/files/' || n,
           (array[200,200,200,304,404])[1 + n % 5],
           (n::bigint * 7919) % 100000
    from accounts a
    cross join lateral generate_series(1, case
      when a.account_id = ${personas.heavy.accountId} then ${heavyLogRows}::int
      when a.account_id = ${personas.sparse.accountId} then 0
      else 20 end) n`;
}
