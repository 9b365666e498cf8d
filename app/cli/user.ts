import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { ServiceError } from '#app/services/errors.ts';
import { createPerson, type NewPerson } from '#app/services/people/create-person.ts';
import { OperatorError } from '#db/operator-error.ts';
import { withDatabase } from './with-database.ts';

const USAGE =
  'usage: habeas user add --email ADDRESS --role officer|administrator|auditor [--name NAME] --password-stdin\n';

/**
 * `habeas user add`: lets somebody sign in at the desk. The password comes on stdin, so that no list of processes
 * shows it. Prints the secret of the second factor once: `OFFICER`'s counterpart outside the demo.
 */
export async function run(argv: string[]): Promise<number> {
  const asked = argumentsOf(argv);
  if (!asked) {
    process.stderr.write(USAGE);
    return 2;
  }
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  return withDatabase('user', async (ctx) => {
    try {
      const { email, totpSecret, totpUri } = await createPerson(ctx, { ...asked, password } as NewPerson);
      process.stdout.write(`ADDED ${email}\nTOTP ${totpSecret}\nURI ${totpUri}\n`);
      process.stderr.write('The secret of the second factor is shown this once.\n');
      return 0;
    } catch (error) {
      throw new OperatorError(reasonOf(error, asked.email));
    }
  });
}

function argumentsOf(argv: string[]): { email: string; role: string; name: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        role: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    });
    const { email, role, name } = values;
    const complete = positionals.join() === 'add' && values['password-stdin'] && email && role;
    return complete ? { email, role, name: name ?? email.split('@')[0] ?? email } : undefined;
  } catch {
    return undefined;
  }
}

const EXPECTED: Record<string, string> = {
  email: 'an e-mail address',
  role: 'officer, administrator or auditor',
  password: '12 to 128 characters',
  name: '1 to 200 characters',
};

function reasonOf(error: unknown, email: string): string {
  if (error instanceof ServiceError && error.code === 'email_taken')
    return `--email: ${email} has an account already, expected another address`;
  if (error instanceof ZodError) {
    const field = String(error.issues[0]?.path[0]);
    return `--${field}: not accepted, expected ${EXPECTED[field] ?? 'another value'}`;
  }
  throw error;
}
