import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, availableEvents } from '#app/domain/lifecycle/apply-event.ts';
import { ITEM_STATUSES, isClosed, requestStatus } from '#app/domain/lifecycle/item-status.ts';
import { LIFECYCLE_EVENTS, type Requirement } from '#app/domain/lifecycle/transitions.ts';

const everything = new Set<Requirement>([
  'execution_record',
  'ground',
  'reasons',
  'regulator',
  'remedy',
  'identity_sufficient',
  'review_complete',
  'second_person',
  'transfer_settled',
  'extension_lawful',
]);
const status = fc.constantFrom(...ITEM_STATUSES);
const event = fc.constantFrom(...LIFECYCLE_EVENTS);
const actor = fc.constantFrom('subject' as const, 'officer' as const, 'system' as const);

describe('the lifecycle of an item', () => {
  it('lets nothing leave a closed status, whoever asks and whatever is shown', () => {
    fc.assert(
      fc.property(status.filter(isClosed), event, actor, (from, what, who) => {
        expect(applyEvent(from, what, who, everything).ok).toBe(false);
        expect(availableEvents(from, who)).toEqual([]);
      }),
    );
  });

  it('offers an actor exactly the events that succeed once everything needed is on record', () => {
    fc.assert(
      fc.property(status, event, actor, (from, what, who) => {
        expect(availableEvents(from, who).includes(what)).toBe(applyEvent(from, what, who, everything).ok);
      }),
    );
  });

  it.each<Requirement>([
    'execution_record',
    'identity_sufficient',
    'review_complete',
    'second_person',
    'transfer_settled',
  ])('fulfils nothing without %s, and names what is missing', (missing) => {
    const without = new Set([...everything].filter((need) => need !== missing));
    const outcome = applyEvent('in-review', 'fulfilled', 'officer', without);
    expect(outcome).toEqual({
      ok: false,
      refusal: {
        code: 'missing_requirement',
        event: 'fulfilled',
        status: 'in-review',
        expected: [missing],
      },
    });
  });

  it('refuses nothing without ground, reasons, regulator and remedy', () => {
    const outcome = applyEvent('in-progress', 'refused', 'officer', new Set());
    expect(!outcome.ok && outcome.refusal.expected).toEqual(['ground', 'reasons', 'regulator', 'remedy']);
  });

  it('keeps the status when the response is extended, because an extension is a fact on the clock', () => {
    const outcome = applyEvent('in-progress', 'extended', 'officer', everything);
    expect(outcome).toMatchObject({
      ok: true,
      next: 'in-progress',
      audit: { from: 'in-progress', to: 'in-progress' },
    });
  });

  it('does not let a subject decide, nor an officer withdraw', () => {
    expect(applyEvent('in-review', 'fulfilled', 'subject', everything)).toMatchObject({
      refusal: { code: 'wrong_actor' },
    });
    expect(applyEvent('in-review', 'withdrawn', 'officer', everything)).toMatchObject({
      refusal: { code: 'wrong_actor' },
    });
  });

  it('expires only what was never verified', () => {
    const expirable = ITEM_STATUSES.filter((from) => applyEvent(from, 'expired', 'system', everything).ok);
    expect(expirable).toEqual(['received', 'awaiting-identity']);
  });
});

describe('the status of a request', () => {
  it('is closed only when each item is', () => {
    expect(requestStatus(['fulfilled', 'refused'])).toBe('closed');
    expect(requestStatus(['fulfilled', 'in-progress'])).toBe('in-progress');
  });

  it('names the subject as soon as one item waits for them', () => {
    expect(requestStatus(['in-review', 'awaiting-clarification'])).toBe('awaiting-subject');
  });

  it('does not exist without items', () => {
    expect(() => requestStatus([])).toThrow('expected at least one item');
  });
});
