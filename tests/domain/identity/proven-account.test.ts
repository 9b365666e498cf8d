import { expect, it } from 'vitest';
import { isAccountProven } from '#app/domain/identity/proven-account.ts';

const proof = (kind: string, value: string, revoked = false) => ({ revoked, proven: [{ kind, value }] });

it('takes an account as proven however its number was typed', () => {
  expect(isAccountProven('nw-000017 ', [proof('account_id', 'NW-000017')])).toBe(true);
});

it('takes neither another account, nor another attribute, nor a revoked proof for it', () => {
  expect(isAccountProven('NW-000017', [proof('account_id', 'NW-000018')])).toBe(false);
  expect(isAccountProven('NW-000017', [proof('phone', 'NW-000017')])).toBe(false);
  expect(isAccountProven('NW-000017', [proof('account_id', 'NW-000017', true)])).toBe(false);
  expect(isAccountProven('NW-000017', [])).toBe(false);
});
