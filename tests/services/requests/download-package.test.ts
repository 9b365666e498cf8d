import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmAddress, sendCodeAgain } from '#app/services/identity/confirm-address.ts';
import { downloadPackage } from '#app/services/requests/download-package.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { collectionRuns, deliveryAuthorities, packages, requests } from '#db/schema/index.ts';
import { otherThan, type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = '192.0.2.0/24';
const CONTENT = Buffer.from('PK a package');

/** A request whose package was delivered, with a code for its download. */
async function delivered(part: Partial<Filing> = {}, changes: Partial<typeof packages.$inferInsert> = {}) {
  const filed = await side.file(part);
  const { requestId, subject } = filed;
  await confirmAddress(subject, { requestId, code: (await side.code(requestId, 'verify')) ?? '', network });
  const [item] = await side.items(requestId);
  const key = `package/${randomUUID()}`;
  await side.ctx.storage.write(key, chunks());
  const now = side.clock.now();
  const [run] = await side.ctx.db
    .insert(collectionRuns)
    .values({ requestId, status: 'collected', startedBy: 'o', queuedAt: now })
    .returning();
  const [row] = await side.ctx.db
    .insert(packages)
    .values({
      requestId,
      itemId: item?.id ?? '',
      runId: run?.id ?? '',
      status: 'built',
      storageKey: key,
      bytes: CONTENT.byteLength,
      queuedAt: now,
      deliveredAt: now,
      expiresAt: now.add({ hours: 24 }),
      ...changes,
    })
    .returning();
  await sendCodeAgain(subject, { requestId, network, purpose: 'download', locale: 'en' });
  const code = (await side.code(requestId, 'download')) ?? '';
  return { ...filed, packageId: row?.id ?? '', code, attempt: { requestId, ordinal: 0, code, network } };
}

async function* chunks() {
  yield CONTENT;
}

const downloadsOf = async (id: string) =>
  (await side.ctx.db.select().from(packages).where(eq(packages.id, id)))[0]?.downloads;

describe('downloading a package', () => {
  it('streams it for a fresh code and counts it', async () => {
    const { subject, attempt, packageId } = await delivered();
    const download = await downloadPackage(subject, attempt);
    const parts: Buffer[] = [];
    if (download.ok) for await (const part of download.stream) parts.push(Buffer.from(part));
    expect(Buffer.concat(parts)).toEqual(CONTENT);
    expect(download).toMatchObject({ bytes: CONTENT.byteLength });
    expect(await downloadsOf(packageId)).toBe(1);
  });

  it('wants a code for each download: the same one does not work twice', async () => {
    const { subject, attempt, packageId } = await delivered();
    await downloadPackage(subject, attempt);
    expect(await downloadPackage(subject, attempt)).toEqual({ ok: false });
    expect(await downloadsOf(packageId)).toBe(1);
  });

  it('gives nothing for a wrong code, or for the code of another purpose', async () => {
    const { subject, requestId, attempt, code } = await delivered();
    const verify = (await side.code(requestId, 'verify')) ?? '';
    for (const wrong of [otherThan(code), verify === code ? otherThan(code) : verify]) {
      expect(await downloadPackage(subject, { ...attempt, code: wrong })).toEqual({ ok: false });
    }
  });

  it.each([
    ['after its time', {}, { expiresAt: 'past' }, 'expired'],
    ['once it was purged', {}, { status: 'purged' as const }, 'expired'],
    ['below the assurance that the law asks for', { country: 'US', region: 'US-CA' }, {}, 'identity_missing'],
    ['while the authority is missing', { filedFor: 'child' as const }, {}, 'authority_missing'],
  ])('is refused %s, with the right code too', async (_, part, changes, code) => {
    const given = 'expiresAt' in changes ? { expiresAt: side.clock.now() } : changes;
    const representative = 'filedFor' in part ? { name: 'A Parent', relation: 'mother' } : null;
    const { subject, attempt, requestId } = await delivered({ ...part, representative }, given);
    await expect(downloadPackage(subject, attempt)).rejects.toMatchObject({ name: 'Conflict', code });
    expect((await readCase(subject, requestId)).packages).toMatchObject([{ standing: code }]);
  });

  it('follows what the officer recorded about who receives', async () => {
    const filed = { filedFor: 'child' as const, representative: { name: 'A Parent', relation: 'mother' } };
    for (const recipient of ['representative', 'subject'] as const) {
      const { subject, attempt, requestId } = await delivered(filed);
      await side.ctx.db.update(requests).set({ assurance: 'reasonable' }).where(eq(requests.id, requestId));
      await side.ctx.db.insert(deliveryAuthorities).values({
        requestId,
        authoritySeen: 'parental_responsibility',
        recipient,
        reasonSealed: side.ctx.vault.seal('seen', 'delivery_authorities.reason'),
        recordedBy: 'o',
        recordedAt: side.clock.now(),
      });
      const download = downloadPackage(subject, attempt);
      if (recipient === 'representative') expect(await download).toMatchObject({ ok: true });
      else await expect(download).rejects.toMatchObject({ code: 'for_subject_only' });
    }
  });

  it('does not exist before it was delivered', async () => {
    const { subject, attempt } = await delivered({}, { deliveredAt: null });
    await expect(downloadPackage(subject, attempt)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is for the subject of this request', async () => {
    const [mine, other] = [await delivered(), await delivered()];
    for (const ctx of [side.ctx, other.subject]) {
      await expect(downloadPackage(ctx, mine.attempt)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
