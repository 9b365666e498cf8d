import { describe, expect, it } from 'vitest';
import { directTransmission, infeasibleReasons } from '#app/domain/portability/direct-transmission.ts';
import { TRANSFER_STATES, type TransferMove, transferAfter } from '#app/domain/portability/transfer.ts';
import { regimeOf, rightUnder } from '#app/domain/rules/applicable-regime.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';

const TODAY = '2026-11-22';
const from = (move: TransferMove) => TRANSFER_STATES.filter((state) => transferAfter(state, move) !== null);

describe('a transfer', () => {
  it('can be withdrawn, released and ruled out only while nothing is under way and nothing has arrived', () => {
    for (const move of ['withdraw', 'release', 'rule_out'] as const)
      expect(from(move)).toEqual(['wished', 'refused', 'unreachable']);
  });

  it('is answered by a receiver only once it was released', () => {
    for (const move of ['accept', 'refuse', 'give_up'] as const) expect(from(move)).toEqual(['released']);
  });
});

describe('direct transmission', () => {
  it('is a right where the pack says that data go straight to another controller, and nowhere else', () => {
    const given = JURISDICTIONS.filter((place) => directTransmission(regimeOf(place, TODAY)));
    const said = JURISDICTIONS.filter((place) =>
      rightUnder(regimeOf(place, TODAY), 'portability')?.notes.includes('transfer_where_feasible'),
    );
    expect(given).toEqual(said);
    expect([...given].sort()).toEqual(['AE', 'CH', 'EEA', 'FR', 'GB', 'ID', 'MY', 'TH']);
  });

  it('began in Malaysia with section 43A, on 1 June 2025', () => {
    expect(directTransmission(regimeOf('MY', '2025-05-31'))).toBeNull();
    expect(directTransmission(regimeOf('MY', '2025-06-01'))?.citation).toBe('PDPA s. 43A');
  });

  it('is not sent for reasons that the law knows, each with its provision', () => {
    const gdpr = infeasibleReasons(regimeOf('EEA', TODAY));
    expect(gdpr.map(({ reason, citation }) => [reason, citation])).toEqual([
      ['no_link', 'GDPR Art. 20(2)'],
      ['not_interoperable', 'GDPR Art. 20(2)'],
      ['receiver_declined', 'GDPR Art. 20(2)'],
      ['rights_of_others', 'GDPR Art. 20(4)'],
    ]);
  });

  it('has one reason where the law gives no such right: that it gives none', () => {
    expect(infeasibleReasons(regimeOf('KR', TODAY))).toEqual([
      { reason: 'no_right', citation: 'PIPA Art. 35-2' },
    ]);
    expect(infeasibleReasons(regimeOf('ROW', TODAY)).map(({ reason }) => reason)).toEqual(['no_right']);
  });
});
