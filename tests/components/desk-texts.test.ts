import { expect, test } from 'vitest';
import { NAMED } from '#app/components/cases/entry-text.ts';
import { ENTRY_KINDS } from '#app/domain/audit/entry.ts';
import { LIFECYCLE_EVENTS } from '#app/domain/lifecycle/transitions.ts';
import { textInstance } from '#app/i18n/server.ts';

test('every kind of entry in the log has a name of its own', () => {
  expect([...NAMED].sort()).toEqual([...ENTRY_KINDS].sort());
});

test('every event of the lifecycle is said in words', () => {
  const { exists } = textInstance('en');
  expect(LIFECYCLE_EVENTS.filter((event) => !exists(`officer:event.${event}`))).toEqual([]);
  expect([...NAMED].filter((kind) => !exists(`officer:entry.${kind.replaceAll('.', '_')}`))).toEqual([]);
});
