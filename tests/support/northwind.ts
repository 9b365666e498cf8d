import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { DataMap } from '#app/domain/data-map/data-map.ts';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';
import { seedNorthwind } from '#db/northwind/seed.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** The demo organisation's customer database in a database of the test's own; few log rows unless the test measures. */
export async function northwindDatabase(heavyLogRows = 2_500): Promise<TestDatabase> {
  const database = await testDatabase();
  await seedNorthwind({ ownerUrl: database.ownerUrl, readerRole: 'habeas_app', heavyLogRows });
  return database;
}

/** The demo organisation's data map. */
export async function northwindMap(): Promise<DataMap> {
  const parsed = parseDataMap(parse(await readFile('db/northwind/datamap.yml', 'utf8')));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.map;
}
