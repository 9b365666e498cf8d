import { describe, expect, it } from 'vitest';
import { settleSubject } from '#app/domain/data-map/settle-subject.ts';

const address = { kind: 'email' as const, value: 'Household@example.com' };
const account = { kind: 'account_id' as const, value: 'NW-3' };
const matchedBy = (...kinds: ('email' | 'account_id')[]) =>
  kinds.map((kind) => ({ kind, value: kind === 'email' ? 'household@example.com' : 'NW-3' }));
const record = (key: string, ...kinds: ('email' | 'account_id')[]) => ({
  source: 'shop/people',
  key,
  matched: matchedBy(...kinds),
});

describe('several records behind one address', () => {
  it('are an ambiguous match while only the address is proven', () => {
    const candidates = [record('NW-3', 'email'), record('NW-4', 'email')];
    expect(settleSubject([address], candidates)).toEqual({
      kind: 'ambiguous-match',
      source: 'shop/people',
      candidates,
    });
  });

  it('are settled by a proven account, and the shared address then seeds nothing', () => {
    const candidates = [record('NW-3', 'email', 'account_id'), record('NW-4', 'email')];
    expect(settleSubject([address, account], candidates)).toEqual({
      kind: 'settled',
      seeds: [account],
      shared: [address],
    });
  });

  it('are no question when the address leads to one record, or to none', () => {
    expect(settleSubject([address], [record('NW-3', 'email')])).toMatchObject({
      seeds: [address],
      shared: [],
    });
    expect(settleSubject([address], [])).toMatchObject({ kind: 'settled', seeds: [address] });
  });

  it('keeps a proven address from seeding when it belongs to a record other than the proven account', () => {
    const candidates = [record('NW-3', 'account_id'), record('NW-4', 'email')];
    expect(settleSubject([address, account], candidates)).toMatchObject({
      seeds: [account],
      shared: [address],
    });
  });

  it('keeps the address when all records behind it are proven to be the same person', () => {
    const other = { kind: 'account_id' as const, value: 'NW-4' };
    const both = [
      record('NW-3', 'email', 'account_id'),
      {
        ...record('NW-4', 'email'),
        matched: [...matchedBy('email'), { kind: 'account_id' as const, value: 'NW-4' }],
      },
    ];
    expect(settleSubject([address, account, other], both)).toMatchObject({
      seeds: [address, account, other],
    });
  });

  it('in two systems with one record each are one person', () => {
    const crm = { ...record('17', 'email'), source: 'crm/persons' };
    expect(settleSubject([address], [record('NW-3', 'email'), crm])).toMatchObject({ kind: 'settled' });
  });
});
