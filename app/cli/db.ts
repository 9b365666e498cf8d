import { parseArgs } from 'node:util';
import { readEnv } from '#app/config/env.ts';
import { runningUrl } from '#db/embedded/embedded-server.ts';
import { OperatorError } from '#db/operator-error.ts';

const roles = {
  app: { embedded: 'habeas_app', variable: 'DATABASE_URL', of: 'databaseUrl' },
  owner: { embedded: 'habeas_owner', variable: 'DATABASE_ADMIN_URL', of: 'databaseAdminUrl' },
} as const;

const usage = 'usage: habeas db url --role app|owner\n';

/** `habeas db url --role app|owner`: the address of the database that runs now, for psql and the like. */
export async function run(argv: string[]): Promise<number> {
  const role = roleOf(argv);
  if (!role) {
    process.stderr.write(usage);
    return 2;
  }
  const env = readEnv(process.env, { secretKey: 'optional' });
  const { embedded, variable, of } = roles[role];
  const url = env.databaseUrl ? env[of] : runningUrl(env.dataDir, embedded);
  if (!url) {
    throw new OperatorError(
      env.databaseUrl
        ? `${variable}: is not set, expected the address of role ${role}`
        : `DATA_DIR: no server runs in ${env.dataDir}, expected "npm start" to be running`,
    );
  }
  process.stdout.write(`${url}\n`);
  return 0;
}

function roleOf(argv: string[]): keyof typeof roles | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      options: { role: { type: 'string', default: 'app' } },
      allowPositionals: true,
    });
    const known = Object.hasOwn(roles, values.role) ? (values.role as keyof typeof roles) : undefined;
    return positionals.length === 1 && positionals[0] === 'url' ? known : undefined;
  } catch {
    return undefined;
  }
}
