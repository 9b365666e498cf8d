import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '#app/connectors/postgres.ts';
import { NORTHWIND_TABLES } from '#db/northwind/ddl.ts';
import { generateNorthwind } from '#db/northwind/generate.ts';
import { REAL_NAME_CASES } from '#db/northwind/generate-real-names.ts';
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

  it('knows real names in several scripts, and for mainland accounts each thing that a record can say', async () => {
    for (const script of ['^[A-Z .]{5}', '[가-힣]{2}', '[ء-ي]{3}', '[ぁ-んァ-ン]', '[一-龥]{2}'])
      expect(
        await count(`real_name_authentications where verified_name ~ '${script}'`),
        script,
      ).toBeGreaterThan(0);
    const { sameName, otherName, notCompleted, noRecord, anew, ended } = REAL_NAME_CASES;
    const of = async (id: string, what: string) =>
      count(`accounts a join real_name_authentications r using (account_id)
        where a.country = 'CN' and account_id = '${id}' and ${what}`);
    const same = `regexp_replace(r.verified_name, '[\u3000 ]', '', 'g') = a.full_name`;
    const stands = 'authenticated_at is not null and revoked_at is null';
    expect(await of(sameName, `${stands} and ${same}`)).toBe(1);
    expect(await of(sameName, 'r.verified_name = a.full_name')).toBe(0);
    expect(await of(otherName, `${stands} and not ${same}`)).toBe(1);
    expect(await of(notCompleted, 'authenticated_at is null')).toBe(1);
    expect(await of(noRecord, 'true')).toBe(0);
    expect(await of(anew, `${stands} and ${same}`)).toBe(1);
    expect(await of(anew, 'revoked_at is not null')).toBe(1);
    expect(await of(ended, stands)).toBe(0);
    expect(await of(ended, `revoked_at > authenticated_at and ${same}`)).toBe(1);
    expect(await count(`accounts where country = 'CN'`)).toBeGreaterThan(50);
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
