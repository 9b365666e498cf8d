import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets work end on a beat only: after `beat` milliseconds, or the next multiple of it. So nobody can tell from the
 * clock whether a reference was known, a code right or a mail sent; refusals wait as long as successes.
 */
export async function inEqualTime<T>(beat: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const spent = performance.now() - start;
    const beats = Math.max(1, Math.ceil(spent / beat));
    await sleep(beats * beat - spent);
  }
}
