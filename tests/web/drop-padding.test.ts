import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createElement as h } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { dropPadding } from '#app/web/drop-padding.server.ts';

const page = h(
  'main',
  null,
  Array.from({ length: 200 }, (_, key) =>
    h('p', { key }, `${'a'.repeat(key % 7)}لا نطلب هذا الرمز 한국어 😀`),
  ),
);

function streamed(through: PassThrough | ReturnType<typeof dropPadding>): Promise<string> {
  const { pipe } = renderToPipeableStream(page, { onAllReady: () => void pipe(through) });
  return text(through);
}

test('React 18 alone puts zero bytes into a streamed page; when this fails the filter can go', async () => {
  expect(await streamed(new PassThrough())).toContain('\0');
});

test('a streamed Arabic and Korean page arrives as React meant it', async () => {
  expect(await streamed(dropPadding())).toBe(renderToString(page));
});
