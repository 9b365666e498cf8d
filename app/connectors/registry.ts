import { z } from 'zod';
import { allowedHost } from './allowed-host.ts';
import { type Connector, ConnectorError } from './connector.ts';
import { manualTaskConnector, type Supplied } from './manual-task.ts';
import { postgresConnector } from './postgres.ts';

/** What an administrator fills in for a connection, by kind; stored sealed. */
export const CONNECTION_CONFIGS = {
  postgres: z.strictObject({
    url: z.url({ protocol: /^postgres(ql)?$/ }),
    schema: z.string().min(1).max(63).default('public'),
    statementTimeoutSeconds: z.int().min(1).max(3600).default(120),
  }),
  manual: z.strictObject({}),
} as const;

export type ConnectionKind = keyof typeof CONNECTION_CONFIGS;
export const CONNECTION_KINDS = Object.keys(CONNECTION_CONFIGS) as ConnectionKind[];

export type OpenConnector = {
  readonly key: string;
  readonly kind: ConnectionKind;
  readonly config: unknown;
};

/** What connectors need of the world. */
export type ConnectorWorld = { readonly connectAllow: readonly string[]; readonly supplied: Supplied };

/**
 * Opens the connector of a connection; nothing is connected before the first read.
 * @throws ConnectorError when `CONNECT_ALLOW` does not name its host; z.ZodError for a malformed configuration
 */
export function openConnector({ key, kind, config }: OpenConnector, world: ConnectorWorld): Connector {
  if (kind === 'manual') return manualTaskConnector(world.supplied);
  const parsed = CONNECTION_CONFIGS.postgres.parse(config);
  const url = new URL(parsed.url);
  const port = url.port === '' ? 5432 : Number(url.port);
  if (!allowedHost(url.hostname, port, world.connectAllow)) {
    throw new ConnectorError('not_allowed', key, `CONNECT_ALLOW does not name ${url.hostname}:${port}`);
  }
  return postgresConnector({ key, ...parsed });
}
