import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Configuration,
  configureOrganisation,
} from '#app/services/organisation/configure-organisation.ts';
import { offeredServices } from '#app/services/organisation/read-services.ts';
import { readReceipt } from '#app/services/requests/read-receipt.ts';
import { signReceipt } from '#app/services/requests/sign-receipt.ts';
import { services } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from '../requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide('2026-03-02T10:00:00Z');
});
afterAll(() => side.base.drop());
beforeEach(() => configure(SERVICES));

type Services = NonNullable<Configuration['services']>;

const SERVICES: Services = [
  {
    id: 'forum',
    name: { en: 'Forum', ko: '포럼' },
    policy: 'general',
    contact: { email: 'po@forum.example', address: '9 Road East' },
  },
  { id: 'cloud', name: 'Cloud', policy: 'own', policyUrl: 'https://cloud.example/privacy' },
];

function configure(wanted: Services | undefined) {
  return configureOrganisation(side.as({ kind: 'system', name: 'habeas configure' }), {
    organisation: { name: 'A company', contactEmail: 'privacy@company.example' },
    controllers: [
      {
        name: 'A company Ltd',
        address: 'A quay 2',
        contactEmail: 'sg@company.example',
        jurisdictions: ['*'],
        calendar: 'SG',
      },
    ],
    ...(wanted ? { services: wanted } : {}),
  });
}

describe('services of a configuration', () => {
  it('are asked about in the order of the file, each with its policy and its officer', async () => {
    expect(await offeredServices(side.ctx)).toEqual([
      {
        id: 'forum',
        name: { en: 'Forum', ko: '포럼' },
        policy: 'general',
        policyUrl: null,
        contactEmail: 'po@forum.example',
        contactAddress: '9 Road East',
      },
      {
        id: 'cloud',
        name: 'Cloud',
        policy: 'own',
        policyUrl: 'https://cloud.example/privacy',
        contactEmail: null,
        contactAddress: null,
      },
    ]);
  });

  it('are no longer asked about once the file leaves them out, and older requests still are about them', async () => {
    const { requestId, subject } = await side.file({ service: 'forum' });
    await configure(undefined);
    expect(await offeredServices(side.ctx)).toEqual([]);
    expect(await side.ctx.db.$count(services)).toBe(2);
    expect((await readReceipt(subject, requestId)).service).toMatchObject({
      service: { id: 'forum' },
      policy: 'general',
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['an id of several words', { id: 'The Forum', name: 'Forum', policy: 'own' }, /short word/],
    ['the id that stands for all', { id: 'any', name: 'Forum', policy: 'own' }, /stands for all services/],
    [
      'a policy that does not exist',
      { id: 'blog', name: 'Blog', policy: 'cloud' },
      /Invalid option: expected one of/,
    ],
    ['names without English', { id: 'blog', name: { ko: '포럼' }, policy: 'own' }, /among the languages/],
    [
      'a contact without a mailbox',
      { id: 'blog', name: 'Blog', policy: 'own', contact: { address: 'x' } },
      /email/,
    ],
    [
      'a policy at an address that is no page',
      { id: 'blog', name: 'Blog', policy: 'own', policyUrl: 'javascript:1' },
      /URL/,
    ],
  ])('are refused with %s, and nothing changes', async (_what, wrong, why) => {
    await expect(configure([SERVICES[0], wrong] as Services)).rejects.toThrow(why);
    expect(await offeredServices(side.ctx)).toHaveLength(2);
  });

  it('are refused when one is described twice', async () => {
    await expect(configure([...SERVICES, ...SERVICES])).rejects.toThrow('forum is described twice');
  });
});

describe('a request about a service', () => {
  it('remembers it, and the sixty days of the general policy stand beside the law', async () => {
    const { requestId, subject } = await side.file({ service: 'forum' });
    expect(await side.request(requestId)).toMatchObject({ serviceId: 'forum', policy: 'general' });
    const [item] = await side.items(requestId);
    expect(item?.deadline).toMatchObject({
      due: '2026-04-02',
      policyDue: '2026-05-01',
      steerBy: '2026-04-02',
    });
    const receipt = await readReceipt(subject, requestId);
    expect(receipt.service?.service).toMatchObject({
      contactEmail: 'po@forum.example',
      contactAddress: '9 Road East',
    });
    expect((await signReceipt(subject, requestId)).receipt).toMatchObject({
      service: { id: 'forum', policy: 'general' },
    });
  });

  it('keeps the promise of its day when the service is put under another policy later', async () => {
    const { requestId, subject } = await side.file({ service: 'forum' });
    await configure(SERVICES.map((service) => ({ ...service, policy: 'own' as const })));
    expect((await readReceipt(subject, requestId)).service?.policy).toBe('general');
  });

  it('has no promise of the general policy when the service has its own', async () => {
    const { requestId } = await side.file({ service: 'cloud' });
    expect((await side.items(requestId))[0]?.deadline?.policyDue).toBeNull();
  });

  it.each([['any'], [undefined], ['never-heard-of']])(
    'answered with %j may be about any of them',
    async (service) => {
      const { requestId } = await side.file(service ? { service } : {});
      expect(await side.request(requestId)).toMatchObject({ serviceId: null, policy: 'either' });
      expect((await side.items(requestId))[0]?.deadline?.policyDue).toBe('2026-05-01');
    },
  );

  it.each<[string, Services]>([
    ['no service', []],
    ['one service', SERVICES.slice(0, 1)],
  ])(
    'does not exist where %s is configured: nothing is stored, promised or signed',
    async (_what, wanted) => {
      await configure(wanted);
      const { requestId, subject } = await side.file({ service: 'forum' });
      expect(await side.request(requestId)).toMatchObject({ serviceId: null, policy: null });
      expect((await side.items(requestId))[0]?.deadline?.policyDue).toBeNull();
      expect((await readReceipt(subject, requestId)).service).toBeNull();
      expect((await signReceipt(subject, requestId)).receipt).not.toHaveProperty('service');
    },
  );
});
