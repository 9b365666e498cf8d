import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a reference read over the phone stays the same. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function block(): string {
  return Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** A new reference such as `HB-7K3M-9Q2X`: 40 random bits, no meaning, nothing about the person. */
export function newReference(): string {
  return `HB-${block()}-${block()}`;
}

/**
 * Brings a typed reference to its stored form: case, spaces and dashes do not matter, and the letters that
 * Crockford reads as digits (O, I, L) are read so.
 * @returns null when it cannot be a reference
 */
export function parseReference(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^HB/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== 8 || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return `HB-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
