import { describe, expect, it } from 'vitest';
import { createVault } from '#app/services/vault.ts';

const first = 'first secret, long enough to be one of them';
const second = 'second secret, long enough to be one of them';

describe('the vault', () => {
  it('opens what it sealed, in any script, and never writes the same bytes twice', () => {
    const vault = createVault([first]);
    const name = '김하늘 محمد 山田 🜚';
    const [a, b] = [vault.seal(name, 'requests.name'), vault.seal(name, 'requests.name')];
    expect(vault.open(a, 'requests.name')).toBe(name);
    expect(a).not.toBe(b);
    expect(a).not.toContain(Buffer.from(name).toString('base64url'));
  });

  it('does not open a value that was moved to another column', () => {
    const vault = createVault([first]);
    expect(() => vault.open(vault.seal('x', 'requests.name'), 'requests.email')).toThrow('does not open');
  });

  it('does not open a value that was changed', () => {
    const vault = createVault([first]);
    const sealed = vault.seal('some text that is long enough', 'requests.name');
    const swapped = sealed.slice(0, -6) + (sealed.at(-6) === 'A' ? 'B' : 'A') + sealed.slice(-5);
    expect(() => vault.open(swapped, 'requests.name')).toThrow('does not open');
  });

  it('reads with every configured key and writes with the first while keys rotate', () => {
    const old = createVault([first]);
    const rotated = createVault([second, first]);
    expect(rotated.open(old.seal('x', 'p'), 'p')).toBe('x');
    expect(() => old.open(rotated.seal('x', 'p'), 'p')).toThrow('not among the configured secrets');
    expect(rotated.blindIndexes('email', 'a@example.org')).toContain(
      old.blindIndex('email', 'a@example.org'),
    );
    expect(rotated.tokenMatches('code', '123456', old.tokenHash('code', '123456'))).toBe(true);
  });

  it('gives the same value another index for each kind, so that columns cannot be joined', () => {
    const vault = createVault([first]);
    expect(vault.blindIndex('email', 'x')).not.toBe(vault.blindIndex('phone', 'x'));
  });

  it('is not built without a secret', () => {
    expect(() => createVault([])).toThrow('SECRET_KEY');
  });
});
