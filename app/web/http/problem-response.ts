/** The refusals that come before Remix, each with a page of its own at `/problem/<name>`. */
const STATUS = {
  cross_site: 403,
  not_found: 404,
  payload_too_large: 413,
  wrong_host: 421,
  unexpected: 500,
  unavailable: 503,
} as const;

export type ProblemName = keyof typeof STATUS;

/** The HTTP status of a refusal; `undefined` for a name that is none. */
export function problemStatus(name: string): number | undefined {
  return Object.hasOwn(STATUS, name) ? STATUS[name as ProblemName] : undefined;
}

/**
 * A refusal as a page in the reader's language, rendered by Remix like any other page; as one word for programs, and
 * where no page can be made.
 * @param render answers a GET request for a page of ours
 */
export async function problemResponse(
  name: ProblemName,
  request: Request,
  origin: string,
  render: (page: Request) => Promise<Response>,
): Promise<Response> {
  const wantsPage = (request.headers.get('Accept') ?? '').includes('text/html');
  const plain = () =>
    new Response(`${name}\n`, { status: STATUS[name], headers: { 'Content-Type': 'text/plain' } });
  if (!wantsPage) return plain();
  const headers = new Headers({ Accept: 'text/html' });
  for (const kept of ['Accept-Language', 'Cookie']) {
    const value = request.headers.get(kept);
    if (value) headers.set(kept, value);
  }
  return render(new Request(`${origin}/problem/${name}`, { headers })).catch(plain);
}
