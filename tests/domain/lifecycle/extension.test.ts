import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { extensionStanding } from '#app/domain/lifecycle/extension.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';

const deadline = (facts: Partial<Deadline>): Deadline => ({
  pack: 'eea-gdpr',
  version: '2018-05-25',
  timezone: 'Europe/Amsterdam',
  standing: 'statutory',
  confidence: 'certain',
  due: '2026-03-02',
  dueUnrolled: null,
  ackDue: null,
  extendedDue: '2026-04-30',
  secondExtendedDue: null,
  extensionNoticeBy: '2026-03-02',
  policyDue: null,
  guidanceDue: null,
  dueNow: '2026-03-02',
  extensionsUsed: 0,
  steerBy: '2026-03-02',
  clock: { state: 'running', intervals: [] },
  derivation: [],
  ...facts,
});
const at = (iso: string) => Temporal.Instant.from(iso);

describe('an extension', () => {
  it('is lawful until the last second of the last day in the zone of the law', () => {
    expect(extensionStanding(deadline({}), at('2026-03-02T22:59:59Z'))).toEqual({
      lawful: true,
      noticeBy: '2026-03-02',
      newDue: '2026-04-30',
    });
    expect(extensionStanding(deadline({}), at('2026-03-02T23:00:00Z'))).toEqual({
      lawful: false,
      reason: 'too_late',
      noticeBy: '2026-03-02',
    });
  });

  it('ends with the instant where the law counts hours', () => {
    const hours = deadline({ extensionNoticeBy: '2026-03-02T10:00:00Z' });
    expect(extensionStanding(hours, at('2026-03-02T10:00:00Z')).lawful).toBe(true);
    expect(extensionStanding(hours, at('2026-03-02T10:00:01Z')).lawful).toBe(false);
  });

  it('brings the second extended date once the first is used', () => {
    const second = deadline({
      extensionsUsed: 1,
      extendedDue: '2026-04-01',
      secondExtendedDue: '2026-05-01',
    });
    expect(extensionStanding(second, at('2026-03-01T00:00:00Z'))).toMatchObject({ newDue: '2026-05-01' });
  });

  it('is not provided where the law gives none, where all are used, and where no law is described', () => {
    const none = { lawful: false, reason: 'not_provided', noticeBy: null };
    expect(extensionStanding(deadline({ extensionNoticeBy: null }), at('2026-03-01T00:00:00Z'))).toEqual(
      none,
    );
    expect(extensionStanding(null, at('2026-03-01T00:00:00Z'))).toEqual(none);
  });
});
