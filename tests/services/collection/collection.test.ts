import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideMatch } from '#app/services/collection/decide-match.ts';
import { loadCollection, readCollectedRows } from '#app/services/collection/load-collection.ts';
import { dataMapDigest } from '#app/services/collection/read-data-map.ts';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import { runCollection } from '#app/services/collection/run-collection.ts';
import { startCollection } from '#app/services/collection/start-collection.ts';
import { supplyRows } from '#app/services/collection/supply-rows.ts';
import { liftWithholding, withholdCollection, withholdRow } from '#app/services/collection/withhold.ts';
import { purgePayload } from '#app/services/retention/purge-payload.ts';
import { bystander, personas } from '#db/northwind/personas.ts';
import { auditEntries, collectionRuns, collectionSources, connections, dataMaps } from '#db/schema/index.ts';
import { OUTSIDERS } from '#tests/services/cases/desk.ts';
import { type DemoDesk, openDemoDesk } from '#tests/services/disclosure/demo-desk.ts';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await openDemoDesk();
});
afterAll(() => desk.close());

const why = { ground: 'trade_secret' as const, citation: 'GDPR Art. 15(4)' };
const sourceOf = (loaded: Awaited<ReturnType<DemoDesk['collect']>>, collection: string) => {
  const found = loaded.sources.find((one) => one.collection === collection);
  if (!found) throw new Error(`no source ${collection}`);
  return found;
};

describe('a collection', () => {
  it('keeps what was found per source, with counts, and rows that an officer can look at', async () => {
    const { reference } = await desk.proven([{ kind: 'email', value: personas.ticketOwner.email }]);
    const loaded = await desk.collect(reference);
    expect(loaded.run.status).toBe('collected');
    expect(loaded.sources.every((one) => one.status === 'read')).toBe(true);
    expect(sourceOf(loaded, 'access_logs').rows).toBe(20);
    const messages = sourceOf(loaded, 'ticket_messages');
    expect(messages.thirdPartyRows).toBe(3);
    const page = await readCollectedRows(desk.officer, { sourceId: messages.id, onlyThirdParty: true });
    expect(page.rows.map((row) => row.masked)).toEqual([
      ['body'],
      ['author_name', 'author_email', 'body'],
      ['author_name', 'author_email', 'body'],
    ]);
    expect(page.rows[1]?.found.author_email).toBe(bystander.email);
    expect(JSON.stringify(page.rows.map((row) => row.leaving))).not.toMatch(/Sam Rivera|sam\.rivera/);
  });

  it('can be read page by page', async () => {
    const { reference } = await desk.proven([{ kind: 'account_id', value: personas.heavy.accountId }]);
    const { id } = sourceOf(await desk.collect(reference), 'access_logs');
    const page = await readCollectedRows(desk.auditor, { sourceId: id, from: 2_490, limit: 7 });
    expect([page.rows.map((row) => row.row), page.next]).toEqual([
      [2490, 2491, 2492, 2493, 2494, 2495, 2496],
      2497,
    ]);
    expect((await readCollectedRows(desk.auditor, { sourceId: id, from: 2_497 })).next).toBeNull();
  });

  it('says in the log who looked at which rows, and not what stood there', async () => {
    const { reference, requestId } = await desk.proven([{ kind: 'email', value: personas.korean.email }]);
    const { id } = sourceOf(await desk.collect(reference), 'accounts');
    await readCollectedRows(desk.auditor, { sourceId: id });
    const entries = await desk.ctx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.requestId, requestId), eq(auditEntries.kind, 'rows.viewed')));
    expect(entries).toMatchObject([{ actorId: 'auditor-one', data: { source: id, from: 0, rows: 1 } }]);
  });

  it('of a shared address waits until an officer has said which record is the data subject', async () => {
    const { reference, requestId } = await desk.proven([
      { kind: 'email', value: personas.sharedAddress.email },
    ]);
    const ambiguous = await desk.collect(reference);
    expect([ambiguous.run.status, ambiguous.sources]).toEqual(['ambiguous-match', []]);
    await expect(reviewCollection(desk.officer, { runId: ambiguous.run.id })).rejects.toMatchObject({
      code: 'not_collected',
    });
    const reason = 'Date of birth and last invoice match.';
    for (const candidate of ambiguous.candidates) {
      const decision = candidate.key === personas.sharedAddress.accountId ? 'subject' : 'other';
      await decideMatch(desk.officer, { candidateId: candidate.id, decision, reason });
    }
    const [candidate] = ambiguous.candidates;
    await expect(
      decideMatch(desk.officer, { candidateId: candidate?.id ?? '', decision: 'subject', reason }),
    ).rejects.toMatchObject({ code: 'already_decided' });
    const loaded = await desk.collect(reference);
    const page = await readCollectedRows(desk.officer, { sourceId: sourceOf(loaded, 'accounts').id });
    expect(page.rows.map((row) => row.found.full_name)).toEqual(['Ines Duarte']);
    expect((await desk.request(reference)).assurance).toBe('reasonably_high');
    expect(await loadCollection(desk.officer, { requestId })).toMatchObject({ run: { id: loaded.run.id } });
  });

  it('is refused while nothing is proven, and while one is under way', async () => {
    const nobody = await desk.file();
    await expect(startCollection(desk.officer, { reference: nobody.reference })).rejects.toMatchObject({
      code: 'item_not_at_work',
    });
    const blank = await desk.proven([]);
    await expect(startCollection(desk.officer, { reference: blank.reference })).rejects.toMatchObject({
      code: 'nothing_proven',
    });
    const { reference } = await desk.proven([{ kind: 'email', value: personas.korean.email }]);
    await startCollection(desk.officer, { reference });
    await expect(startCollection(desk.officer, { reference })).rejects.toMatchObject({
      code: 'collection_running',
    });
  });

  it('starts over after a crash and replaces what it wrote, and is left alone once it has ended', async () => {
    const { reference } = await desk.proven([{ kind: 'email', value: personas.arabic.email }]);
    const { run, sources } = await desk.collect(reference);
    await desk.ctx.db.update(collectionRuns).set({ status: 'running' }).where(eq(collectionRuns.id, run.id));
    const keysOf = async () =>
      (await desk.ctx.db.select().from(collectionSources).where(eq(collectionSources.runId, run.id))).map(
        (one) => one.storageKey ?? '',
      );
    const before = await keysOf();
    await runCollection(desk.worker, { runId: run.id }, { last: true });
    const after = await keysOf();
    expect(after).toHaveLength(sources.length);
    expect(after.some((key) => before.includes(key))).toBe(false);
    expect(await Promise.all(before.map((key) => desk.ctx.storage.exists(key)))).not.toContain(true);
    await runCollection(desk.worker, { runId: run.id }, { last: true });
    expect(await keysOf()).toEqual(after);
  });

  it('that cannot reach its source is tried again, and in the end says where it failed and no more', async () => {
    const { reference } = await desk.proven([{ kind: 'email', value: personas.japanese.email }]);
    const { runId } = await startCollection(desk.officer, { reference });
    const [row] = await desk.ctx.db.select().from(connections);
    const broken = desk.ctx.vault.seal(
      JSON.stringify({ url: 'postgres://u:s3cret@127.0.0.1:1/x' }),
      'connections.config',
    );
    await desk.ctx.db.update(connections).set({ configSealed: broken });
    await expect(runCollection(desk.worker, { runId }, { last: false })).rejects.toMatchObject({
      code: 'unreachable',
    });
    await runCollection(desk.worker, { runId }, { last: true });
    await desk.ctx.db.update(connections).set({ configSealed: row?.configSealed ?? '' });
    const [run] = await desk.ctx.db.select().from(collectionRuns).where(eq(collectionRuns.id, runId));
    expect(run).toMatchObject({ status: 'failed', failure: 'unreachable northwind/accounts' });
    expect((await desk.collect(reference)).run.status).toBe('collected');
  });
});

describe('a source that a person looks up', () => {
  const PAPER = `dataset:
- fides_key: paper
  meta: { connection: cabinet }
  collections:
  - name: contracts
    fields:
    - { name: id, fides_meta: { primary_key: true, data_type: integer } }
    - { name: email, fides_meta: { identity: email, data_type: string } }
`;
  const lines = async function* (...rows: object[]) {
    for (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
  };

  it('waits for them, keeps the review waiting, and takes what they supply', async () => {
    const createdAt = desk.clock.now();
    const configSealed = desk.ctx.vault.seal('{}', 'connections.config');
    await desk.ctx.db.insert(connections).values({ key: 'cabinet', kind: 'manual', configSealed, createdAt });
    const activatedAt = createdAt.add({ minutes: 1 });
    await desk.ctx.db
      .insert(dataMaps)
      .values({ yaml: PAPER, digest: dataMapDigest(PAPER), activatedBy: 'test', activatedAt });
    const { reference, requestId } = await desk.proven([{ kind: 'email', value: personas.korean.email }]);
    const { run, sources } = await desk.collect(reference);
    expect(sources).toMatchObject([{ collection: 'contracts', status: 'manual', rows: 0, readable: false }]);
    await expect(reviewCollection(desk.officer, { runId: run.id })).rejects.toMatchObject({
      code: 'source_awaits_person',
    });
    const place = { runId: run.id, dataset: 'paper', collection: 'contracts' };
    const mine = { id: 7, email: personas.korean.email };
    await supplyRows(desk.officer, place, lines({ id: 9, email: 'eve@example.com' }, mine));
    await runCollection(desk.worker, { runId: run.id }, { last: true });
    const [source] = (await loadCollection(desk.officer, { requestId }))?.sources ?? [];
    expect(source).toMatchObject({ status: 'read', rows: 1 });
    const page = await readCollectedRows(desk.officer, { sourceId: source?.id ?? '' });
    expect(page.rows.map((row) => row.found)).toEqual([mine]);
    await expect(supplyRows(desk.officer, place, lines())).rejects.toMatchObject({
      code: 'source_not_manual',
    });
    await reviewCollection(desk.officer, { runId: run.id });
    const other = await desk.proven([{ kind: 'email', value: personas.arabic.email }]);
    const again = await desk.collect(other.reference);
    await supplyRows(desk.officer, { ...place, runId: again.run.id }, lines(mine));
    // What was supplied and never taken up holds personal data all the same.
    const supplied = `supplied/${again.sources[0]?.id}`;
    expect(await desk.ctx.storage.exists(supplied)).toBe(true);
    await purgePayload(desk.worker, other.requestId);
    expect(await desk.ctx.storage.exists(supplied)).toBe(false);
    await desk.ctx.db.delete(dataMaps).where(eq(dataMaps.activatedBy, 'test'));
  });
});

describe('withholding', () => {
  it('asks for the review again, and can be lifted', async () => {
    const { reference, requestId } = await desk.proven([
      { kind: 'email', value: personas.californian.email },
    ]);
    const { run } = await desk.collect(reference);
    const place = { runId: run.id, dataset: 'northwind', collection: 'transactions', ...why };
    const reviewed = async () => (await loadCollection(desk.officer, { requestId }))?.run.reviewedAt ?? null;
    await reviewCollection(desk.officer, { runId: run.id });
    expect(await reviewed()).not.toBeNull();
    const { id } = await withholdRow(desk.officer, {
      ...place,
      row: 0,
      fields: ['amount'],
      reason: 'They are secret.',
    });
    expect(await reviewed()).toBeNull();
    await withholdCollection(desk.officer, { ...place, collection: 'devices' });
    const loaded = await loadCollection(desk.officer, { requestId });
    expect(loaded?.withholdings.map((one) => [one.collection, one.row, one.fields, one.reason])).toEqual([
      ['transactions', 0, ['amount'], 'They are secret.'],
      ['devices', null, null, null],
    ]);
    await liftWithholding(desk.officer, { withholdingId: id });
    expect((await loadCollection(desk.officer, { requestId }))?.withholdings).toHaveLength(1);
    await expect(liftWithholding(desk.officer, { withholdingId: id })).rejects.toMatchObject({
      code: 'withholding',
    });
  });

  it('refuses a row and a field that are not there', async () => {
    const { reference } = await desk.proven([{ kind: 'email', value: personas.chinese.email }]);
    const { run } = await desk.collect(reference);
    const place = { runId: run.id, dataset: 'northwind', collection: 'accounts', ...why };
    await expect(withholdRow(desk.officer, { ...place, row: 1 })).rejects.toMatchObject({
      code: 'no_such_row',
    });
    await expect(withholdRow(desk.officer, { ...place, row: 0, fields: ['ghost'] })).rejects.toMatchObject({
      code: 'no_such_field',
    });
    await expect(withholdCollection(desk.officer, { ...place, collection: 'ghosts' })).rejects.toMatchObject({
      code: 'collection_source',
    });
    await expect(withholdCollection(desk.officer, { ...place, citation: '' })).rejects.toThrow();
  });

  it.each(OUTSIDERS.filter(([who]) => who !== 'the worker'))(
    'and collecting are not for %s',
    async (_who, actor) => {
      const ctx = desk.as(actor);
      const runId = '00000000-0000-4000-8000-000000000000';
      const place = { runId, dataset: 'northwind', collection: 'accounts', ...why };
      const tries = [
        async () => startCollection(ctx, { reference: 'x' }),
        async () => reviewCollection(ctx, { runId }),
        async () => withholdCollection(ctx, place),
        async () => withholdRow(ctx, { ...place, row: 0 }),
        async () => liftWithholding(ctx, { withholdingId: runId }),
        async () => decideMatch(ctx, { candidateId: runId, decision: 'subject', reason: 'because I say so' }),
        async () => runCollection(ctx, { runId }, { last: true }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ name: 'Forbidden' });
    },
  );
});
