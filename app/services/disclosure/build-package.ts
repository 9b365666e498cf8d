import { and, asc, eq, isNull } from 'drizzle-orm';
import type { PackageKind } from '#app/domain/disclosure/manifest.ts';
import { languageOf, textInstance } from '#app/i18n/server.ts';
import {
  collectionRuns,
  collectionSources,
  controllers,
  organisation,
  packages,
  requestItems,
  requests,
  withholdings,
} from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import { activeDataMap, provenOf } from '../collection/collection-world.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { serviceOfRequest } from '../organisation/read-services.ts';
import { artifactKey } from '../storage.ts';
import { signDetached } from './sign-detached.ts';
import { currentSigningKey } from './signing-keys.ts';
import { type PackageFacts, type PackageParts, writePackage } from './write-package.ts';

/**
 * Builds a package from the reviewed rows of its run, signs it and keeps it, encrypted, as one stream in constant memory.
 * Idempotent: one that was cut off is built again, one that is built is left alone. For the worker.
 * @throws what storage or a source threw, so that the queue tries again; not on the last try
 */
export async function buildPackage(
  ctx: Ctx,
  { packageId }: { packageId: string },
  { last }: { readonly last: boolean },
): Promise<void> {
  requireSystem(ctx.actor);
  const [row] = await ctx.db.select().from(packages).where(eq(packages.id, packageId));
  if (!row || (row.status !== 'queued' && row.status !== 'building')) return;
  await ctx.db.update(packages).set({ status: 'building' }).where(eq(packages.id, packageId));
  const storageKey = artifactKey('package');
  try {
    const key = await currentSigningKey(ctx);
    let signature = '';
    const sign = async (manifest: Uint8Array) => {
      signature = await signDetached(manifest, key);
      return signature;
    };
    const { stream, summary } = writePackage(await packageParts(ctx, row, sign));
    const { bytes, sha256 } = await ctx.storage.write(storageKey, stream);
    await finish(ctx, row, {
      storageKey,
      bytes,
      sha256,
      signature,
      signingKeyId: key.kid,
      ...summary(),
    });
  } catch (error) {
    await ctx.storage.remove(storageKey);
    if (!last && !(error instanceof Conflict)) throw error;
    await fail(ctx, row, error instanceof Conflict ? error.code : 'failed');
  }
}

type PackageRow = typeof packages.$inferSelect;
type Built = {
  storageKey: string;
  bytes: number;
  sha256: string;
  signature: string;
  rows: number;
  files: number;
  signingKeyId: string;
};

async function finish(ctx: Ctx, row: PackageRow, built: Built): Promise<void> {
  await change(ctx, async (tx) => {
    const [run] = await tx.db
      .select()
      .from(collectionRuns)
      .where(eq(collectionRuns.id, row.runId))
      .for('update');
    const [now] = await tx.db.select().from(packages).where(eq(packages.id, row.id)).for('update');
    // Rows or withholdings changed while it was built: what was built is not what was reviewed.
    if (!run?.reviewedAt || now?.status !== 'building') throw new Conflict('superseded');
    await tx.db
      .update(packages)
      .set({ ...built, status: 'built', builtAt: ctx.clock.now(), failure: null })
      .where(eq(packages.id, row.id));
    const { bytes, rows, files } = built;
    await tx.audit({
      kind: 'package.built',
      requestId: row.requestId,
      itemId: row.itemId,
      data: { package: row.id, bytes, rows, files },
    });
  });
}

async function fail(ctx: Ctx, row: PackageRow, reason: string): Promise<void> {
  ctx.log.error({ package: row.id, reason }, 'package failed');
  await change(ctx, async (tx) => {
    await tx.db.update(packages).set({ status: 'failed', failure: reason }).where(eq(packages.id, row.id));
    const data = { package: row.id, reason };
    await tx.audit({ kind: 'package.failed', requestId: row.requestId, itemId: row.itemId, data });
  });
}

async function packageParts(ctx: Ctx, row: PackageRow, sign: PackageParts['sign']): Promise<PackageParts> {
  const [found] = await ctx.db
    .select({ request: requests, item: requestItems, run: collectionRuns })
    .from(packages)
    .innerJoin(requests, eq(requests.id, packages.requestId))
    .innerJoin(requestItems, eq(requestItems.id, packages.itemId))
    .innerJoin(collectionRuns, eq(collectionRuns.id, packages.runId))
    .where(eq(packages.id, row.id));
  if (!found) throw new NotFound('package');
  const { run, request } = found;
  if (!run.reviewedAt) throw new Conflict('review_missing');
  const { map, digest } = await activeDataMap(ctx, run.dataMapDigest);
  const sources = await ctx.db.select().from(collectionSources).where(eq(collectionSources.runId, run.id));
  const withheld = await ctx.db
    .select()
    .from(withholdings)
    .where(and(eq(withholdings.runId, run.id), isNull(withholdings.liftedAt)))
    .orderBy(asc(withholdings.recordedAt), asc(withholdings.id));
  const text = textInstance(request.locale);
  return {
    facts: await factsOf(ctx, found, digest),
    map,
    // In the order of the map, not of the walk: the same package whenever it is made.
    sources: map.collections.flatMap(({ source }) => {
      const one = sources.find(({ dataset, collection }) => `${dataset}/${collection}` === source);
      if (!one) return [];
      const { rows, bytes, storageKey } = one;
      if (!storageKey) throw new Conflict('rows_purged', { source });
      return [{ source, rows, bytes, open: () => ctx.storage.open(storageKey) }];
    }),
    withheld: withheld.map(({ dataset, collection, row, fields, ground, citation }) => ({
      source: `${dataset}/${collection}`,
      row,
      fields,
      ground,
      citation,
    })),
    text: (key, params) => text.t(`common:package.${key}`, params ?? {}),
    sign,
  };
}

type Found = {
  request: typeof requests.$inferSelect;
  item: typeof requestItems.$inferSelect;
  run: typeof collectionRuns.$inferSelect;
};

async function factsOf(ctx: Ctx, { request, item, run }: Found, digest: string): Promise<PackageFacts> {
  const language = languageOf(request.locale);
  const name = ctx.vault.openOptional(request.nameSealed, 'requests.name');
  const kind: PackageKind = item.right === 'portability' ? 'portability' : 'access';
  return {
    kind,
    reference: request.reference,
    created: ctx.clock.now().toString(),
    language: language.tag,
    direction: language.dir,
    keysUrl: `${ctx.config.publicUrl}/.well-known/jwks.json`,
    controller: await controllerOf(ctx, request),
    subject: {
      ...(name ? { name } : {}),
      assurance: request.assurance,
      proven: (await provenOf(ctx, ctx, request.id)).map(({ kind: what, value, methods }) => ({
        kind: what,
        value,
        methods: [...methods],
      })),
    },
    law: {
      jurisdiction: request.jurisdiction,
      ...(item.packId ? { pack: item.packId } : {}),
      ...(item.packVersion ? { version: item.packVersion } : {}),
    },
    period: { from: null, to: (run.finishedAt ?? run.queuedAt).toString() },
    data_map_sha256: digest,
  };
}

/**
 * The controller for people of that jurisdiction, the organisation itself where none is named; to be reached through
 * the privacy officer for the service that the request is about, where that has one.
 */
async function controllerOf(
  ctx: Ctx,
  request: typeof requests.$inferSelect,
): Promise<PackageFacts['controller']> {
  const about = await serviceOfRequest(ctx, request);
  const officer = about?.service?.contactEmail;
  const { jurisdiction } = request;
  const all = await ctx.db.select().from(controllers);
  const found =
    all.find((one) => one.jurisdictions.includes(jurisdiction)) ??
    all.find((one) => one.jurisdictions.includes('*'));
  if (found) return { name: found.name, address: found.address, contact: officer ?? found.contactEmail };
  const [own] = await ctx.db.select().from(organisation).limit(1);
  return own ? { name: own.name, contact: officer ?? own.contactEmail } : { name: ctx.config.publicUrl };
}
