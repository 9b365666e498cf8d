import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '#db/operator-error.ts';
import { parseStorageUrl, STORAGE_URL_FORM } from './storage-url.ts';

const secrets = new Set(['SECRET_KEY', 'DATABASE_URL', 'DATABASE_ADMIN_URL', 'SMTP_URL', 'STORAGE_URL']);
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const url = (expectation: string, ...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
    error: expectation,
    abort: true,
  });

const flag = z
  .enum(['0', '1', 'false', 'true'], '0 or 1')
  .transform((value) => value === '1' || value === 'true');

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const postgresUrl = url(
  'an address like postgres://role:password@host:5432/database',
  'postgres:',
  'postgresql:',
).refine(
  (value) => URL.parse(value)?.username,
  'an address that names its role, postgres://role:password@...',
);

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'a whole number from 1 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'a host name or an IP address to listen on')
    .default('127.0.0.1'),
  PUBLIC_URL: url('an address like https://privacy.example.org', 'http:', 'https:')
    .refine(
      (value) => new URL(value).pathname === '/' && !/[?#@]/.test(value),
      'an address without path or account',
    )
    .transform((value) => new URL(value).origin)
    .optional(),
  DATA_DIR: z
    .string()
    .transform((value) => path.resolve(value))
    .default(() => path.resolve('.data')),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
  SMTP_URL: url('an address like smtps://account:password@host:465', 'smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'an address like Privacy <privacy@example.org>',
    )
    .default('Privacy desk <privacy@localhost>'),
  STORAGE_URL: z
    .string()
    .refine((value) => parseStorageUrl(value) !== undefined, STORAGE_URL_FORM)
    .optional(),
  SECRET_KEY: list
    .refine(
      (keys) => keys.length > 0 && keys.every((key) => key.length >= 32),
      'one or several keys of at least 32 characters, separated by commas (make one with: openssl rand -base64 32)',
    )
    .optional(),
  TRUST_PROXY: flag.default(false),
  CONNECT_ALLOW: list
    .refine(
      (hosts) => hosts.every((host) => /^[\w.:*/[\]-]+$/.test(host)),
      'host names, host:port or address ranges, separated by commas',
    )
    .default([]),
  TRANSFER_LOOPBACK: flag.default(false),
  DEMO: flag.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
});

/** The settings of a process, parsed once. Addresses may hold passwords: never log this object. */
export interface Env {
  port: number;
  host: string;
  /** Origin under which people reach us, without a trailing slash. */
  publicUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Role `habeas_app`; unset means the embedded server. */
  databaseUrl: string | undefined;
  /** Owner of the tables; for migrations only. */
  databaseAdminUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** See `parseStorageUrl` for its forms. */
  storageUrl: string | undefined;
  /** First one writes, all of them read. Empty in demo until `withSecretKeys` has made one. */
  secretKeys: string[];
  trustProxy: boolean;
  connectAllow: string[];
  /** For development and tests: packages may be sent by plain HTTP to a receiver on this machine. */
  transferLoopback: boolean;
  demo: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/**
 * Reads the environment; an empty value counts as unset.
 * @param needs what opens no sealed value (migrations) does without the key
 * @throws OperatorError naming variable, value, expectation
 */
export function readEnv(
  source: Record<string, string | undefined>,
  needs: { secretKey: 'required' | 'optional' } = { secretKey: 'required' },
): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new OperatorError(wrong(name, given[name], issue?.message ?? 'another value'));
  }
  const v = parsed.data;
  const demo = v.DEMO ?? !(v.DATABASE_URL || v.SMTP_URL || v.STORAGE_URL || v.PUBLIC_URL);
  if (demo && !loopback.test(v.HOST)) {
    throw new OperatorError(
      wrong(
        'HOST',
        v.HOST,
        'a loopback address in demo (127.0.0.1, ::1, localhost); set DEMO=0 to serve others',
      ),
    );
  }
  if (!demo && !v.SECRET_KEY && needs.secretKey === 'required') {
    throw new OperatorError(
      'SECRET_KEY: is not set, expected one or several keys of at least 32 characters when DEMO is off (make one with: openssl rand -base64 32)',
    );
  }
  return {
    port: v.PORT,
    host: v.HOST,
    publicUrl: v.PUBLIC_URL ?? `http://${v.HOST.includes(':') ? `[${v.HOST}]` : v.HOST}:${v.PORT}`,
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    databaseAdminUrl: v.DATABASE_ADMIN_URL,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    storageUrl: v.STORAGE_URL,
    secretKeys: v.SECRET_KEY ?? [],
    trustProxy: v.TRUST_PROXY,
    connectAllow: v.CONNECT_ALLOW,
    transferLoopback: v.TRANSFER_LOOPBACK,
    demo,
    logLevel: v.LOG_LEVEL,
  };
}

function wrong(name: string, value: string | undefined, expectation: string): string {
  const shown = secrets.has(name) ? 'a value that is kept secret' : JSON.stringify(value?.slice(0, 100));
  return `${name}: got ${shown}, expected ${expectation}`;
}
