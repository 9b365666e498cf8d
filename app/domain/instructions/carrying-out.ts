import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import type { Instruction, InstructionWish } from './instruction.ts';

/**
 * The right by whose means a wish is carried out: erasure with its second person, communication as the package that
 * access yields. What is to be kept has no such means; it is seen to and recorded as such.
 */
const CARRIED_OUT_BY: Readonly<Record<InstructionWish, DataSubjectRight>> = {
  erase: 'erasure',
  hand_over: 'access',
  keep: 'post_mortem',
};

/** What the request that carries instructions out asks for, in the answers that its questions take. */
export function instructedItem({ wish, scope, processing, words }: Instruction): {
  readonly right: DataSubjectRight;
  readonly details: Readonly<Record<string, string | string[]>>;
} {
  const right = CARRIED_OUT_BY[wish];
  const more = words === '' ? {} : { more: words };
  if (right === 'access')
    return { right, details: { about: scope === 'general' ? ['everything'] : [...processing], ...more } };
  if (right === 'post_mortem') return { right, details: { ask: ['instructions'], ...more } };
  if (scope === 'general' && words === '') return { right, details: { scope: 'everything' } };
  const which = [processing.join(', '), words].filter((part) => part !== '').join('\n');
  return { right, details: { scope: 'some', which } };
}
