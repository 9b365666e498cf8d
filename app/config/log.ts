import { type Logger, pino } from 'pino';
import type { Env } from './env.ts';

/**
 * JSON lines on stderr (stdout is for data). Callers log ids, counts, names of things and failure summaries; the
 * redaction below is a net under them, not a licence.
 */
export function createLog(env: Pick<Env, 'logLevel'>, process: 'start' | 'web' | 'worker' | 'cli'): Logger {
  return pino(
    {
      level: env.logLevel,
      base: { process },
      redact: ['email', 'name', 'to', '*.email', '*.name', '*.to', 'headers', 'cookie', 'password', 'code'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
