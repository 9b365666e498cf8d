import { describe, expect, it } from 'vitest';
import { planWalk } from '#app/domain/data-map/plan-walk.ts';
import { collection, mapOf, reference } from './small-map.ts';

const email = { name: 'email', fides_meta: { identity: 'email' } };
const people = collection('people', [email], { subject_record: true });
const proven = [{ kind: 'email' as const, value: ' Ada@Example.com ' }];
const sources = (plan: ReturnType<typeof planWalk>) => plan.steps.map((step) => step.source);

describe('the walk over the data map', () => {
  it('starts at proven attributes only, in their normal form', () => {
    const plan = planWalk(mapOf(people), proven);
    expect(plan.steps[0]?.reaches).toEqual([
      { by: 'identity', field: 'email', kind: 'email', values: ['ada@example.com'] },
    ]);
    expect(planWalk(mapOf(people), [{ kind: 'account_id', value: '7' }]).steps).toEqual([]);
    expect(planWalk(mapOf(people), []).steps).toEqual([]);
  });

  it('does not start at an attribute that is blank', () => {
    expect(planWalk(mapOf(people), [{ kind: 'email', value: '  ' }]).steps).toEqual([]);
  });

  it('reads a source after all the sources that lead to it', () => {
    const plan = planWalk(
      mapOf(
        collection('lines', [reference('order', 'orders.id'), reference('parcel', 'parcels.id')]),
        collection('orders', [reference('who', 'people.id')]),
        collection('parcels', [reference('order', 'orders.id')]),
        people,
      ),
      proven,
    );
    expect(sources(plan)).toEqual(['shop/people', 'shop/orders', 'shop/parcels', 'shop/lines']);
    expect(plan.steps[1]?.carries).toEqual(['id']);
    expect(plan.steps[3]?.reaches.map((reach) => reach.field)).toEqual(['order', 'parcel']);
  });

  it('never walks a reference backwards, whether its direction is given or not', () => {
    const messages = collection('messages', [reference('ticket', 'tickets.id'), email]);
    const plan = planWalk(mapOf(collection('tickets', []), messages), proven);
    expect(sources(plan)).toEqual(['shop/messages']);
    expect(plan.notWalked).toEqual([{ source: 'shop/tickets', reason: 'not_reached' }]);
  });

  it('walks a reference with direction "to" from the field to what it points at', () => {
    const owners = collection('owners', [email, reference('car', 'cars.id', 'to')]);
    const plan = planWalk(mapOf(collection('cars', []), owners), proven);
    expect(sources(plan)).toEqual(['shop/owners', 'shop/cars']);
  });

  it('does not walk from a row into a subject record, which may be another person', () => {
    const map = mapOf(
      collection('referrals', [email, reference('friend', 'people.id', 'to')]),
      collection('people', [], { subject_record: true }),
    );
    const plan = planWalk(map, proven);
    expect(sources(plan)).toEqual(['shop/referrals']);
    expect(plan.notWalked).toContainEqual({
      source: 'shop/people',
      field: 'id',
      reason: 'leads_to_other_subjects',
    });
  });

  it('cuts a cycle, reports the cut and still reads both sources', () => {
    const plan = planWalk(
      mapOf(
        people,
        collection('threads', [reference('who', 'people.id'), reference('last', 'posts.id')]),
        collection('posts', [reference('thread', 'threads.id')]),
      ),
      proven,
    );
    expect(sources(plan)).toEqual(['shop/people', 'shop/threads', 'shop/posts']);
    expect(plan.notWalked).toEqual([{ source: 'shop/threads', field: 'last', reason: 'cycle' }]);
  });

  it('cuts a reference of a source to itself', () => {
    const posts = collection('posts', [email, reference('reply_to', 'posts.id')]);
    expect(planWalk(mapOf(posts), proven).notWalked).toEqual([
      { source: 'shop/posts', field: 'reply_to', reason: 'cycle' },
    ]);
  });

  it('leaves out what the map says to skip, and what only that leads to', () => {
    const orders = {
      ...collection('orders', [reference('who', 'people.id')]),
      fides_meta: { skip_processing: true },
    };
    const plan = planWalk(
      mapOf(people, orders, collection('lines', [reference('order', 'orders.id')])),
      proven,
    );
    expect(sources(plan)).toEqual(['shop/people']);
    expect(plan.notWalked.map((n) => [n.source, n.reason])).toEqual([
      ['shop/orders', 'skipped'],
      ['shop/lines', 'not_reached'],
    ]);
  });
});
