import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverPackage } from '#app/services/cases/deliver-package.ts';
import { refuseIdentity } from '#app/services/cases/refuse-identity.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { change } from '#app/services/change.ts';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import { withholdCollection } from '#app/services/collection/withhold.ts';
import { buildPackage } from '#app/services/disclosure/build-package.ts';
import { openPackageStream } from '#app/services/disclosure/open-package-stream.ts';
import { requestPackage } from '#app/services/disclosure/request-package.ts';
import { jwks, rotateSigningKey } from '#app/services/disclosure/signing-keys.ts';
import { keySetSchema } from '#app/services/disclosure/verify/check-signature.ts';
import { verifyPackage } from '#app/services/disclosure/verify-package.ts';
import { saveServices, servicesSchema } from '#app/services/organisation/save-services.ts';
import { bystander, personas } from '#db/northwind/personas.ts';
import { controllers, packages } from '#db/schema/index.ts';
import { allOf } from '#tests/support/all-of.ts';
import { type DemoDesk, openDemoDesk } from './demo-desk.ts';
import { manifestOf, unzip, verify } from './sample-package.ts';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await openDemoDesk();
});
afterAll(() => desk.close());

type Filing = Parameters<DemoDesk['proven']>[1];

async function reviewed(email: string, filing: Filing = {}) {
  const filed = await desk.proven([{ kind: 'email', value: email }], filing);
  const { run } = await desk.collect(filed.reference);
  await reviewCollection(desk.officer, { runId: run.id });
  return { ...filed, runId: run.id, itemId: filed.items[0] ?? '' };
}
async function built(email: string, filing: Filing = {}) {
  const filed = await reviewed(email, filing);
  const { packageId } = await requestPackage(desk.officer, {
    reference: filed.reference,
    itemId: filed.itemId,
  });
  await buildPackage(desk.worker, { packageId }, { last: true });
  return { ...filed, packageId };
}
const rowOf = async (id: string) => (await desk.ctx.db.select().from(packages).where(eq(packages.id, id)))[0];
async function bytesOf(packageId: string, ctx = desk.officer) {
  const { stream } = await openPackageStream(ctx, { packageId });
  return Buffer.concat((await allOf(stream)) as Buffer[]);
}

describe('a package of collected rows', () => {
  it('is built, signed with a published key, and found valid by the verifier', async () => {
    const { packageId, reference } = await built(personas.korean.email, { locale: 'ko', country: 'KR' });
    expect(await rowOf(packageId)).toMatchObject({ status: 'built', failure: null });
    expect(await verifyPackage(desk.auditor, { packageId })).toMatchObject({
      verdict: 'valid',
      manifest: { reference },
    });
    const bytes = await bytesOf(packageId);
    const keys = keySetSchema.parse(await jwks(desk.ctx));
    expect((await verify(bytes, keys)).verdict).toBe('valid');
    const entries = await unzip(bytes);
    const manifest = manifestOf(entries);
    expect(manifest).toMatchObject({
      language: 'ko',
      law: { jurisdiction: 'KR' },
      subject: { proven: [{ kind: 'email', value: personas.korean.email, methods: ['attribute_matching'] }] },
    });
    expect(manifest.collections[0]?.purposes).toEqual(['가입하신 서비스의 제공']);
    expect(String(entries.get('README'))).toContain('귀하의 개인정보');
    expect(String(entries.get('data/northwind/accounts.json'))).toContain('김민서');
    expect([...entries.values()].join('')).not.toMatch(/argon2|INVENTED-\d|tok_|XX00NORTHWIND/);
  });

  it('shows the third person in a conversation masked, with the ground', async () => {
    const { packageId } = await built(personas.ticketOwner.email);
    const entries = await unzip(await bytesOf(packageId));
    const everything = [...entries.values()].join('');
    expect(everything).not.toContain(bystander.email);
    expect(everything).not.toContain(bystander.fullName);
    expect(everything).toContain('[masked]');
    expect(manifestOf(entries).left_out).toContainEqual({
      source: 'northwind/ticket_messages',
      scope: 'value',
      field: 'body',
      count: 3,
      ground: 'rights_of_others',
    });
  });

  it('made twice of the same rows differs in the manifest and the signature only', async () => {
    const one = await built(personas.oddValues.email);
    desk.clock.set(desk.clock.now().add({ minutes: 5 }));
    const { packageId } = await requestPackage(desk.officer, {
      reference: one.reference,
      itemId: one.itemId,
    });
    await buildPackage(desk.worker, { packageId }, { last: true });
    const [first, again] = [await unzip(await bytesOf(one.packageId)), await unzip(await bytesOf(packageId))];
    expect([...again.keys()]).toEqual([...first.keys()]);
    const differing = [...first]
      .filter(([path, bytes]) => !again.get(path)?.equals(bytes))
      .map(([path]) => path);
    expect(differing.filter((path) => path !== 'manifest.json' && path !== 'signature.jws')).toEqual([]);
  });

  it('names the privacy officer for the service that the request is about, beside the controller', async () => {
    const system = desk.as({ kind: 'system', name: 'habeas configure' });
    const configure = (contact: { email: string } | undefined) =>
      change(system, (tx) =>
        saveServices(
          system,
          tx,
          servicesSchema.parse([
            { id: 'cloud', name: 'Cloud', policy: 'own' },
            { id: 'forum', name: 'Forum', policy: 'general', contact },
          ]),
        ),
      );
    await configure({ email: 'officer@forum.example' });
    await desk.ctx.db.insert(controllers).values({
      name: 'Northwind Cloud Europe B.V.',
      address: 'Voorbeeldkade 12',
      contactEmail: 'privacy.eu@northwind.example',
      jurisdictions: ['EEA'],
      calendar: 'NL',
    });
    const contactIn = async (service: string) => {
      const { packageId } = await built(personas.japanese.email, { service });
      const { controller } = manifestOf(await unzip(await bytesOf(packageId)));
      expect(controller.name).toBe('Northwind Cloud Europe B.V.');
      return controller.contact;
    };
    expect(await contactIn('forum')).toBe('officer@forum.example');
    expect(await contactIn('cloud')).toBe('privacy.eu@northwind.example');
  });

  it('for portability holds less than for access', async () => {
    const filing = { items: [{ right: 'portability' as const, details: {} }] };
    const { packageId } = await built(personas.arabic.email, filing);
    const manifest = manifestOf(await unzip(await bytesOf(packageId)));
    expect(manifest.kind).toBe('portability');
    expect(manifest.files.map((file) => file.path)).not.toContain('data/northwind/access_logs.json');
    expect((await verifyPackage(desk.officer, { packageId })).verdict).toBe('valid');
  });

  it('waits for the review, and is set aside when something is withheld after it was built', async () => {
    const filed = await desk.proven([{ kind: 'email', value: personas.japanese.email }]);
    const target = { reference: filed.reference, itemId: filed.items[0] ?? '' };
    await expect(requestPackage(desk.officer, target)).rejects.toMatchObject({ code: 'not_collected' });
    const { run } = await desk.collect(filed.reference);
    await expect(requestPackage(desk.officer, target)).rejects.toMatchObject({ code: 'review_missing' });
    await reviewCollection(desk.officer, { runId: run.id });
    const { packageId } = await requestPackage(desk.officer, target);
    await expect(requestPackage(desk.officer, target)).rejects.toMatchObject({ code: 'package_underway' });
    await buildPackage(desk.worker, { packageId }, { last: true });
    await withholdCollection(desk.officer, {
      runId: run.id,
      dataset: 'northwind',
      collection: 'accounts',
      ground: 'security',
      citation: 'GDPR Art. 32',
    });
    expect(await rowOf(packageId)).toMatchObject({ status: 'failed', failure: 'superseded' });
    await expect(deliverPackage(desk.officer, target)).rejects.toMatchObject({ code: 'no_package' });
  });

  it('never leaves on the strength of a later proof once the identity it was made for was refused', async () => {
    const { packageId, reference, itemId } = await built(personas.arabic.email);
    const doubt = {
      reference,
      doubt: 'suspected_impersonation',
      reason: 'The caller knew no order.',
    } as const;
    await refuseIdentity(desk.officer, doubt);
    const proof = {
      reference,
      method: 'document_checked',
      compared: ['document_photo', 'name', 'date_of_birth'],
      reason: 'The document shows somebody else of that name.',
      proven: [],
    } as const;
    await verifyIdentityByHand(desk.officer, { ...proof, compared: [...proof.compared], proven: [] });
    const target = { reference, itemId };
    expect(await rowOf(packageId)).toMatchObject({ status: 'failed', failure: 'superseded' });
    await expect(deliverPackage(desk.officer, target)).rejects.toMatchObject({ code: 'no_package' });
    await expect(requestPackage(desk.officer, target)).rejects.toMatchObject({ code: 'not_collected' });
  });

  it('can no longer be downloaded once the identity was refused, however it is proven later', async () => {
    const { packageId, requestId, reference, itemId } = await built(personas.arabic.email);
    await deliverPackage(desk.officer, { reference, itemId });
    const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
    await refuseIdentity(desk.officer, { reference, doubt: 'attributes_differ', reason: 'Two birthdays.' });
    await expect(openPackageStream(subject, { packageId })).rejects.toMatchObject({
      code: 'download_expired',
    });
  });

  it('reaches the data subject once it is delivered, only them, and only while it lasts', async () => {
    const { packageId, requestId, reference, itemId } = await built(personas.californian.email, {
      country: 'US',
      region: 'US-CA',
    });
    const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
    await expect(openPackageStream(subject, { packageId })).rejects.toMatchObject({ code: 'not_delivered' });
    await deliverPackage(desk.officer, { reference, itemId });
    const download = await openPackageStream(subject, { packageId });
    expect(download).toMatchObject({ fileName: `${reference}.zip`, bytes: (await rowOf(packageId))?.bytes });
    expect(Buffer.concat((await allOf(download.stream)) as Buffer[]).length).toBe(download.bytes);
    expect((await rowOf(packageId))?.downloads).toBe(1);
    const stranger = desk.as({ kind: 'subject', requestId: packageId, scope: 'track' });
    await expect(openPackageStream(stranger, { packageId })).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(openPackageStream(desk.ctx, { packageId })).rejects.toMatchObject({ name: 'Forbidden' });
    await desk.ctx.db.update(packages).set({ expiresAt: desk.clock.now() }).where(eq(packages.id, packageId));
    await expect(openPackageStream(subject, { packageId })).rejects.toMatchObject({
      code: 'download_expired',
    });
  });

  it('stays verifiable after the key was changed', async () => {
    const { packageId } = await built(personas.chinese.email);
    const { kid } = await rotateSigningKey(desk.administrator);
    const { keys } = await jwks(desk.ctx);
    expect(keys.map((key) => key.kid)).toContain(kid);
    expect(keys.length).toBeGreaterThan(1);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect((await verifyPackage(desk.officer, { packageId })).verdict).toBe('valid');
    const later = await built(personas.heavy.email);
    expect((await rowOf(later.packageId))?.signingKeyId).toBe(kid);
    await expect(rotateSigningKey(desk.officer)).rejects.toMatchObject({ name: 'Forbidden' });
  });

  it('that cannot be built says so and leaves no file', async () => {
    const filed = await reviewed(personas.sparse.email);
    const { packageId } = await requestPackage(desk.officer, {
      reference: filed.reference,
      itemId: filed.itemId,
    });
    const failing = {
      ...desk.worker,
      storage: { ...desk.worker.storage, write: async () => Promise.reject(new Error('disk full')) },
    };
    await expect(buildPackage(failing, { packageId }, { last: false })).rejects.toThrow('disk full');
    expect((await rowOf(packageId))?.status).toBe('building');
    await buildPackage(failing, { packageId }, { last: true });
    expect(await rowOf(packageId)).toMatchObject({ status: 'failed', failure: 'failed', storageKey: null });
  });
});
