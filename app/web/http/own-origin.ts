const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin that a request counts as its own: the public one. A service that is public on this machine only answers
 * to every name of this machine, and to no other name: a page elsewhere whose name was pointed here (DNS rebinding)
 * gets `undefined`.
 */
export function ownOrigin(publicUrl: string, host: string | null): string | undefined {
  const { hostname, origin } = new URL(publicUrl);
  if (!LOOPBACK.test(hostname)) return origin;
  const asked = URL.parse(`http://${host ?? ''}`);
  return asked && LOOPBACK.test(asked.hostname) ? asked.origin : undefined;
}
