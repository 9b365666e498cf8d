import { canonicalJson, type Json } from '#app/domain/audit/canonical-json.ts';
import { wireName } from '#app/domain/rights/data-subject-right.ts';
import { actingAs, type Ctx } from '../context.ts';
import { signDetached } from '../disclosure/sign-detached.ts';
import { currentSigningKey } from '../disclosure/signing-keys.ts';
import { readReceipt } from './read-receipt.ts';

/** Version of the receipt's form; a change of meaning is a new one. */
const FORMAT = 'habeas-receipt/1';

/** A receipt for machines: the signature is a detached JWS (RFC 7515 F) over the canonical JSON of `receipt`. */
export interface SignedReceipt {
  readonly receipt: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/**
 * The receipt as a file that anyone can check against our published keys. It names the request, the law and the
 * dates with their derivation; of the person it holds only what they asked for.
 * @throws Forbidden without this request's session
 */
export async function signReceipt(ctx: Ctx, requestId: string): Promise<SignedReceipt> {
  const {
    email: _,
    contactVerified: __,
    items,
    controller,
    service,
    ...found
  } = await readReceipt(ctx, requestId);
  const receipt = {
    format: FORMAT,
    ...found,
    ...(service ? { service: { id: service.service?.id ?? null, policy: service.policy } } : {}),
    controller: controller && { name: controller.name, address: controller.address },
    items: items.map(({ ordinal, right, details, deadline }) => ({
      place: ordinal + 1,
      right: wireName(right),
      details,
      deadline,
    })),
  };
  const plain = JSON.parse(JSON.stringify(receipt)) as Readonly<Record<string, Json>>;
  const key = await currentSigningKey(actingAs(ctx, { kind: 'system', name: 'receipt' }));
  const signature = await signDetached(new TextEncoder().encode(canonicalJson(plain)), key, 'habeas-receipt');
  return { receipt: plain, signature };
}
