import { NotFound } from '#app/services/errors.ts';

/**
 * The zero-based place of an item that an address names, counting from one. Addresses name places, never ids: a place
 * means nothing without the session.
 * @throws NotFound for anything else
 */
export function placeOf(segment: string | undefined): number {
  if (!segment || !/^[1-9]\d?$/.test(segment)) throw new NotFound('no_such_place');
  return Number(segment) - 1;
}
