import { readEnv } from '#app/config/env.ts';
import { withSecretKeys } from '#app/config/secret-keys.ts';
import { readyDatabase } from '#app/start/database.ts';
import { seedWhenEmpty } from '#app/start/seed.ts';
import { OperatorError } from '#db/operator-error.ts';

/** `habeas seed`: fills an empty database with the demo organisation, as `npm start` does; prints who may sign in. */
export async function run(argv: string[]): Promise<number> {
  if (argv.length > 0) {
    process.stderr.write('usage: habeas seed\n');
    return 2;
  }
  const env = readEnv(process.env);
  if (!env.demo) throw new OperatorError('DEMO: is off, expected 1 to fill a database with invented people');
  const database = await readyDatabase(env);
  try {
    for (const { email, password, totpSecret } of await seedWhenEmpty(withSecretKeys(env), database)) {
      process.stdout.write(`OFFICER ${email} ${password} ${totpSecret}\n`);
    }
    return 0;
  } finally {
    await database.release();
  }
}
