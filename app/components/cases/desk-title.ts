import type { MetaFunction } from '@remix-run/node';

/** The title of a page of the desk whose loader answers `{ title }` in the reader's language. */
export const deskTitle: MetaFunction = ({ data }) => [
  { title: (data as { title?: string } | undefined)?.title ?? '' },
  { name: 'robots', content: 'noindex' },
];
