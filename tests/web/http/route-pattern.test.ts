import { expect, test } from 'vitest';
import { routePatterns } from '#app/web/http/route-pattern.ts';

const patternOf = routePatterns({
  root: { id: 'root', path: '' },
  portal: { id: 'portal', parentId: 'root' },
  home: { id: 'home', parentId: 'portal', index: true },
  status: { id: 'status', parentId: 'portal', path: 'request/:reference' },
  files: { id: 'files', parentId: 'status', path: 'files/:file' },
});

test.each([
  ['/', '/'],
  ['/_root.data', '/'],
  ['/request/HB-7K2M-93QX', '/request/:reference'],
  ['/request/HB-7K2M-93QX.data', '/request/:reference'],
  ['/request/HB-7K2M-93QX/files/1', '/request/:reference/files/:file'],
  ['/jieun@example.com', '(none)'],
  ['/%E0%A4%A', '(none)'],
])('the path %s is named %s, without what points to a person', (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
