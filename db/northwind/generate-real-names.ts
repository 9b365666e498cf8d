import { Temporal } from 'temporal-polyfill';
import type { Row, Tables } from './generate.ts';

/** Accounts of mainland China, one for each thing that a real-name record can say. */
export const REAL_NAME_CASES = {
  /** Authenticated under the holder's own name, written as the bank wrote it. */
  sameName: 'NW-000017',
  /** Authenticated under somebody else's name, as happens when a relative signs up. */
  otherName: 'NW-000029',
  /** Begun and never completed. */
  notCompleted: 'NW-000041',
  /** Never begun. */
  noRecord: 'NW-000053',
  /** Given up again after the account changed hands, and authenticated anew by the present holder. */
  anew: 'NW-000065',
  /** Authenticated once; the authentication was taken back. */
  ended: 'NW-000077',
} as const;

/** Chosen by the account's number, not by chance: adding a customer's record changes nobody else's. */
const MAINLAND = { every: 12, at: 5, after: 12 };
const RELATIVE = '林雪梅';
const METHODS = ['bank_card_four_elements', 'id_card_and_face', 'carrier_three_elements'];
const ELSEWHERE = { every: 7, at: 3 };

/** Who was authenticated under which real name: mainland accounts must be, some others chose to. */
export function realNames(tables: Tables): void {
  for (const [index, account] of tables.accounts.entries()) {
    const n = index + 1;
    if (n > MAINLAND.after && n % MAINLAND.every === MAINLAND.at) {
      moveToMainland(tables, account);
      mainlandRecords(tables, account, (n - MAINLAND.at) / MAINLAND.every);
    } else if (n % ELSEWHERE.every === ELSEWHERE.at && account.full_name) {
      add(tables, account, {
        method: 'passport_review',
        verified_name: String(account.full_name).toUpperCase(),
      });
    }
  }
}

function moveToMainland(tables: Tables, account: Row): void {
  account.country = 'CN';
  account.region = null;
  for (const contact of tables.contacts)
    if (contact.account_id === account.account_id) contact.country = 'CN';
}

function mainlandRecords(tables: Tables, account: Row, turn: number): void {
  const method = METHODS[turn % METHODS.length];
  const name = String(account.full_name);
  // A bank writes a wide space behind the family name, and whoever copies from it does too.
  const spaced = `${name.slice(0, 1)}\u3000${name.slice(1)}`;
  const { otherName, anew, ended } = REAL_NAME_CASES;
  if (account.account_id === otherName) {
    add(tables, account, { method, verified_name: RELATIVE });
  } else if (account.account_id === anew) {
    add(tables, account, { method, verified_name: RELATIVE, revoked_at: daysAfter(account, 30) });
    add(tables, account, { method, verified_name: spaced, authenticated_at: daysAfter(account, 31) });
  } else if (account.account_id === ended) {
    add(tables, account, { method, verified_name: name, revoked_at: daysAfter(account, 90) });
  } else if (turn % 4 === 3) {
    add(tables, account, { method, verified_name: null, authenticated_at: null });
  } else if (turn % 4 !== 0) {
    add(tables, account, { method, verified_name: spaced });
  }
}

function add(tables: Tables, account: Row, more: Row): void {
  const id = tables.real_name_authentications.length + 1;
  tables.real_name_authentications.push({
    id,
    account_id: account.account_id,
    document_number: `INVENTED-${String(id).padStart(9, '0')}`,
    started_at: daysAfter(account, 0),
    authenticated_at: daysAfter(account, 1),
    revoked_at: null,
    ...more,
  });
}

function daysAfter(account: Row, days: number): string {
  const opened = Temporal.Instant.from(String(account.created_at));
  return opened.add({ hours: 24 * days }).toString();
}
