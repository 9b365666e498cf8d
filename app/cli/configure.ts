import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Conflict, Invalid } from '#app/services/errors.ts';
import {
  type Configuration,
  configureOrganisation,
} from '#app/services/organisation/configure-organisation.ts';
import { OperatorError } from '#db/operator-error.ts';
import { withDatabase } from './with-database.ts';

const USAGE = 'usage: habeas configure FILE\n';

/**
 * `habeas configure FILE`: sets an installation up from a YAML file: `organisation`, `controllers`, `services`,
 * `connections`, `receivers` and `dataMap` (a path beside the file). A connection names the environment variable that
 * holds its address (`urlFrom`), a receiver the one that holds its bearer secret (`tokenFrom`), so that no password
 * stands in the file. Safe to run again after a change.
 */
export async function run(argv: string[]): Promise<number> {
  const [file, ...more] = argv;
  if (!file || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const wanted = await readConfiguration(file);
  return withDatabase('configure', async (ctx) => {
    try {
      const done = await configureOrganisation(ctx, wanted);
      process.stdout.write(
        `CONFIGURED controllers=${done.controllers} services=${done.services} connections-changed=${done.connectionsChanged} receivers-changed=${done.receiversChanged} datamap=${done.dataMapChanged ? 'changed' : 'unchanged'}\n`,
      );
      return 0;
    } catch (error) {
      throw new OperatorError(reasonOf(error, file));
    }
  });
}

const fileShape = z.looseObject({
  connections: z
    .array(z.looseObject({ key: z.string(), kind: z.string(), urlFrom: z.string().optional() }))
    .optional(),
  receivers: z.array(z.looseObject({ id: z.string(), tokenFrom: z.string().optional() })).optional(),
  dataMap: z.string().optional(),
});

async function readConfiguration(file: string): Promise<Configuration> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`${file}: cannot be read, expected a configuration in YAML`);
  });
  const shape = fileShape.safeParse(readYaml(text, file));
  if (!shape.success) throw new OperatorError(reasonOf(shape.error, file));
  const { connections = [], receivers = [], dataMap, ...rest } = shape.data;
  return {
    ...rest,
    connections: connections.map(withAddress),
    receivers: receivers.map(({ tokenFrom, ...receiver }) => ({
      ...receiver,
      token: secretIn(tokenFrom, `receivers ${receiver.id}: tokenFrom`, 'its bearer secret'),
    })),
    ...(dataMap === undefined ? {} : { dataMap: await readBeside(file, dataMap) }),
  } as Configuration;
}

function readYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new OperatorError(`${file}: ${(error as Error).message.split('\n')[0]}, expected YAML`);
  }
}

function withAddress({
  urlFrom,
  ...connection
}: {
  key: string;
  kind: string;
  urlFrom?: string | undefined;
}) {
  if (connection.kind === 'manual') return connection;
  const { key, kind, ...more } = connection;
  const url = secretIn(urlFrom, `connections ${key}: urlFrom`, 'the address');
  return { key, kind, config: { ...more, url } };
}

/** What stands in the environment variable that a file names at a place. */
function secretIn(variable: string | undefined, place: string, what: string): string {
  const found = process.env[variable ?? ''];
  if (found) return found;
  // What is no name was put there by mistake, and is likely the secret itself: these lines end up in logs.
  const shown = /^[A-Z_][A-Z0-9_]*$/.test(variable ?? 'NONE')
    ? JSON.stringify(variable ?? null)
    : 'a value that is kept secret';
  throw new OperatorError(`${place} names ${shown}, expected an environment variable that holds ${what}`);
}

function readBeside(file: string, dataMap: string): Promise<string> {
  const place = path.resolve(path.dirname(file), dataMap);
  return readFile(place, 'utf8').catch(() => {
    throw new OperatorError(`${place}: cannot be read, expected the data map that ${file} names`);
  });
}

function reasonOf(error: unknown, file: string): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return `${file} ${issue?.path.join('.') || '(whole)'}: ${issue?.message}`;
  }
  if (error instanceof Invalid && error.code === 'endpoint_not_allowed')
    return `${file} receivers ${String(error.details.receiver)}: the endpoint ${String(error.details.problem)}`;
  if (error instanceof Invalid) return `${file} dataMap: ${JSON.stringify(error.details.problem)}`;
  if (error instanceof Conflict)
    return 'the database holds the demo organisation; expected a database of its own (another DATA_DIR or DATABASE_URL)';
  throw error;
}
