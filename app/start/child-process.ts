import { OperatorError } from '#db/operator-error.ts';

/** What web and worker tell the start over IPC. */
export interface ChildMessage {
  type: 'ready';
  /** Where the web process listens. */
  url?: string;
}

/** Says that the process serves; without a parent (run by hand) nobody listens. */
export function tellReady(url?: string): void {
  process.send?.({ type: 'ready', ...(url ? { url } : {}) } satisfies ChildMessage);
}

/**
 * Ends the process when asked (SIGTERM, SIGINT) or when the parent is gone, so that a killed start leaves nothing
 * behind that holds the port.
 * @param stop closes what is open; after `limit` milliseconds the process ends regardless
 */
export function stopWithParent(stop: () => Promise<void>, limit = 8_000): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), limit).unref();
    try {
      await stop();
      process.exit(0);
    } catch {
      process.exit(1);
    }
  };
  process.on('SIGTERM', end);
  // A terminal sends Ctrl-C to all of us; the start then sends SIGTERM in its own order.
  process.on('SIGINT', () => {
    if (!process.connected) void end();
  });
  process.on('disconnect', end);
}

/** Ends a process over a failure: the operator's kind as one line, any other with its stack. */
export function fail(error: unknown): never {
  const reason = error instanceof OperatorError ? error.message : ((error as Error)?.stack ?? String(error));
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
