import { isIPv4, isIPv6 } from 'node:net';

/** The last address in the header that our own proxy added; the ones before it are the client's word. */
function forwardedAddress(headers: Headers): string | undefined {
  return headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim() || undefined;
}

/**
 * The network that a request comes from, as the key of limits per network: the /24 of an IPv4 address, the /56 of an
 * IPv6 address (what a provider gives one household). Never the whole address: a limit does not need it.
 * @param trustProxy whether `X-Forwarded-For` was written by a proxy of ours
 */
export function clientNetwork(peer: string | undefined, headers: Headers, trustProxy: boolean): string {
  const address = (trustProxy ? forwardedAddress(headers) : undefined) ?? peer ?? '';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIPv6(plain)) return `${prefix56(plain)}::/56`;
  return 'unknown';
}

function prefix56(address: string): string {
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16));
  const kept = [...groups.slice(0, 3), (groups[3] ?? 0) & 0xff00];
  return kept.map((group) => group.toString(16)).join(':');
}
