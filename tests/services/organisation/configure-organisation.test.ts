import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Configuration,
  configureOrganisation,
} from '#app/services/organisation/configure-organisation.ts';
import {
  connections,
  controllers,
  dataMaps,
  organisation,
  receivers,
  signingKeys,
} from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const dataMap = readFileSync(new URL('../../../db/northwind/datamap.yml', import.meta.url), 'utf8');
const configuration: Configuration = {
  organisation: { name: 'A company', contactEmail: 'privacy@company.example' },
  controllers: [
    {
      name: 'A company B.V.',
      address: 'A street 1, Amsterdam',
      contactEmail: 'eu@company.example',
      jurisdictions: ['EEA', 'FR'],
      calendar: 'NL',
    },
    {
      name: 'A company Ltd',
      address: 'A quay 2, Singapore',
      contactEmail: 'sg@company.example',
      jurisdictions: ['*'],
      calendar: 'SG',
    },
  ],
  connections: [
    { key: 'northwind', kind: 'postgres', config: { url: 'postgres://reader:pw@db.company.example/crm' } },
  ],
  dataMap,
};
const PARTNER = {
  id: 'partner',
  name: 'A partner SAS',
  territory: 'FR',
  contactEmail: 'in@partner.example',
  endpoint: 'https://in.partner.example/packages',
  token: 'a-bearer-secret-of-theirs',
};
const cli = () => testContext(base.app.db).as({ kind: 'system', name: 'habeas configure' });
const counted = () =>
  Promise.all(
    [organisation, controllers, connections, dataMaps, signingKeys].map((table) => base.app.db.$count(table)),
  );

describe('setting an installation up', () => {
  it('records who answers where, seals the address of the data and puts the map in force', async () => {
    expect(await configureOrganisation(cli(), configuration)).toEqual({
      controllers: 2,
      services: 0,
      connectionsChanged: 1,
      receiversChanged: 0,
      dataMapChanged: true,
    });
    expect(await counted()).toEqual([1, 2, 1, 1, 1]);
    expect(JSON.stringify(await base.app.db.select().from(connections))).not.toContain('db.company.example');
  });

  it('changes nothing when it is run again with the same file', async () => {
    expect(await configureOrganisation(cli(), configuration)).toMatchObject({
      connectionsChanged: 0,
      dataMapChanged: false,
    });
    expect(await counted()).toEqual([1, 2, 1, 1, 1]);
  });

  it('records how else a controller is reached, and forgets it when the file no longer says so', async () => {
    const [first, rest] = configuration.controllers;
    const reach = {
      phone: '+60 3 0000 0000',
      representativeName: 'An agent Ltd',
      representativeAddress: 'A road 3, Seoul',
      representativeEmail: 'agent@company.example',
    };
    const reached = () =>
      base.app.db.select().from(controllers).where(eq(controllers.contactEmail, 'eu@company.example'));
    if (!first || !rest) throw new Error('two controllers expected');
    await configureOrganisation(cli(), { ...configuration, controllers: [{ ...first, ...reach }, rest] });
    expect(await reached()).toEqual([expect.objectContaining(reach)]);
    await configureOrganisation(cli(), configuration);
    expect(await reached()).toEqual([
      expect.objectContaining({ phone: null, representativeName: null, representativeEmail: null }),
    ]);
  });

  it('seals where packages can be sent and the secret, and retires what is no longer named, secret and all', async () => {
    const rows = () => base.app.db.select().from(receivers);
    const configured = (...wanted: unknown[]) =>
      configureOrganisation(cli(), { ...configuration, receivers: wanted } as Configuration);
    expect(await configured(PARTNER)).toMatchObject({ receiversChanged: 1 });
    expect(await configured(PARTNER)).toMatchObject({ receiversChanged: 0 });
    const [known] = await rows();
    expect(known).toMatchObject({ key: 'partner', territory: 'FR', retiredAt: null });
    expect(JSON.stringify(known)).not.toMatch(/in\.partner\.example|a-bearer-secret/);

    expect(await configured({ ...PARTNER, token: 'another-bearer-secret' })).toMatchObject({
      receiversChanged: 1,
    });
    expect((await rows())[0]?.changedAt.toString()).toBe(known?.changedAt.toString());
    expect(await configured()).toMatchObject({ receiversChanged: 1 });
    const [retired] = await rows();
    expect(retired?.retiredAt).not.toBeNull();
    expect(cli().vault.open(retired?.configSealed ?? '', 'receivers.config')).toBe('');
    expect(await configured()).toMatchObject({ receiversChanged: 0 });
  });

  it.each([
    ['an address without TLS', { endpoint: 'http://in.partner.example/' }, 'endpoint_not_allowed'],
    ['an address with an account', { endpoint: 'https://a:b@in.partner.example/' }, 'endpoint_not_allowed'],
    ['a territory that is none', { territory: 'XX' }, 'expected a country'],
    ['a short secret', { token: 'secret' }, 'at least 16'],
    ['an id that cannot stand in the log', { id: 'Partner & Co' }, 'expected a short id'],
  ])('refuses a receiver with %s', async (_what, part, why) => {
    const wanted = { ...configuration, receivers: [{ ...PARTNER, ...part }] } as Configuration;
    await expect(configureOrganisation(cli(), wanted)).rejects.toThrow(why);
  });

  it('keeps everything as it was when the data map is wrong', async () => {
    const wrong = {
      ...configuration,
      organisation: { name: 'Other', contactEmail: 'x@y.example' },
      dataMap: 'dataset: 1',
    };
    await expect(configureOrganisation(cli(), wrong)).rejects.toMatchObject({ code: 'data_map_invalid' });
    expect((await base.app.db.select().from(organisation))[0]?.name).toBe('A company');
  });

  it.each([
    [
      'two controllers for one territory',
      [{ ...configuration.controllers[0], jurisdictions: ['EEA', '*'] }, configuration.controllers[1]],
    ],
    ['a territory that nobody answers for', [configuration.controllers[0]]],
    [
      'a representative without a name',
      [{ ...configuration.controllers[1], representativeEmail: 'agent@company.example' }],
    ],
    ['a telephone number of words', [{ ...configuration.controllers[1], phone: 'ask for it' }]],
    ['a calendar that does not exist', [{ ...configuration.controllers[1], calendar: 'ZZ' }]],
  ])('refuses %s', async (_what, changed) => {
    const wrong = { ...configuration, controllers: changed } as Configuration;
    await expect(configureOrganisation(cli(), wrong)).rejects.toThrow(
      /twice|nobody answers|expected a calendar|representative without a name|expected a telephone number/,
    );
  });

  it('is for the command line only', async () => {
    await expect(configureOrganisation(testContext(base.app.db).ctx, configuration)).rejects.toThrow(
      'system_only',
    );
    const administrator = testContext(base.app.db).as({
      kind: 'officer',
      personId: 'p',
      role: 'administrator',
    });
    await expect(configureOrganisation(administrator, configuration)).rejects.toThrow('system_only');
  });
});
