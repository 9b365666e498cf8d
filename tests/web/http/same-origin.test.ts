import { describe, expect, test } from 'vitest';
import { ownOrigin } from '#app/web/http/own-origin.ts';
import { isSameOrigin } from '#app/web/http/same-origin.ts';

const OWN = 'https://privacy.example.org';

function request(method: string, headers: Record<string, string>): Request {
  return new Request(`${OWN}/track`, { method, headers });
}

describe('a request that may change something', () => {
  test.each<[string, Record<string, string>]>([
    ['our own form', { Origin: OWN, 'Sec-Fetch-Site': 'same-origin' }],
    ['our own form in an older browser', { Origin: OWN }],
    ['our own form sent without an Origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ])('is accepted from %s', (_, headers) => {
    expect(isSameOrigin(request('POST', headers), OWN)).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another site in an older browser', { Origin: 'https://evil.example' }],
    ['a neighbouring name', { Origin: 'https://shop.example.org', 'Sec-Fetch-Site': 'same-site' }],
    ['another port', { Origin: `${OWN}:8443` }],
    ['the same name without TLS', { Origin: 'http://privacy.example.org' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a page that contradicts itself', { Origin: OWN, 'Sec-Fetch-Site': 'cross-site' }],
    ['a program that says nothing', {}],
    ['an address bar without an Origin', { 'Sec-Fetch-Site': 'none' }],
  ])('is refused from %s', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      expect(isSameOrigin(request(method, headers), OWN), method).toBe(false);
    }
  });

  test('reading is open to everybody', () => {
    expect(isSameOrigin(request('GET', { Origin: 'https://evil.example' }), OWN)).toBe(true);
  });
});

describe('our own origin', () => {
  test('is the public one, whatever host a request names', () => {
    expect(ownOrigin(OWN, 'evil.example')).toBe(OWN);
    expect(ownOrigin(OWN, null)).toBe(OWN);
  });

  test('on this machine only, is any name of this machine', () => {
    const local = 'http://127.0.0.1:3000';
    expect(ownOrigin(local, 'localhost:3000')).toBe('http://localhost:3000');
    expect(ownOrigin(local, '[::1]:8080')).toBe('http://[::1]:8080');
    expect(ownOrigin(local, '127.0.0.1:3000')).toBe(local);
  });

  test('on this machine only, is no foreign name that was pointed here', () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', '', null]) {
      expect(ownOrigin('http://127.0.0.1:3000', host), String(host)).toBeUndefined();
    }
  });
});
