/**
 * Whether `CONNECT_ALLOW` lets a connection that an administrator made reach this host. Entries: `host`, `host:port`,
 * `*.example.org`, `*`. Without entries only this machine may be reached.
 */
export function allowedHost(host: string, port: number, allow: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (allow.length === 0) return ['localhost', '127.0.0.1', '::1'].includes(name);
  return allow.some((entry) => {
    const [, wanted = '', wantedPort] =
      /^(\[[^\]]+\]|[^:]+|[^[\]]*:[^[\]]*:[^[\]]*)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (wantedPort && Number(wantedPort) !== port) return false;
    const pattern = wanted.replace(/^\[|\]$/g, '');
    return (
      pattern === '*' || pattern === name || (pattern.startsWith('*.') && name.endsWith(pattern.slice(1)))
    );
  });
}
