import { describe, expect, it } from 'vitest';
import { proofAssurance } from '#app/domain/identity/proof-assurance.ts';

describe('the assurance of a proof by hand', () => {
  it('is none for a bare click and for a single data point', () => {
    expect(proofAssurance('attribute_matching', [])).toBe('none');
    expect(proofAssurance('attribute_matching', ['name'])).toBe('none');
    expect(proofAssurance('document_checked', ['document_photo'])).toBe('none');
  });

  it('is reasonable for two data points', () => {
    expect(proofAssurance('attribute_matching', ['name', 'phone'])).toBe('reasonable');
  });

  it('is reasonably high for three data points only together with a signed declaration', () => {
    expect(proofAssurance('attribute_matching', ['name', 'phone', 'account_id'])).toBe('reasonable');
    const declared = ['name', 'phone', 'account_id', 'signed_declaration'] as const;
    expect(proofAssurance('attribute_matching', declared)).toBe('reasonably_high');
    expect(proofAssurance('attribute_matching', ['name', 'phone', 'signed_declaration'])).toBe('reasonable');
  });

  it('does not count the same data point twice', () => {
    expect(proofAssurance('attribute_matching', ['name', 'name'])).toBe('none');
  });

  it('is reasonably high for a document whose photograph and two data points agree', () => {
    expect(proofAssurance('document_checked', ['name', 'document_photo'])).toBe('reasonable');
    expect(proofAssurance('document_checked', ['name', 'date_of_birth', 'document_photo'])).toBe(
      'reasonably_high',
    );
  });
});
