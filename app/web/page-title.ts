import type { MetaFunction } from '@remix-run/node';

/** The title of a page whose loader answers `{ title }` in the reader's language. */
export const pageTitle: MetaFunction = ({ data }) => [
  { title: (data as { title?: string } | undefined)?.title ?? '' },
];
