import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { loadCollection } from '#app/services/collection/load-collection.ts';
import { dataMapDigest } from '#app/services/collection/read-data-map.ts';
import { runCollection } from '#app/services/collection/run-collection.ts';
import { startCollection } from '#app/services/collection/start-collection.ts';
import type { Ctx } from '#app/services/context.ts';
import { openStorage } from '#app/services/storage.ts';
import { seedNorthwind } from '#db/northwind/seed.ts';
import { connections, dataMaps } from '#db/schema/index.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';
import type { TestDatabase } from '#tests/support/database.ts';

type Proven = Parameters<typeof verifyIdentityByHand>[1]['proven'];

/** A desk whose data map and connection lead to the demo organisation's customer database. */
export interface DemoDesk extends Desk {
  readonly worker: Ctx;
  /** Files a request with these rights and proves these attributes by hand. */
  proven(attributes: Proven, filing?: Parameters<Desk['file']>[0]): ReturnType<Desk['file']>;
  /** Collects as officer and worker; returns what the case page shows. */
  collect(reference: string): Promise<NonNullable<Awaited<ReturnType<typeof loadCollection>>>>;
  close(): Promise<void>;
}

export async function openDemoDesk(heavyLogRows = 2_500, given?: TestDatabase): Promise<DemoDesk> {
  const desk = await openDesk(undefined, given);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'habeas-desk-'));
  await seedNorthwind({ ownerUrl: desk.base.ownerUrl, readerRole: 'habeas_app', heavyLogRows });
  const storage = await openStorage({ storageUrl: undefined, dataDir, vault: desk.ctx.vault });
  const equip = (ctx: Ctx): Ctx => ({ ...ctx, storage, config: { ...ctx.config, dataDir } });
  const yaml = await readFile('db/northwind/datamap.yml', 'utf8');
  const now = desk.clock.now();
  await desk.ctx.db
    .insert(dataMaps)
    .values({ yaml, digest: dataMapDigest(yaml), activatedBy: 'seed', activatedAt: now });
  const config = desk.ctx.vault.seal(JSON.stringify({ url: desk.base.appUrl }), 'connections.config');
  await desk.ctx.db
    .insert(connections)
    .values({ key: 'northwind', kind: 'postgres', configSealed: config, createdAt: now });
  const officer = equip(desk.officer);
  const worker = equip(desk.as({ kind: 'system', name: 'worker' }));
  return {
    ...desk,
    ctx: equip(desk.ctx),
    officer,
    colleague: equip(desk.colleague),
    auditor: equip(desk.auditor),
    administrator: equip(desk.administrator),
    as: (actor) => equip(desk.as(actor)),
    worker,
    async proven(attributes, filing = {}) {
      const filed = await desk.file(filing);
      await verifyIdentityByHand(officer, {
        reference: filed.reference,
        method: 'attribute_matching',
        compared: ['email', 'account_id', 'phone', 'signed_declaration'],
        reason: 'Compared with what the account holds.',
        proven: attributes,
      });
      return filed;
    },
    async collect(reference) {
      // The clock stands still: of two runs of one instant neither is the newer.
      desk.clock.set(desk.clock.now().add({ minutes: 1 }));
      const { runId } = await startCollection(officer, { reference });
      await runCollection(worker, { runId }, { last: true });
      const { id } = await desk.request(reference);
      const loaded = await loadCollection(officer, { requestId: id });
      if (!loaded) throw new Error('nothing was collected');
      return loaded;
    },
    async close() {
      await desk.base.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}
