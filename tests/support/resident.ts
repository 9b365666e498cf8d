import { readFileSync } from 'node:fs';

/** Megabytes of memory that a process holds now (Linux). */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1000;
}

/** Megabytes that a process grows at most while the work runs, sampled every 20 ms. */
export async function growthDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; megabytes: number }> {
  const before = residentMegabytes(pid);
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid));
  }, 20);
  try {
    const result = await work();
    return { result, megabytes: most - before };
  } finally {
    clearInterval(sampling);
  }
}
