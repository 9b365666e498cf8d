/** What stands in a section of the privacy notice, in order; a word is a paragraph's key below the section's. */
export type NoticeBlock =
  | string
  | { readonly list: readonly string[] }
  | { readonly table: 'controllers' | 'purposes' | 'retention' }
  /** A territory within an addendum, with an address of its own. */
  | { readonly place: string };

export interface NoticeSection {
  /** Address of the section, `/privacy#<id>`, and its key below `privacy` (an addendum's below `privacy.addenda`). */
  readonly id: string;
  readonly blocks: readonly NoticeBlock[];
}

/** First day of the notice as it stands. */
export const NOTICE_VERSION = '2026-11-01';

export const PURPOSES = ['provide', 'bill', 'support', 'secure', 'improve', 'market', 'comply'] as const;

/** The general part, for everybody. */
export const NOTICE: readonly NoticeSection[] = [
  { id: 'who', blocks: ['controller', { table: 'controllers' }, 'content'] },
  {
    id: 'collect',
    blocks: [
      'intro',
      {
        list: [
          'account',
          'contact',
          'payment',
          'transactions',
          'devices',
          'support',
          'enquiries',
          'marketing',
          'content',
        ],
      },
      'needed',
    ],
  },
  { id: 'purposes', blocks: ['intro', { table: 'purposes' }, 'automated'] },
  {
    id: 'recipients',
    blocks: [
      'intro',
      { list: ['group', 'processors', 'administrators', 'authorities', 'successor'] },
      'sale',
      'transfers',
    ],
  },
  { id: 'retention', blocks: ['intro', { table: 'retention' }, 'promise', 'requests'] },
  { id: 'rights', blocks: ['how', 'which', 'identity', 'agent', 'refusal'] },
  { id: 'security', blocks: ['body'] },
  { id: 'children', blocks: ['body'] },
  { id: 'cookies', blocks: ['desk', 'services'] },
  { id: 'changes', blocks: ['body'] },
  { id: 'contact', blocks: ['body'] },
];

/** The addenda, by ordinary residence; other pages link to them as `/privacy#us-ca`. */
export const ADDENDA: readonly NoticeSection[] = [
  { id: 'eea', blocks: ['law', 'rights', 'time', 'promise', 'complaint', { place: 'gb' }, { place: 'ch' }] },
  {
    id: 'us-ca',
    blocks: ['law', 'collected', 'disclosed', 'rights', 'time', 'verify', 'records', 'complaint'],
  },
  { id: 'kr', blocks: ['law', 'rights', 'time', 'entrusted', 'destruction', 'officer', 'complaint'] },
  { id: 'sg', blocks: ['law', 'rights', 'courtesy', 'time', 'complaint'] },
  { id: 'row', blocks: ['policy', 'law'] },
];

/**
 * What is true of every installation: the rest is the demo organisation's, and a real one publishes a notice of its
 * own.
 */
export const DESK_NOTICE: readonly NoticeSection[] = [
  { id: 'who', blocks: [{ table: 'controllers' }] },
  { id: 'retention', blocks: ['requests'] },
  { id: 'cookies', blocks: ['desk'] },
];
