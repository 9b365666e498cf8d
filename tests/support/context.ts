import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import pino from 'pino';
import type { Actor } from '#app/services/actor.ts';
import { fixedClock } from '#app/services/clock.ts';
import type { Ctx } from '#app/services/context.ts';
import { NotFound } from '#app/services/errors.ts';
import type { ArtifactStorage } from '#app/services/storage.ts';
import { createVault } from '#app/services/vault.ts';
import type { Db } from '#db/client.ts';

/** The secret of every test's vault; a process that a test starts is handed it. */
export const TEST_SECRET = 'a test secret of more than thirty-two characters';

/** Keeps artifacts in memory: small files of one test. */
export function memoryStorage(): ArtifactStorage {
  const files = new Map<string, Uint8Array>();
  return {
    async write(key, source) {
      const parts: Uint8Array[] = [];
      for await (const part of source) parts.push(part);
      const whole = Buffer.concat(parts);
      files.set(key, whole);
      return { bytes: whole.byteLength, sha256: createHash('sha256').update(whole).digest('hex') };
    },
    async open(key) {
      const found = files.get(key);
      if (!found) throw new NotFound('artifact_not_found');
      return Readable.from([found]);
    },
    async remove(key) {
      files.delete(key);
    },
    async exists(key) {
      return files.has(key);
    },
    async *list() {},
    async isOurs() {
      return true;
    },
    async clearSpool() {
      return 0;
    },
  };
}

export interface TestContext {
  readonly ctx: Ctx;
  readonly clock: ReturnType<typeof fixedClock>;
  as(actor: Actor): Ctx;
}

/** A context on a test database with a clock that the test moves. */
export function testContext(db: Db, at = '2026-11-02T09:00:00Z'): TestContext {
  const clock = fixedClock(at);
  const ctx: Ctx = {
    db,
    clock,
    vault: createVault([TEST_SECRET]),
    storage: memoryStorage(),
    config: {
      publicUrl: 'http://127.0.0.1:3000',
      mailFrom: 'Privacy desk <privacy@localhost>',
      demo: true,
      dataDir: '/nonexistent',
      smtpUrl: undefined,
      connectAllow: [],
      transferLoopback: true,
    },
    log: pino({ level: 'silent' }),
    actor: { kind: 'anonymous' },
  };
  return { ctx, clock, as: (actor) => ({ ...ctx, actor }) };
}
