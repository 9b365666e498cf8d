import { negotiateLocale } from '../i18n/negotiate.ts';
import { languages } from '../i18n/server.ts';
import { cookieValue } from './cookies.server.ts';

/** The query parameter by which a page asks to be shown in another language. */
export const LANGUAGE_PARAM = '_lang';
/** The cookie that keeps the choice; a year, no other content. */
export const LANGUAGE_COOKIE = 'language';

/** The language that a request is answered in: chosen on this page, kept in the cookie, or accepted by the browser. */
export function localeOf(request: Request): string {
  const wish = {
    chosen: chosenLanguage(new URL(request.url)),
    kept: cookieValue(request.headers.get('Cookie'), LANGUAGE_COOKIE),
    accepted: request.headers.get('Accept-Language'),
  };
  return negotiateLocale(
    wish,
    languages().map(({ tag }) => tag),
  );
}

/** The language that the address asks for, when it is one that we have. */
export function chosenLanguage(url: URL): string | undefined {
  const chosen = url.searchParams.get(LANGUAGE_PARAM);
  return languages().find(({ tag }) => tag === chosen)?.tag;
}

/** The `Set-Cookie` value that keeps a choice of language. */
export function languageCookie(tag: string, secure: boolean): string {
  return `${LANGUAGE_COOKIE}=${tag}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
