import { describe, expect, test } from 'vitest';
import { deadlineOn } from '../support.ts';

describe('EEA: one month, rolled over by Regulation 1182/71', () => {
  test('asking for identity or clarification moves nothing, since the text has no pause', () => {
    const plain = deadlineOn('EEA', 'access', '2026-06-01');
    const asked = deadlineOn('EEA', 'access', '2026-06-01', {
      events: [
        { type: 'identity_requested', at: '2026-06-02' },
        { type: 'identity_verified', at: '2026-06-20' },
      ],
    });
    expect(asked.due).toBe(plain.due);
    expect(asked.steerBy).toBe(plain.steerBy);
    expect(asked.derivation.map((s) => s.step)).toContain('derivation.tolerated_identity');
  });

  test('a notice on the last day extends, a notice a day later does not', () => {
    const inTime = deadlineOn('EEA', 'access', '2026-02-28', { extensions: [{ sentAt: '2026-03-30' }] });
    const late = deadlineOn('EEA', 'access', '2026-02-28', { extensions: [{ sentAt: '2026-03-31' }] });
    expect(inTime).toMatchObject({ extensionsUsed: 1, dueNow: '2026-05-28', extensionNoticeBy: null });
    expect(late).toMatchObject({ extensionsUsed: 0, dueNow: '2026-03-30', extensionNoticeBy: '2026-03-30' });
  });

  test('withdrawing consent gets no invented number', () => {
    expect(deadlineOn('EEA', 'withdraw_consent', '2026-06-01')).toMatchObject({
      due: null,
      extendedDue: null,
      steerBy: null,
    });
  });

  test('the promise of ten days steers an erasure and is not law', () => {
    expect(deadlineOn('EEA', 'deletion', '2026-06-01')).toMatchObject({
      due: '2026-07-01',
      policyDue: '2026-06-11',
      steerBy: '2026-06-11',
    });
  });

  test('a controller in Germany looks at the German calendar', () => {
    expect(deadlineOn('EEA', 'access', '2026-09-03', { placeCalendar: 'DE' }).due).toBe('2026-10-05');
    expect(deadlineOn('EEA', 'access', '2026-04-01', { placeCalendar: 'DE' }).due).toBe('2026-05-04');
    expect(deadlineOn('EEA', 'access', '2026-04-01').due).toBe('2026-05-01');
  });
});

describe('France: everything of the EEA and instructions for after death', () => {
  test('access is the GDPR, counted as in the EEA, under the French pack', () => {
    expect(deadlineOn('FR', 'access', '2026-02-28')).toMatchObject({ pack: 'fr-lil', due: '2026-03-30' });
  });
  test('post-mortem directives are statutory and have no number', () => {
    expect(deadlineOn('FR', 'post_mortem', '2026-02-28')).toMatchObject({ standing: 'statutory', due: null });
  });
  test('the article was renumbered on 1 June 2019', () => {
    expect(deadlineOn('FR', 'post_mortem', '2019-05-31').version).toBe('2018-05-25');
    expect(deadlineOn('FR', 'post_mortem', '2019-06-01').version).toBe('2019-06-01');
  });
});

describe('United Kingdom: the relevant time, and a pause for access only', () => {
  const asked = (from: string, to?: string) => [
    { type: 'clarification_requested' as const, at: from },
    ...(to ? [{ type: 'clarification_received' as const, at: to }] : []),
  ];

  test('Article 12A applies from 5 February 2026, complaints from 19 June 2026', () => {
    expect(deadlineOn('GB', 'access', '2026-02-04').version).toBe('2021-01-01');
    expect(deadlineOn('GB', 'access', '2026-02-05').version).toBe('2026-02-05');
    expect(deadlineOn('GB', 'complaint', '2026-06-18')).toMatchObject({
      standing: 'not_in_force',
      ackDue: null,
    });
    expect(deadlineOn('GB', 'complaint', '2026-06-19')).toMatchObject({
      standing: 'statutory',
      ackDue: '2026-07-20',
      due: null,
    });
  });

  test('the relevant time is the latest of receipt, identity and fee', () => {
    const events = [
      { type: 'identity_requested', at: '2026-03-03' },
      { type: 'fee_requested', at: '2026-03-04' },
      { type: 'identity_verified', at: '2026-03-10' },
      { type: 'fee_paid', at: '2026-03-12' },
    ] as const;
    expect(deadlineOn('GB', 'correction', '2026-03-02', { events: [...events] })).toMatchObject({
      due: '2026-04-13',
      dueUnrolled: '2026-04-12',
    });
  });

  test('while identity is outstanding the clock has not started, and work is steered by the safe date', () => {
    const d = deadlineOn('GB', 'access', '2026-03-02', {
      events: [{ type: 'identity_requested', at: '2026-03-03' }],
    });
    expect(d).toMatchObject({ due: null, steerBy: '2026-04-02', clock: { state: 'not_started' } });
  });

  test('clarification asked and answered on one day leaves out that one day', () => {
    expect(deadlineOn('GB', 'access', '2026-06-01', { events: asked('2026-06-03', '2026-06-03') }).due).toBe(
      '2026-07-02',
    );
  });

  test('clarification asked on the last day pauses, asked a day later it is too late', () => {
    expect(deadlineOn('GB', 'access', '2026-06-01', { events: asked('2026-07-01', '2026-07-02') }).due).toBe(
      '2026-07-03',
    );
    expect(deadlineOn('GB', 'access', '2026-06-01', { events: asked('2026-07-02', '2026-07-03') }).due).toBe(
      '2026-07-01',
    );
  });

  test('an unanswered clarification pauses access and nothing else', () => {
    const events = asked('2026-06-03');
    expect(deadlineOn('GB', 'access', '2026-06-01', { events })).toMatchObject({
      due: null,
      clock: { state: 'paused' },
    });
    expect(deadlineOn('GB', 'portability', '2026-06-01', { events })).toMatchObject({
      due: '2026-07-01',
      clock: { state: 'running' },
    });
  });

  test('before Article 12A the pause is guidance: it moves the outer limit, and work keeps the unpaused date', () => {
    const d = deadlineOn('GB', 'access', '2025-06-02', { events: asked('2025-06-04', '2025-06-10') });
    expect(d).toMatchObject({ due: '2025-07-09', steerBy: '2025-07-02', confidence: 'likely' });
  });

  test('a Scottish controller keeps the first Monday in August, an English one the last', () => {
    expect(deadlineOn('GB', 'access', '2026-07-03').due).toBe('2026-08-03');
    expect(deadlineOn('GB', 'access', '2026-07-03', { placeCalendar: 'GB-SCT' }).due).toBe('2026-08-04');
    expect(deadlineOn('GB', 'access', '2026-07-31', { placeCalendar: 'GB-SCT' }).due).toBe('2026-08-31');
  });
});

describe('Switzerland: thirty days, and ten to reflect on a cost share', () => {
  test('the roll-over is an analogy, so work is steered by the unrolled day', () => {
    expect(deadlineOn('CH', 'access', '2026-07-02')).toMatchObject({
      due: '2026-08-03',
      dueUnrolled: '2026-08-01',
      steerBy: '2026-08-01',
    });
  });
  test('confirmed on the tenth day: thirty days run from that day', () => {
    const events = [
      { type: 'fee_notified', at: '2026-06-05' },
      { type: 'fee_confirmed', at: '2026-06-15' },
    ] as const;
    expect(deadlineOn('CH', 'access', '2026-06-01', { events: [...events] })).toMatchObject({
      due: '2026-07-15',
    });
  });
  test('confirmed on the eleventh day: the request counts as withdrawn', () => {
    const events = [
      { type: 'fee_notified', at: '2026-06-05' },
      { type: 'fee_confirmed', at: '2026-06-16' },
    ] as const;
    expect(deadlineOn('CH', 'access', '2026-06-01', { events: [...events] })).toMatchObject({
      due: null,
      steerBy: null,
      clock: { state: 'stopped' },
    });
  });
  test('a correction has no number; thirty days are a target', () => {
    expect(deadlineOn('CH', 'correction', '2026-06-01')).toMatchObject({ due: null, steerBy: '2026-07-01' });
  });
});
