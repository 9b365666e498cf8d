/**
 * Flags of Node for the worker. It lets rows pass by and keeps few of them, but the collector takes that for growth: at
 * 800,000 rows 470 MB were resident of which 60 MB were alive, and 190 MB with these. Whoever starts `entry.worker.ts`
 * by hand can give the same.
 */
export const WORKER_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=20'];
