const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it must come from a page of this very origin. Checked before Remix, whose own
 * check leaves out resource routes and `?_data=` requests (stack.md). `Origin` decides where the browser sends it, and
 * `Sec-Fetch-Site` must not contradict it; a request with neither comes from no browser of the last years and is
 * refused as well.
 * @param origin scheme, host and port under which people reach this service
 */
export function isSameOrigin(request: Request, origin: string): boolean {
  if (SAFE.has(request.method)) return true;
  const from = request.headers.get('Origin');
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  if (from !== null) return from === origin;
  return site === 'same-origin';
}
