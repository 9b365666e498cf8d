import { expect, it } from 'vitest';
import { askableRights } from '#app/domain/requests/askable-rights.ts';
import { regimeAt } from '#app/services/requests/regime-at.ts';
import { NOW } from '../../components/rights/rendered.tsx';

it('takes complaints where the controller answers them, not where only the authority does', () => {
  expect(askableRights(regimeAt({ country: 'GB' }, NOW))).toContain('complaint');
  expect(askableRights(regimeAt({ country: 'TR' }, NOW))).not.toContain('complaint');
});
