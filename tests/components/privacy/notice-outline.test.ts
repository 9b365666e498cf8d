import { expect, test } from 'vitest';
import {
  ADDENDA,
  DESK_NOTICE,
  NOTICE,
  NOTICE_VERSION,
  type NoticeBlock,
  PURPOSES,
} from '#app/components/privacy/notice-outline.ts';
import { SERVICE_RETENTION } from '#app/domain/retention/service-data.ts';
import { textInstance } from '#app/i18n/server.ts';

const keysOf = (block: NoticeBlock): readonly string[] => {
  if (typeof block === 'string') return [block];
  if ('list' in block) return block.list;
  return 'place' in block ? [block.place] : [];
};
const sections = [
  ...[...NOTICE, ...DESK_NOTICE].map((section) => ({ section, key: `privacy.${section.id}` })),
  ...ADDENDA.map((section) => ({ section, key: `privacy.addenda.${section.id}` })),
];
const keys = [
  ...sections.flatMap(({ section, key }) =>
    ['title', ...section.blocks.flatMap(keysOf)].map((part) => `${key}.${part}`),
  ),
  ...PURPOSES.flatMap((purpose) =>
    ['purpose', 'data', 'basis'].map((part) => `privacy.purposes.${purpose}.${part}`),
  ),
  ...SERVICE_RETENTION.flatMap(({ id, trigger }) => [
    `privacy.retention.${id}`,
    `privacy.retention.trigger.${trigger}`,
  ]),
];

test.each(['en', 'ko', 'ar'])('every part of the notice has its words in %s', (locale) => {
  expect(keys.filter((key) => !textInstance(locale).exists(key, { ns: 'legal' }))).toEqual([]);
});

test('every section has an address of its own, and the places that other pages link to are there', () => {
  const places = ADDENDA.flatMap(({ blocks }) => blocks).flatMap((b) =>
    typeof b === 'object' && 'place' in b ? [b.place] : [],
  );
  const addresses = [...NOTICE, ...ADDENDA].map(({ id }) => id).concat(places);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toEqual(expect.arrayContaining(['eea', 'gb', 'ch', 'us-ca', 'kr', 'sg', 'row']));
});

test('the notice bears the day from which it applies', () => {
  expect(NOTICE_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('what is shown for a real organisation promises nothing in the name of the demo one', () => {
  const { t } = textInstance('en');
  const said = DESK_NOTICE.flatMap(({ id, blocks }) =>
    blocks.flatMap(keysOf).map((key) => t(`privacy.${id}.${key}`, { ns: 'legal' })),
  );
  expect(said.length).toBeGreaterThan(0);
  expect(said.join(' ')).not.toMatch(/Northwind|cloud|\bdays\b/i);
});
