import { expect, test } from 'vitest';
import { answerLine } from '#app/domain/rules/deadline-line.ts';
import { CALENDARS } from '#app/domain/rules/index.ts';

const good = {
  id: 'x',
  jurisdiction: 'GB',
  right: 'access',
  received_at: '2026-06-01T10:00:00+01:00',
  timezone: 'Europe/London',
  events: [] as unknown[],
};
const refusal = (change: Record<string, unknown>) =>
  answerLine(JSON.stringify({ ...good, ...change }), CALENDARS);
const event = (type: string, at: unknown) => ({ type, at });

test.each([
  ['an impossible date', { received_at: '2026-02-30T10:00:00Z' }, 'invalid_value', 'received_at'],
  ['a time without an offset', { received_at: '2026-02-20T10:00:00' }, 'invalid_value', 'received_at'],
  ['no time at all', { received_at: undefined }, 'missing_value', 'received_at'],
  ['an unknown zone', { timezone: 'Europe/Atlantis' }, 'unknown_zone', 'timezone'],
  ['an unknown right', { right: 'teleportation' }, 'unknown_right', 'right'],
  ['a word that every object knows', { right: 'constructor' }, 'unknown_right', 'right'],
  ['an unknown territory', { jurisdiction: 'XX' }, 'unknown_jurisdiction', 'jurisdiction'],
  ['no territory', { jurisdiction: undefined }, 'missing_value', 'jurisdiction'],
  ['an unknown size', { controller_size: 'huge' }, 'invalid_value', 'controller_size'],
  ['events that are no list', { events: {} }, 'invalid_value', 'events'],
  ['an unknown event', { events: [event('coffee', '2026-06-02')] }, 'unknown_event', 'events[0].type'],
  [
    'an event on a day that does not exist',
    { events: [event('fee_paid', '2026-06-31')] },
    'invalid_value',
    'events[0].at',
  ],
  [
    'an event before receipt',
    { events: [event('identity_requested', '2026-05-31')] },
    'event_out_of_order',
    'events[0].at',
  ],
  [
    'a clarification answered before it was asked',
    {
      events: [event('clarification_requested', '2026-06-10'), event('clarification_received', '2026-06-03')],
    },
    'event_out_of_order',
    'events[1]',
  ],
  [
    'an answer that nobody asked for',
    { events: [event('fee_paid', '2026-06-03')] },
    'event_out_of_order',
    'events[0]',
  ],
  ['a day before the law', { received_at: '2018-01-01T00:00:00Z' }, 'not_described', 'received_at'],
])('%s is refused with code, place, value and expectation', (_what, change, code, path) => {
  const answer = refusal(change);
  expect(answer).toMatchObject({ id: 'x', error: { code, path, expected: expect.stringMatching(/\S/) } });
});

test('a line that is no JSON is refused without an id', () => {
  expect(answerLine('{"id": "x"', CALENDARS)).toMatchObject({ id: null, error: { code: 'invalid_json' } });
  expect(answerLine('[1]', CALENDARS)).toMatchObject({ id: null, error: { code: 'invalid_json' } });
});

test('an id that is no name is not repeated', () => {
  expect(refusal({ id: { a: 1 } })).toMatchObject({ id: null, error: { code: 'invalid_value', path: 'id' } });
});

test('a long value is shown by its beginning', () => {
  expect(refusal({ right: 'x'.repeat(1000) })).toMatchObject({ error: { value: 'x'.repeat(200) } });
});

test('basis and unknown keys are ignored, null events and sizes are as absent', () => {
  expect(refusal({ basis: 'statute', surprise: 1, events: null, controller_size: null })).toMatchObject({
    due: '2026-07-01',
  });
});

test('an identity that was verified without being asked for moves nothing', () => {
  expect(refusal({ events: [event('identity_verified', '2026-06-05')] })).toMatchObject({
    due: '2026-07-01',
  });
});

test('events may be instants, read in the zone of the clock', () => {
  const events = [
    event('identity_requested', '2026-06-02T10:00:00Z'),
    event('identity_verified', '2026-06-09T23:30:00Z'),
  ];
  expect(refusal({ events })).toMatchObject({ due: '2026-07-10' });
});

test('on one day the times tell which event came first, not the order of the list', () => {
  const asked = event('clarification_requested', '2026-06-03T09:00:00Z');
  const answered = event('clarification_received', '2026-06-03T15:00:00Z');
  expect(refusal({ events: [answered, asked] })).toMatchObject({ due: '2026-07-02' });
  const early = event('clarification_received', '2026-06-03T08:00:00Z');
  expect(refusal({ events: [asked, early] })).toMatchObject({
    error: { code: 'event_out_of_order', path: 'events[1]' },
  });
});
