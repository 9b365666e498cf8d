import { change } from '#app/services/change.ts';
import type { Ctx } from '#app/services/context.ts';
import { currentSigningKey } from '#app/services/disclosure/signing-keys.ts';
import { saveReceivers } from '#app/services/organisation/save-receivers.ts';
import { saveServices, servicesSchema } from '#app/services/organisation/save-services.ts';
import { createPerson } from '#app/services/people/create-person.ts';
import type { DemoPerson } from '#app/start/seed.ts';
import { controllers, organisation, type StaffRole } from '#db/schema/index.ts';
import { inTransaction } from './in-transaction.ts';

const CONTACT = 'privacy@northwind.example';

/** Answers for all that no other company does. */
const ASIA = {
  name: 'Northwind Cloud Pte. Ltd.',
  address: '1 Example Quay, Singapore 018900',
  contactEmail: 'privacy.sg@northwind.example',
  calendar: 'SG',
};

/** Companies of the invented group. The European one answers for the EEA, the United Kingdom and Switzerland. */
const COMPANIES = [
  {
    name: 'Northwind Cloud Europe B.V.',
    address: 'Voorbeeldkade 12, 1011 AB Amsterdam, the Netherlands',
    contactEmail: 'privacy.eu@northwind.example',
    jurisdictions: ['EEA', 'FR', 'GB', 'CH'],
    calendar: 'NL',
  },
  {
    name: 'Northwind Cloud Inc.',
    address: '100 Example Street, San Francisco, CA 94105, United States',
    contactEmail: 'privacy.us@northwind.example',
    jurisdictions: ['US-CA', 'US-VA', 'US-CO', 'US-CT', 'US-TX'],
    calendar: 'US',
  },
  {
    name: 'Northwind Cloud Korea Ltd.',
    address: '1 Gasang-ro, Seoul, Republic of Korea',
    contactEmail: 'privacy.kr@northwind.example',
    phone: '+82 2 0000 0000',
    representativeName: 'Gasang Daeri Co., Ltd.',
    representativeAddress: '2 Gasang-ro, Seoul, Republic of Korea',
    representativeEmail: 'agent.kr@northwind.example',
    jurisdictions: ['KR'],
    calendar: 'KR',
  },
  {
    ...ASIA,
    representativeName: 'Örnek Temsilcilik A.Ş.',
    representativeAddress: 'Örnek Caddesi 1, İstanbul, Türkiye',
    representativeEmail: 'agent.tr@northwind.example',
    jurisdictions: ['TR'],
  },
  { ...ASIA, phone: '+60 3 0000 0000', jurisdictions: ['MY'] },
  { ...ASIA, jurisdictions: ['*'] },
];

/** What the invented group offers. Two services have a policy of their own; the forum is under the general one. */
const SERVICES = servicesSchema.parse([
  {
    id: 'cloud',
    name: { en: 'Northwind Cloud', ko: '노스윈드 클라우드', ar: 'نورث ويند كلاود' },
    policy: 'own',
  },
  {
    id: 'mail',
    name: { en: 'Northwind Mail', ko: '노스윈드 메일', ar: 'نورث ويند ميل' },
    policy: 'own',
    contact: { email: 'privacy.mail@northwind.example' },
  },
  {
    id: 'forum',
    name: { en: 'Northwind Forum', ko: '노스윈드 포럼', ar: 'منتدى نورث ويند' },
    policy: 'general',
    contact: {
      email: 'privacy.officer@northwind.example',
      address: 'Privacy Officer, Legal Department, 9 Example Road East, Hong Kong',
    },
  },
]);
/** An invented competitor to which packages can be sent. No such server exists, so that a demo sends nothing. */
export const PARTNER = {
  id: 'southwind',
  name: 'Southwind Cloud SAS',
  territory: 'FR',
  contactEmail: 'portability@southwind.example',
  endpoint: 'https://portability.southwind.example/packages',
  token: 'a-secret-that-opens-nothing',
};

const STAFF: readonly { name: string; email: string; role: StaffRole }[] = [
  { name: 'Robin Vermeer', email: 'robin.vermeer@northwind.example', role: 'officer' },
  { name: 'Jiwoo Park', email: 'jiwoo.park@northwind.example', role: 'officer' },
  { name: 'Amal Nasser', email: 'amal.nasser@northwind.example', role: 'administrator' },
  { name: 'Chris Novak', email: 'chris.novak@northwind.example', role: 'auditor' },
];

/** Whether the database serves an organisation that is not the demo's. */
export async function isForeign(ctx: Ctx): Promise<boolean> {
  const [found] = await ctx.db.select({ demo: organisation.demo }).from(organisation).limit(1);
  return found?.demo === false;
}

/**
 * Makes the organisation, its companies, its people and its signing key, unless they are there.
 * @param remember is called before the commit: the database holds hashes only, so whoever is in it must be known
 */
export function foundOrganisation(ctx: Ctx, remember: (people: DemoPerson[]) => void): Promise<void> {
  return inTransaction(ctx, async (within) => {
    const [found] = await within.db.select().from(organisation).limit(1);
    if (found) return;
    await change(within, async (tx) => {
      const createdAt = ctx.clock.now();
      await tx.db
        .insert(organisation)
        .values({ name: 'Northwind Cloud', contactEmail: CONTACT, demo: true, createdAt });
      await tx.db.insert(controllers).values(COMPANIES);
      await saveServices(within, tx, SERVICES);
      await saveReceivers(within, tx, [PARTNER]);
      await tx.audit({ kind: 'settings.changed', data: { setting: 'organisation' } });
    });
    await currentSigningKey(within);
    const people: DemoPerson[] = [];
    for (const person of STAFF) people.push(await createPerson(within, person));
    remember(people.map(({ email, password, totpSecret }) => ({ email, password, totpSecret })));
  });
}
