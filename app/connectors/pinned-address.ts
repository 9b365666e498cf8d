import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** One address of a host, as the resolver gave it. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

/** Why a host is not connected to: it has no address, or one that is not on the public internet. */
export class AddressRefused extends Error {
  readonly code: 'not_resolved' | 'address_not_allowed';

  constructor(code: AddressRefused['code'], host: string) {
    super(`${host}: ${code}, expected a host with addresses on the public internet`);
    this.name = 'AddressRefused';
    this.code = code;
  }
}

/**
 * Which networks may be reached besides the public internet: none, this machine's loopback, or any, for a host that an
 * administrator named.
 */
export type Reach = 'public' | 'loopback' | 'any';

/**
 * Resolves a host once and holds on to the answer, so that the address that was checked is the one that is connected to
 * whatever the name server says a moment later (DNS rebinding). One address that is not allowed bars them all.
 * @throws AddressRefused
 */
export async function pinAddress(
  host: string,
  reach: Reach,
  resolve: Resolve = (name) => lookup(name, { all: true, verbatim: true }),
): Promise<LookupFunction> {
  const found = await resolve(host.replace(/^\[|\]$/g, '')).catch(() => []);
  const [first] = found;
  if (!first) throw new AddressRefused('not_resolved', host);
  if (!found.every(({ address }) => isWithin(address, reach)))
    throw new AddressRefused('address_not_allowed', host);
  return (_host, options, answer) => {
    if (options.all) answer(null, [...found]);
    else answer(null, first.address, first.family);
  };
}

/** All that IANA gave out for the public internet; outside of it lie IPv4 addresses in old clothes, such as ::10.0.0.1. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** `unicast` is what is left once every reserved, private, shared, translated and multicast range is taken out. */
function isWithin(address: string, reach: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address inside an IPv6 one is judged as what it is.
  const judged = ipaddr.process(address);
  const range = judged.range();
  if (reach === 'any') return range !== 'unspecified' && range !== 'multicast' && range !== 'broadcast';
  if (range === 'loopback') return reach === 'loopback';
  return range === 'unicast' && (judged.kind() === 'ipv4' || judged.match(GLOBAL_IPV6));
}
