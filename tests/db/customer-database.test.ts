import { expect, inject, test } from 'vitest';
import { connect } from '#db/client.ts';
import { customerDatabaseBeside } from '#db/customer-database.ts';
import { testDatabase } from '#tests/support/database.ts';

test('on an outside server the demo customer gets a database and a reader of its own, again and again', async () => {
  const { superuser } = inject('postgres');
  await customerDatabaseBeside(superuser, 'first-password');
  const { ownerUrl, readerUrl } = await customerDatabaseBeside(superuser, 'second-password');
  const owner = connect(ownerUrl, { max: 1 });
  const reader = connect(readerUrl, { max: 1 });
  await owner`create table if not exists things (id int)`;
  expect(await reader`select current_database() as name from (select 1) as one`).toEqual([
    { name: 'northwind' },
  ]);
  expect(await reader`select * from things`).toHaveLength(0);
  await expect(reader`insert into things values (1)`).rejects.toMatchObject({ code: '42501' });
  await owner`drop table things`;
  await Promise.all([owner.end(), reader.end()]);
});

test('a role that may not make it is named, with what it lacks', async () => {
  const database = await testDatabase();
  await expect(customerDatabaseBeside(database.ownerUrl, 'password')).rejects.toThrow(
    /^DATABASE_ADMIN_URL: role "habeas_owner" may not make .* expected CREATEDB and CREATEROLE/,
  );
  await database.drop();
});
