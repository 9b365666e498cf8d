import { expect, test } from 'vitest';
import { clientNetwork } from '#app/web/http/client-network.ts';

const none = new Headers();

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:12:34ff::1', '2001:db8:12:3400::/56'],
  ['2001:db8:12:3401:a:b:c:d', '2001:db8:12:3400::/56'],
  ['::1', '0:0:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  [undefined, 'unknown'],
  ['not an address', 'unknown'],
])('keeps of %s only its network', (address, network) => {
  expect(clientNetwork(address, none, false)).toBe(network);
});

const forwarded = new Headers({ 'X-Forwarded-For': '198.51.100.1, 192.0.2.9' });

test('a forwarded address is ignored unless a proxy of ours wrote it', () => {
  expect(clientNetwork('203.0.113.77', forwarded, false)).toBe('203.0.113.0/24');
});

test('behind our proxy the last forwarded address counts, not what the client claims before it', () => {
  expect(clientNetwork('10.0.0.1', forwarded, true)).toBe('192.0.2.0/24');
});
