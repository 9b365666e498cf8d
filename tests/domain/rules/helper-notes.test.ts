import { expect, it } from 'vitest';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import { helperNotes } from '#app/domain/rules/helper-notes.ts';

const told = (jurisdiction: 'KR' | 'FR' | 'GB', filedFor: string) => {
  const regime = regimeOf(jurisdiction, '2026-06-01');
  if (regime.kind === 'not_described') throw new Error(`${jurisdiction}: no law described`);
  return helperNotes(dutiesUnder(regime).agents.notes, filedFor);
};

it('asks no power of attorney of a Korean parent, and the form of the authority of an agent', () => {
  expect(told('KR', 'child')).toEqual([]);
  expect(told('KR', 'represented')).toEqual(['power_of_attorney_form_of_authority']);
});

it('speaks of heirs under French law only to who asks for somebody dead', () => {
  expect(told('FR', 'deceased')).toEqual(['executor_else_heirs']);
  expect(told('FR', 'child')).not.toContain('executor_else_heirs');
});

it('tells everybody what concerns each helper', () => {
  expect(told('GB', 'child')).toEqual(told('GB', 'deceased'));
});
