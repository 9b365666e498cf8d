import { randomInt } from 'node:crypto';
import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { type Demo, demo } from '../../support/e2e-setup.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;
/** Cookies and the rest of a browser, as Playwright writes them down. */
export type Browser = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** A visitor without a window: cookies, a language and a network of its own; redirects are seen, not followed. */
export interface Visit {
  get(path: string): Promise<APIResponse>;
  /** Sends a form as a page of ours does. */
  post(path: string, fields?: Fields): Promise<APIResponse>;
  /** Sends a body as it is; what a form would not. */
  send(path: string, body: string | Buffer, headers?: Record<string, string>): Promise<APIResponse>;
  /** Sends a form with files. */
  upload(path: string, fields: UploadFields): Promise<APIResponse>;
  /** Cookies, for a browser or another visit. */
  browser(): Promise<Browser>;
  end(): Promise<void>;
}

type UploadFields = NonNullable<Parameters<APIRequestContext['post']>[1]>['multipart'];

/** An address in a network that nobody else of the run has: limits count networks, and tests must not share them. */
export function ownNetwork(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.7`;
}

/** Begins a visit. @param locale the language that its browser accepts */
export async function visit(options: { locale?: string; browser?: Browser } = {}): Promise<Visit> {
  const { url } = demo();
  const context = await request.newContext({
    baseURL: url,
    ...(options.browser ? { storageState: options.browser } : {}),
    extraHTTPHeaders: {
      'Accept-Language': options.locale ?? 'en',
      Accept: 'text/html',
      Origin: url,
      'X-Forwarded-For': ownNetwork(),
    },
  });
  const send = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    context.post(path, { data: body, headers, maxRedirects: 0, timeout: 30_000 });
  return {
    get: (path) => context.get(path, { maxRedirects: 0, timeout: 30_000 }),
    post: (path, fields = {}) => send(path, encode(fields), FORM),
    send,
    upload: (path, multipart) =>
      context.post(path, { ...(multipart ? { multipart } : {}), maxRedirects: 0, timeout: 30_000 }),
    browser: () => context.storageState(),
    end: () => context.dispose(),
  };
}

export const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

export function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

/** Where a redirect leads: path and query. @throws when the answer is none, with the page's heading */
export async function redirectOf(answer: APIResponse): Promise<string> {
  const { location } = answer.headers();
  if (location && answer.status() >= 300 && answer.status() < 400) {
    const { pathname, search } = new URL(location, answer.url());
    return `${pathname}${search}`;
  }
  throw new Error(
    `${answer.url()}: got ${answer.status()}, expected a redirect\n${errorsIn(await answer.text())}`,
  );
}

/** The errors that a page tells on top, and its heading, for a message. */
function errorsIn(html: string): string {
  const alert = /role="alert"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  const heading = /<h1[\s\S]*?<\/h1>/.exec(html)?.[0] ?? '';
  return `${heading} ${alert}`.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

export type { Demo };
