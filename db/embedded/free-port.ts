import { createServer } from 'node:net';

/**
 * Whether a TCP port can be listened on; 0 asks for any free one.
 * @returns the port, or the system's reason, e.g. `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`
 */
export function tryPort(port: number, host: string): Promise<{ port: number } | { refused: string }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ refused: error.code ?? error.message }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve({ port: address && typeof address === 'object' ? address.port : port }));
    });
  });
}

/** A free loopback port, the preferred one if possible. */
export async function freePort(preferred = 0): Promise<number> {
  const first = await tryPort(preferred, '127.0.0.1');
  if ('port' in first) return first.port;
  const any = await tryPort(0, '127.0.0.1');
  if ('port' in any) return any.port;
  throw new Error(`no free port on 127.0.0.1 (${any.refused})`);
}
