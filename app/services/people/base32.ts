const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 of RFC 4648 without padding, the form in which authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The bytes of such a text. @throws RangeError naming the first letter that is none of the alphabet */
export function fromBase32(text: string): Uint8Array {
  const bits = Array.from(text, (letter) => {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError(`base 32: got "${letter}", expected A to Z or 2 to 7`);
    return value.toString(2).padStart(5, '0');
  }).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
