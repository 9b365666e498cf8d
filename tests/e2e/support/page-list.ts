import type { Scene } from './scene.ts';

/** In whose browser a page is looked at. */
type Reader = 'visitor' | 'filing' | 'done' | 'asked' | 'unproven' | 'officer' | 'administrator';

export interface PageRow {
  readonly reader: Reader;
  readonly path: string | ((scene: Scene) => string);
}

const at = (reader: Reader, ...paths: string[]): PageRow[] => paths.map((path) => ({ reader, path }));
const inCase = (part: 'open' | 'shared' | 'done' | 'erasure' | 'asked', ...rest: string[]): PageRow[] =>
  rest.map((path) => ({
    reader: 'officer',
    path: (scene) => {
      const { reference, item } = scene[part];
      const { source } = scene.open;
      const { candidate } = scene.shared;
      const told = path
        .replace('TRANSFER', scene.asked.transfer)
        .replace('ITEM', item)
        .replace('SOURCE', source)
        .replace('CANDIDATE', candidate);
      return `/officer/cases/${reference}${told}`;
    },
  }));

/** Every page that people read, at a stage where it has something to show. */
export const PAGES: readonly PageRow[] = [
  ...at('visitor', '/', '/privacy', '/rights', '/rights/de', '/rights/us-ca', '/outbox', '/no-such-page'),
  ...at(
    'visitor',
    '/request/residence',
    '/request/business',
    '/track',
    '/officer/sign-in',
    '/officer/sign-in/code',
  ),
  ...at('visitor', '/instructions', '/instructions/new', '/instructions/open', '/agent'),
  ...at('visitor', '/privacy/changes', '/privacy/answer'),
  ...at(
    'filing',
    '/request/region',
    '/request/rights',
    '/request/relation',
    '/request/for-whom',
    '/request/on-behalf',
  ),
  ...at('filing', '/request/choose', '/request/details/access', '/request/details/rectification'),
  ...at('filing', '/request/details/erasure', '/request/contact', '/request/check'),
  ...at('unproven', '/request/receipt', '/request/confirm', '/track/case', '/track/case/evidence'),
  ...at('asked', '/track/case/transfer/2'),
  ...inCase('asked', '', '/release/TRANSFER', '/rule-out/TRANSFER'),
  ...at('asked', '/track/case', '/track/case/answer', '/track/case/withdraw', '/track/case/address'),
  ...at(
    'done',
    '/track/case',
    '/track/case/decision/1',
    '/track/case/object/1',
    '/track/case/download/1?sent=1',
  ),
  ...at(
    'officer',
    '/officer',
    '/officer/search',
    '/officer/instructions',
    '/officer/policies',
    '/officer/policies/access-logs/answer',
  ),
  ...at('administrator', '/officer/policies/new', '/officer/policies/access-logs'),
  ...at('administrator', '/officer/audit', '/officer/people', '/officer/people/new', '/officer/settings'),
  ...inCase(
    'open',
    '',
    '/note',
    '/identity',
    '/residence',
    '/authority',
    '/rows/SOURCE',
    '/withhold/SOURCE?row=0',
  ),
  ...inCase('open', '/supply/SOURCE', '/reviewed'),
  ...inCase('shared', '', '/match/CANDIDATE'),
  ...inCase('done', ''),
  ...inCase(
    'erasure',
    '',
    '/approval/ITEM',
    '/execution/ITEM',
    '/extend/ITEM',
    '/question/ITEM',
    '/doubt',
    '/agent',
  ),
  ...inCase('erasure', '/decide/ITEM?outcome=refused', '/decide/ITEM?outcome=fulfilled', '/fee/ITEM'),
];
