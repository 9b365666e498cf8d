import { type CryptoKey, compactVerify, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#app/domain/audit/canonical-json.ts';
import { jwks } from '#app/services/disclosure/signing-keys.ts';
import { type SignedReceipt, signReceipt } from '#app/services/requests/sign-receipt.ts';
import { type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide('2026-01-30T12:00:00Z');
});
afterAll(() => side.base.drop());

/** Checks a receipt as anybody could: with the published keys and RFC 7515 alone. */
async function verify({ receipt, signature }: SignedReceipt) {
  const [key] = (await jwks(side.ctx)).keys;
  const payload = Buffer.from(canonicalJson(receipt as Json)).toString('base64url');
  const jws = signature.replace('..', `.${payload}.`);
  return compactVerify(jws, (await importJWK(key ?? {}, 'EdDSA')) as CryptoKey);
}

describe('a signed receipt', () => {
  it('names request, law, what was asked and until when, and verifies against the published keys', async () => {
    const { requestId, reference, subject } = await side.file({
      items: [{ right: 'erasure', details: { scope: 'everything' } }],
    });
    const signed = await signReceipt(subject, requestId);
    expect(signed.receipt).toMatchObject({
      format: 'habeas-receipt/1',
      reference,
      receivedAt: '2026-01-30T12:00:00Z',
      jurisdiction: 'EEA',
      items: [
        { place: 1, right: 'deletion', details: { scope: 'everything' }, deadline: { due: '2026-03-02' } },
      ],
    });
    expect((await verify(signed)).protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'habeas-receipt' });
  });

  it('does not verify once a date in it was changed', async () => {
    const { requestId, subject } = await side.file();
    const signed = await signReceipt(subject, requestId);
    const changed = { ...signed, receipt: { ...signed.receipt, receivedAt: '2026-01-29T12:00:00Z' } };
    await expect(verify(changed)).rejects.toThrow('signature verification failed');
  });

  it('holds neither address nor name: it may be shown to an authority without telling more than the request', async () => {
    const { requestId, subject, email } = await side.file();
    const text = JSON.stringify(await signReceipt(subject, requestId));
    expect(text).not.toContain(email);
    expect(text).not.toContain('Ada Example');
  });

  it('is for the subject of this request', async () => {
    const [mine, other] = [await side.file(), await side.file()];
    for (const ctx of [side.ctx, other.subject]) {
      await expect(signReceipt(ctx, mine.requestId)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
