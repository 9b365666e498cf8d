import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '#app/connectors/postgres.ts';
import { NORTHWIND_TABLES } from '#db/northwind/ddl.ts';
import { generateNorthwind } from '#db/northwind/generate.ts';
import { bystander, CUSTOMERS, differentContactEmail, personas } from '#db/northwind/personas.ts';
import { seedNorthwind } from '#db/northwind/seed.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { northwindDatabase, northwindMap } from '#tests/support/northwind.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await northwindDatabase();
});
afterAll(() => database.drop());
const count = async (where: string) =>
  Number((await database.owner.sql.unsafe(`select count(*) as n from ${where}`))[0]?.n);

describe('the customer database of the demo organisation', () => {
  it('comes out the same each time', () => {
    expect(JSON.stringify(generateNorthwind())).toBe(JSON.stringify(generateNorthwind()));
  });

  it('holds 1,000 customers, rows in every table, and names in five scripts', async () => {
    expect(await count('accounts')).toBe(CUSTOMERS);
    for (const table of NORTHWIND_TABLES) expect(await count(table), table).toBeGreaterThan(0);
    for (const script of ['[A-Za-z]{3}', '[가-힣]{2}', '[ء-ي]{3}', '[ぁ-んァ-ン一-龥]', '[一-龥]{2}']) {
      expect(await count(`accounts where full_name ~ '${script}'`), script).toBeGreaterThan(50);
    }
  });

  it('uses no address outside the domains set aside for examples', async () => {
    const invented = "'@(example\\.(com|org)|northwind\\.example)$'";
    expect(await count(`accounts where email !~* ${invented}`)).toBe(0);
    expect(await count(`contacts where email !~* ${invented}`)).toBe(0);
    expect(await count(`ticket_messages where author_email !~* ${invented}`)).toBe(0);
    expect(await count(`enquiries where email !~* ${invented}`)).toBe(0);
  });

  it('has the people it promises', async () => {
    const shared = personas.sharedAddress.email;
    expect(await count(`accounts where lower(email) = lower('${shared}')`)).toBe(2);
    expect(await count(`accounts where email = '${differentContactEmail}'`)).toBe(0);
    expect(await count(`contacts where email = '${differentContactEmail}'`)).toBe(1);
    expect(await count(`accounts where email = '${bystander.email}'`)).toBe(0);
    expect(await count(`ticket_messages where author_email = '${bystander.email}'`)).toBe(2);
    expect(await count(`access_logs where account_id = '${personas.heavy.accountId}'`)).toBe(2_500);
    expect(await count(`enquiries where email = 'o''brien+tag@example.com'`)).toBeGreaterThanOrEqual(12);
  });

  it('fills itself once', async () => {
    const again = await seedNorthwind({ ownerUrl: database.ownerUrl, readerRole: 'habeas_app' });
    expect(again).toEqual({ seeded: false });
    expect(await count('accounts')).toBe(CUSTOMERS);
  });

  it('lets the reader read and not write', async () => {
    const { sql } = database.app;
    expect(await sql`select 1 from accounts limit 1`).toHaveLength(1);
    await expect(sql`update accounts set status = 'closed'`).rejects.toThrow('permission denied');
  });

  it('is described by its data map column by column', async () => {
    const connection = {
      key: 'northwind',
      url: database.appUrl,
      schema: 'public',
      statementTimeoutSeconds: 10,
    };
    const connector = postgresConnector(connection);
    expect(await connector.check((await northwindMap()).collections)).toEqual([]);
    await connector.close();
  });
});
