import { allowedHost } from './allowed-host.ts';
import type { Reach } from './pinned-address.ts';

/** What an operator allows beyond the public internet. */
export interface EndpointRules {
  /** Hosts of `CONNECT_ALLOW`. */
  readonly connectAllow: readonly string[];
  /** For development and tests: plain HTTP to this machine. */
  readonly transferLoopback: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What is wrong with the address of a receiver; null when nothing is. */
export function endpointProblem(endpoint: string, rules: EndpointRules): string | null {
  const url = URL.parse(endpoint);
  if (!url) return 'is no address, expected https://host/path';
  if (url.username || url.password) return 'holds an account, expected the secret in tokenFrom';
  if (url.hash) return 'has a fragment, which is never sent';
  if (url.protocol === 'https:') return null;
  if (url.protocol === 'http:' && rules.transferLoopback && LOOPBACK.test(url.hostname)) return null;
  return 'expected https (plain http reaches this machine only, and only with TRANSFER_LOOPBACK=1)';
}

/**
 * Which networks a receiver's endpoint may lead to. A private one only where `CONNECT_ALLOW` names the host itself: `*`
 * and `*:5432` were said of data sources, not of strangers' servers.
 */
export function reachOf(endpoint: URL, { connectAllow, transferLoopback }: EndpointRules): Reach {
  const named = connectAllow.filter((entry) => !/^\*(:|$)/.test(entry));
  const port = Number(endpoint.port || (endpoint.protocol === 'https:' ? 443 : 80));
  if (named.length > 0 && allowedHost(endpoint.hostname, port, named)) return 'any';
  return transferLoopback ? 'loopback' : 'public';
}
