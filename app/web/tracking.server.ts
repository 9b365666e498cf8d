import { tokenCookie } from './cookies.server.ts';

/** The cookie between "reference and address" and "code"; what was typed is in the database, sealed. */
export const trackingCookie = tokenCookie('tracking', { path: '/track', minutes: 30 });

/** The cookie between a new address and the two codes that prove it. */
export const contactCookie = tokenCookie('contact', { path: '/track/case', minutes: 30 });
