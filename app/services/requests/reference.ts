import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a reference read over the phone stays the same. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four random characters, 20 bits. */
export function randomBlock(): string {
  return Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** A new reference such as `HB-7K3M-9Q2X`: 40 random bits, no meaning, nothing about the person. */
export function newReference(): string {
  return `HB-${randomBlock()}-${randomBlock()}`;
}

/**
 * Brings a typed reference to its stored form: case, spaces and dashes do not matter, and the letters that
 * Crockford reads as digits (O, I, L) are read so.
 * @returns null when it cannot be a reference
 */
export function parseReference(typed: string): string | null {
  const blocks = parseBlocks(
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/^HB/, ''),
    2,
  );
  return blocks && `HB-${blocks}`;
}

/**
 * Brings typed blocks of four characters to the form `7K3M-9Q2X`, as {@link parseReference} does.
 * @param count how many blocks there must be
 * @returns null when there are fewer or more, or a character is none of ours
 */
export function parseBlocks(typed: string, count: number): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== 4 * count || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return letters.match(/.{4}/g)?.join('-') ?? null;
}
