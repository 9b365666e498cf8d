import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { fromBase32 } from './base32.ts';

/** RFC 6238 section 4.1; the default of every authenticator app. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one whose code is taken, as better-auth does: clocks differ. */
const TOLERANCE = 1;

/**
 * The time step that a code of an authenticator belongs to: the latest one, should it fit several.
 * @param secret base 32
 * @returns steps since 1970, or null when the code fits none that is taken now
 */
export function timeStepOf(secret: string, code: string, now: Temporal.Instant): number | null {
  const key = fromBase32(secret);
  const present = Math.floor(now.epochMilliseconds / 1000 / STEP_SECONDS);
  const given = Buffer.from(code);
  for (let step = present + TOLERANCE; step >= present - TOLERANCE; step--) {
    const expected = Buffer.from(codeAt(key, step));
    if (given.length === expected.length && timingSafeEqual(given, expected)) return step;
  }
  return null;
}

/** RFC 4226 section 5.3: dynamic truncation. */
function codeAt(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}
