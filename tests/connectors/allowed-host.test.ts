import { describe, expect, it } from 'vitest';
import { allowedHost } from '#app/connectors/allowed-host.ts';
import { openConnector } from '#app/connectors/registry.ts';

describe('CONNECT_ALLOW', () => {
  it.each([
    ['localhost', 5432, [], true],
    ['::1', 5432, [], true],
    ['db.internal', 5432, [], false],
    ['db.internal', 5432, ['db.internal'], true],
    ['DB.internal', 5432, ['db.INTERNAL'], true],
    ['db.internal', 5433, ['db.internal:5432'], false],
    ['db.internal', 5432, ['db.internal:5432'], true],
    ['db.internal.evil.example', 5432, ['db.internal'], false],
    ['a.db.internal', 5432, ['*.db.internal'], true],
    ['db.internal', 5432, ['*.db.internal'], false],
    ['xdb.internal', 5432, ['*.db.internal'], false],
    ['anything', 1, ['*'], true],
    ['[2001:db8::1]', 5432, ['[2001:db8::1]:5432'], true],
    ['localhost', 5432, ['db.internal'], false],
  ])('lets %s:%i through %j: %s', (host, port, allow, expected) => {
    expect(allowedHost(host, port, allow)).toBe(expected);
  });

  it('refuses a connection to another host before anything is connected', () => {
    const open = () =>
      openConnector(
        { key: 'crm', kind: 'postgres', config: { url: 'postgres://u:p@10.0.0.9:5433/x' } },
        { connectAllow: [], supplied: async () => undefined },
      );
    expect(open).toThrow('crm: CONNECT_ALLOW does not name 10.0.0.9:5433');
  });
});
