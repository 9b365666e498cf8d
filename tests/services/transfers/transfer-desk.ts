import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { change } from '#app/services/change.ts';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import type { Ctx } from '#app/services/context.ts';
import { buildPackage } from '#app/services/disclosure/build-package.ts';
import { requestPackage } from '#app/services/disclosure/request-package.ts';
import { readReceivers } from '#app/services/organisation/read-receivers.ts';
import { type Receiver, saveReceivers } from '#app/services/organisation/save-receivers.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { type ArtifactStorage, artifactKey } from '#app/services/storage.ts';
import { personas } from '#db/northwind/personas.ts';
import { collectionRuns, packages, transfers } from '#db/schema/index.ts';
import type { Desk } from '#tests/services/cases/desk.ts';
import type { DemoDesk } from '#tests/services/disclosure/demo-desk.ts';
import type { TestReceiver } from '#tests/support/receiver.ts';

export const SOUTHWIND: Receiver = {
  id: 'southwind',
  name: 'Southwind Cloud SAS',
  territory: 'FR',
  contactEmail: 'portability@southwind.example',
  endpoint: 'https://portability.southwind.example/packages',
  token: 'a-secret-of-the-configuration',
};

/** Configures receivers as `habeas configure` does. */
export function configure(worker: Ctx, ...wanted: Receiver[]): Promise<number> {
  return change(worker, (tx) => saveReceivers(worker, tx, wanted));
}

/** Southwind, answered for by a real server of the test's. */
export function southwindAt({ endpoint, token }: TestReceiver, part: Partial<Receiver> = {}): Receiver {
  return { ...SOUTHWIND, endpoint, token, ...part };
}

/** The one item of a filing for portability, to be sent to the receiver that is configured. */
export async function wishFor(ctx: Ctx): Promise<Filing['items']> {
  const [receiver] = await readReceivers(ctx);
  if (!receiver) throw new Error('no receiver is configured');
  const { key, changedAt } = receiver;
  return [{ right: 'portability', details: { scope: 'everything' }, receiver: { key, changedAt } }];
}

/** A request for portability with its package built, reviewed and not yet released. */
export async function readyToSend(desk: DemoDesk, filing: Partial<Filing> = {}) {
  const items = filing.items ?? (await wishFor(desk.ctx));
  const filed = await desk.proven([{ kind: 'email', value: personas.korean.email }], { ...filing, items });
  const { run } = await desk.collect(filed.reference);
  await reviewCollection(desk.officer, { runId: run.id });
  const itemId = filed.items[0] ?? '';
  const { packageId } = await requestPackage(desk.officer, { reference: filed.reference, itemId });
  await buildPackage(desk.worker, { packageId }, { last: true });
  return { ...filed, itemId, packageId };
}

/**
 * The same in a moment, with bytes of the test's in place of a package: whoever sends does not look inside.
 * @param bytes written to the storage of `desk`'s contexts
 */
export async function readyWithBytes(desk: Desk, storage: ArtifactStorage, bytes: Iterable<Uint8Array>) {
  const filed = await desk.file({ items: await wishFor(desk.ctx) });
  const itemId = filed.items[0] ?? '';
  await verifyIdentityByHand(desk.officer, {
    reference: filed.reference,
    method: 'attribute_matching',
    compared: ['email', 'account_id', 'phone', 'signed_declaration'],
    reason: 'Compared with what the account holds.',
    proven: [],
  });
  const storageKey = artifactKey('package');
  const stored = await storage.write(storageKey, Readable.from(bytes));
  const now = desk.clock.now();
  const by = { startedBy: 'test', queuedAt: now, reviewedBy: 'test', reviewedAt: now };
  const [run] = await desk.ctx.db
    .insert(collectionRuns)
    .values({ requestId: filed.requestId, status: 'collected', ...by })
    .returning();
  await desk.ctx.db.insert(packages).values({
    requestId: filed.requestId,
    itemId,
    runId: run?.id ?? '',
    status: 'built',
    storageKey,
    ...stored,
    signature: 'e30..signature',
    queuedAt: now,
    builtAt: now,
  });
  return { ...filed, ...stored, itemId };
}

/** How a transfer stands. */
export async function transferRow(ctx: Ctx, itemId: string) {
  const [row] = await ctx.db.select().from(transfers).where(eq(transfers.itemId, itemId));
  if (!row) throw new Error(`no transfer for item ${itemId}`);
  return row;
}
