import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeRights } from '#app/services/requests/describe-rights.ts';
import { controllers } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide('2026-01-31T12:00:00Z');
  const common = { address: 'Somewhere 1', contactEmail: 'privacy@example.org', calendar: 'NL' };
  await side.ctx.db.insert(controllers).values([
    { ...common, name: 'Everywhere Inc.', jurisdictions: ['*'] },
    { ...common, name: 'Europe B.V.', jurisdictions: ['EEA'] },
    {
      ...common,
      name: 'Korea Ltd.',
      jurisdictions: ['KR'],
      phone: '+82 2 0000 0000',
      representativeName: 'An agent Ltd.',
      representativeEmail: 'agent@example.org',
    },
  ]);
});
afterAll(() => side.base.drop());

const right = async (residence: { country: string; region?: string }, name: string) =>
  (await describeRights(side.ctx, residence)).rights.find((row) => row.right === name);

describe('describing the rights of a place', () => {
  it('names law, controller and authority of the place', async () => {
    const view = await describeRights(side.ctx, { country: 'DE' });
    expect(view).toMatchObject({ jurisdiction: 'EEA', kind: 'law', controller: { name: 'Europe B.V.' } });
    expect(view.regulator?.name).toContain('Autoriteit');
    expect(view.law?.name).toContain('2016/679');
  });

  it('names the agent and the telephone of a controller that has them', async () => {
    const korea = await describeRights(side.ctx, { country: 'KR' });
    expect(korea.card?.representative).toBe('domestic_agent');
    expect(korea.controller).toMatchObject({
      phone: '+82 2 0000 0000',
      representative: { name: 'An agent Ltd.', address: null, email: 'agent@example.org' },
    });
    const germany = await describeRights(side.ctx, { country: 'DE' });
    expect(germany.controller).toMatchObject({ phone: null, representative: null });
  });

  it('dates an access request of today with its derivation', async () => {
    const access = await right({ country: 'DE' }, 'access');
    expect(access).toMatchObject({ standing: 'statutory', askable: true, deadline: { due: '2026-03-02' } });
    const steps = access?.deadline?.derivation.filter(({ of }) => of === 'due') ?? [];
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every(({ citation }) => citation)).toBe(true);
  });

  it('shows erasure in Singapore as a courtesy with our promise and no date of law', async () => {
    const erasure = await right({ country: 'SG' }, 'erasure');
    expect(erasure).toMatchObject({ standing: 'discretionary', askable: true, deadline: { due: null } });
    expect(erasure?.deadline?.policyDue).toBe('2026-02-10');
  });

  it('offers what serves instead of a right that a law does not know, and gives that right no date', async () => {
    const objection = await right({ country: 'SG' }, 'objection');
    expect(objection).toMatchObject({ standing: 'not_available', askable: false, deadline: null });
    expect(objection?.instead).toBe('withdraw_consent');
  });

  it('promises sixty days by policy where no law is known', async () => {
    const view = await describeRights(side.ctx, { country: 'NZ' });
    expect(view).toMatchObject({ jurisdiction: 'ROW', kind: 'policy', regulator: null });
    expect(view.rights.find((row) => row.right === 'access')?.deadline?.policyDue).toBe('2026-04-01');
  });

  it('tells Californians of their right to opt out without proof of identity', async () => {
    expect(await right({ country: 'US', region: 'US-CA' }, 'optout_sale')).toMatchObject({
      assurance: 'none',
    });
  });
});
