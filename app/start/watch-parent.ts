import { spawnSync } from 'node:child_process';
import { isAlive } from '#db/embedded/is-alive.ts';

/**
 * Under npm, npm is what people stop. A signal that it cannot pass on (kill -9), or that ends only the shell between
 * npm and us, would leave us behind with the port; so when one of them is gone, we go too. Started by hand
 * (`node app/entry.start.ts &`), a shell that ends means nothing.
 */
export function watchParent(onGone: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const { name, ppid } = lineOf(parent);
  const npm = /^(.*\/)?(sh|dash|bash|ash)$/.test(name) ? ppid : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return;
    clearInterval(timer);
    onGone();
  }, 200);
  timer.unref();
}

function lineOf(pid: number): { name: string; ppid: number | undefined } {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  const [, ppid, name] = /^\s*(\d+)\s+(.*\S)/.exec(stdout ?? '') ?? [];
  return { name: name ?? '', ppid: ppid ? Number(ppid) : undefined };
}
