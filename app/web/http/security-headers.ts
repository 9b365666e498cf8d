/** What a page may load, run and be embedded in: only what this server sent, and scripts only with this page's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

const FIXED: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // `no-referrer` would make browsers send `Origin: null` with every form, and the origin check would refuse them all.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

/** Two years, the least that preload lists ask for. */
const HSTS = 'max-age=63072000; includeSubDomains';

/**
 * Sets the headers of every response. A policy that a response brought along (a package's viewer has a stricter one)
 * stays; a response that says nothing about caching is kept by nobody, since nearly every page is about a person.
 */
export function setSecurityHeaders(headers: Headers, options: { nonce: string; https: boolean }): void {
  for (const [name, value] of Object.entries(FIXED)) headers.set(name, value);
  if (options.https) headers.set('Strict-Transport-Security', HSTS);
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', contentSecurityPolicy(options.nonce));
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
