import { codeFor } from './mails.ts';
import { type Fields, redirectOf, type Visit, visit } from './visit.ts';

/** What somebody asks for, as they answer the form page by page. */
export interface Filing {
  readonly locale?: string;
  readonly country: string;
  readonly region?: string;
  /** Rights with the answers of their own pages. */
  readonly rights: Readonly<Record<string, Fields>>;
  readonly name: string;
  readonly email: string;
  readonly accountId?: string;
  /** For somebody else: in what relation, whose name, on what basis. */
  readonly behalf?: { readonly filedFor: string; readonly subject: string; readonly basis: string };
}

/** A filed request, and the browser that filed it. */
export interface Filed {
  readonly reference: string;
  readonly visit: Visit;
}

/** Answers the form as it leads, up to the page `until`, which is not answered. @returns the page that it came to */
export async function fillIn(form: Visit, filing: Filing, until = '/request/check'): Promise<string> {
  const answers = answersTo(filing);
  let path = '/request/residence';
  while (path !== until) {
    const fields = answers[path];
    if (!fields) throw new Error(`the form led to ${path}, expected to come to ${until}`);
    path = await redirectOf(await form.post(path, fields));
    // This page asks nothing.
    if (path === '/request/rights') path = '/request/relation';
  }
  return path;
}

function answersTo({ country, region, rights, behalf, name, email, accountId = '' }: Filing) {
  const details = Object.entries(rights).map(([right, fields]) => [`/request/details/${right}`, fields]);
  const answers: Record<string, Fields> = {
    '/request/residence': { country },
    '/request/region': { region: region ?? '' },
    '/request/relation': { relation: 'own' },
    '/request/for-whom': { filedFor: behalf?.filedFor ?? 'self' },
    '/request/on-behalf': { subject: behalf?.subject ?? '', basis: behalf?.basis ?? '' },
    '/request/choose': { rights: Object.keys(rights) },
    ...Object.fromEntries(details),
    '/request/contact': { name, email, accountId },
  };
  return answers;
}

/** Files a request through the form and keeps the browser that holds its receipt. */
export async function fileRequest(filing: Filing): Promise<Filed> {
  const form = await visit({ locale: filing.locale ?? 'en' });
  const last = await fillIn(form, filing);
  const check = await (await form.get(last)).text();
  const version = /name="_version" value="(\d+)"/.exec(check)?.[1] ?? '';
  // Who is to receive the data directly is confirmed as it was described.
  const described = /name="described" value="([^"]+)"/.exec(check)?.[1];
  const confirmed = described ? { confirmed: 'on', described } : {};
  const receipt = await redirectOf(await form.post(last, { _version: version, ...confirmed }));
  const reference = referenceIn(await (await form.get(receipt)).text());
  return { reference, visit: form };
}

/** Files a request and proves its mailbox with the code that was mailed. */
export async function fileAndConfirm(filing: Filing): Promise<Filed> {
  const filed = await fileRequest(filing);
  const next = await redirectOf(
    await filed.visit.post('/request/confirm', { code: await codeFor(filed.reference) }),
  );
  if (next !== '/track/case?confirmed=1') throw new Error(`the code led to ${next}`);
  return filed;
}

/** The reference that a page shows. */
export function referenceIn(html: string): string {
  const found = /HB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0];
  if (!found) throw new Error('no reference on the page');
  return found;
}
