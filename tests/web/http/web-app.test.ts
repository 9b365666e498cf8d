import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningApp, runApp } from './running-app.ts';

let app: RunningApp;
let seen: { request: Request; body: string; nonce: string; network: string }[];

beforeEach(async () => {
  seen = [];
  app = await runApp(async (request, { nonce, network }) => {
    seen.push({ request, body: await request.text(), nonce, network });
    const problem = /^\/problem\/(\w+)$/.exec(new URL(request.url).pathname)?.[1];
    const language = request.headers.get('Accept-Language');
    return new Response(problem ? `page of ${problem} in ${language}` : 'page', {
      status: problem ? 418 : 200,
    });
  });
});

afterEach(() => app.close());

const post = (path: string, headers: Record<string, string>, body = 'a=1') =>
  fetch(`${app.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

describe('a form from another site', () => {
  test.each([
    '/track',
    '/track?_data=routes%2F_portal%2B%2Ftrack',
    '/track.data',
    '/export.json',
    '/',
    '/assets/x',
  ])('never reaches Remix at %s', async (path) => {
    const answer = await post(path, { Origin: 'https://evil.example', Accept: 'application/json' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe('cross_site\n');
    expect(seen).toEqual([]);
  });

  test('is answered with a page in the language of the reader', async () => {
    const answer = await post('/track', { Origin: 'null', Accept: 'text/html', 'Accept-Language': 'ko' });
    expect(await answer.text()).toBe('page of cross_site in ko');
    expect(seen.map(({ request }) => request.method)).toEqual(['GET']);
  });
});

describe('a form of our own', () => {
  test('arrives whole, at our own origin, without forwarded headers', async () => {
    const answer = await post(
      '/track?x=1',
      { Origin: app.url, 'X-Forwarded-Host': 'evil.example' },
      'name=%EC%9D%B4',
    );
    expect(answer.status).toBe(200);
    expect(seen[0]?.body).toBe('name=%EC%9D%B4');
    expect(seen[0]?.request.url).toBe(`${app.url}/track?x=1`);
    expect(seen[0]?.request.headers.get('X-Forwarded-Host')).toBeNull();
  });

  test('of more than ten million bytes is refused before Remix sees it', async () => {
    const answer = await post('/track', { Origin: app.url, Accept: 'text/html' }, 'x'.repeat(10_000_001));
    expect(await answer.text()).toMatch(/^page of payload_too_large/);
    expect(seen.map(({ request }) => new URL(request.url).pathname)).toEqual(['/problem/payload_too_large']);
  });

  test('in chunks of unknown length arrives whole', async () => {
    const parts = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of ['name=', '%EC', '%9D%B4']) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const headers = { Origin: app.url, 'Content-Type': 'application/x-www-form-urlencoded' };
    const request = { method: 'POST', body: parts, headers, duplex: 'half' } as RequestInit;
    expect((await fetch(`${app.url}/track`, request)).status).toBe(200);
    expect(seen[0]?.body).toBe('name=%EC%9D%B4');
  });

  test('without any body reaches its page', async () => {
    const text = `POST /track HTTP/1.1\r\nHost: ${new URL(app.url).host}\r\nOrigin: ${app.url}\r\nConnection: close\r\n\r\n`;
    expect(await rawStatus(app.url, text)).toBe(200);
  });

  test('that grows past the limit while it is sent is refused as well', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const headers = { Origin: app.url, 'Content-Type': 'application/x-www-form-urlencoded' };
    const sent = fetch(`${app.url}/track`, {
      method: 'POST',
      body: endless,
      headers,
      duplex: 'half',
    } as RequestInit);
    const status = await sent.then(({ status }) => status).catch(() => 'connection closed');
    expect([413, 'connection closed']).toContain(status);
    expect(seen.filter(({ request }) => request.method === 'POST')).toEqual([]);
  });
});

describe('every answer', () => {
  test('allows scripts by a nonce of its own, which Remix is told', async () => {
    const [first, second] = [await fetch(app.url), await fetch(app.url)];
    const policies = [first, second].map(({ headers }) => headers.get('Content-Security-Policy') ?? '');
    expect(policies[0]).toContain(`script-src 'self' 'nonce-${seen[0]?.nonce}'`);
    expect(policies[0]).toContain("frame-ancestors 'none'");
    expect(policies[0]).not.toContain('unsafe');
    expect(policies[0]).not.toBe(policies[1]);
  });

  test('is kept by nobody and gives forms an Origin', async () => {
    const { headers } = await fetch(app.url);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });

  test('insists on TLS where the public address has it', async () => {
    const secure = await runApp(() => new Response('page'), { publicUrl: 'https://privacy.example.org' });
    const { headers } = await fetch(secure.url);
    expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=\d{8}/);
    await secure.close();
  });

  test('leaves a line without path, query or address', async () => {
    await fetch(`${app.url}/case/HB-SECRET?email=jieun@example.com`);
    await sleep(20);
    const line = app.lines.find((text) => text.includes('/case/'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ route: '/case/:reference', status: 200, method: 'GET' });
    expect(app.lines.join('')).not.toMatch(/HB-SECRET|jieun|127\.0\.0\.1/);
  });

  test('that failed tells the log where, and nobody what', async () => {
    const failing = await runApp(() => {
      throw new TypeError('duplicate key (email)=(jieun@example.com)');
    });
    const answer = await fetch(failing.url, { headers: { Accept: 'text/html' } });
    expect([answer.status, await answer.text()]).toEqual([500, 'unexpected\n']);
    expect(failing.lines.join('')).toContain('TypeError');
    expect(failing.lines.join('')).not.toContain('jieun');
    await failing.close();
  });
});

describe('a change of language', () => {
  test('on a page without a form keeps the choice and returns to the page', async () => {
    const answer = await fetch(`${app.url}/outbox?page=2&_lang=ar`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`${app.url}/outbox?page=2`);
    expect(answer.headers.get('Set-Cookie')).toMatch(/^language=ar; Path=\/; .*HttpOnly; SameSite=Lax/);
  });

  test('on a page about the law is answered at its own address, for readers who keep no cookies', async () => {
    const answer = await fetch(`${app.url}/rights/kr?_lang=ko`, { redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Set-Cookie')).toMatch(/^language=ko;/);
  });

  test('never leads to another site', async () => {
    const answer = await fetch(`${app.url}//evil.example/?_lang=ar`, { redirect: 'manual' });
    expect(answer.headers.get('Location')).toBe(`${app.url}//evil.example/`);
  });

  test('to a language that we do not have is passed over', async () => {
    expect((await fetch(`${app.url}/?_lang=xx`, { redirect: 'manual' })).status).toBe(200);
  });

  test('on a page with a form hands the form to Remix and keeps the choice', async () => {
    const answer = await post('/track?_lang=ko', { Origin: app.url });
    expect(seen[0]?.body).toBe('a=1');
    expect(answer.headers.get('Set-Cookie')).toMatch(/^language=ko;/);
  });
});

describe('other addresses', () => {
  test('the route manifest of Remix is not there', async () => {
    expect((await fetch(`${app.url}/__manifest?p=/a&p=/b`)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  test('a path that cannot be decoded reaches neither Remix nor the console', async () => {
    expect((await fetch(`${app.url}/jieun%E0%A4%A`)).status).toBe(404);
    expect(seen).toEqual([]);
    expect(app.lines.join('')).not.toContain('jieun');
  });

  test('a name that was pointed at this machine gets nothing', async () => {
    const status = await rawStatus(
      app.url,
      'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(status).toBe(421);
    expect(seen).toEqual([]);
  });

  test('files with a hash in their name may be kept for ever, others for an hour', async () => {
    const asset = await fetch(`${app.url}/assets/entry-abc123.js`);
    expect(asset.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('Content-Type')).toMatch(/javascript/);
    expect((await fetch(`${app.url}/robots.txt`)).headers.get('Cache-Control')).toBe('public, max-age=3600');
    expect((await fetch(`${app.url}/assets/gone.js`)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  test('readiness follows the database, health does not', async () => {
    expect(await (await fetch(`${app.url}/readyz`)).json()).toMatchObject({
      status: 'ok',
      queueAgeSeconds: 7,
    });
    const cut = await runApp(() => new Response(), { database: () => Promise.reject(new Error('down')) });
    expect((await fetch(`${cut.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${cut.url}/healthz`)).status).toBe(200);
    await cut.close();
  });

  test('metrics name route patterns, and are for this machine only', async () => {
    await fetch(`${app.url}/case/HB-SECRET`);
    const text = await (await fetch(`${app.url}/metrics`)).text();
    expect(text).toContain(
      'habeas_http_requests_total{method="GET",route="/case/:reference",status="2xx"} 1',
    );
    expect(text).toContain('habeas_job_queue_age_seconds 7');
    expect(text).not.toContain('HB-SECRET');
    const forwarded = { 'X-Forwarded-For': '203.0.113.9' };
    expect((await fetch(`${app.url}/metrics`, { headers: forwarded })).status).toBe(404);
  });
});

describe('a large download', () => {
  test('is made only as fast as it is read, and stops when the reader leaves', async () => {
    let made = 0;
    let left = false;
    const streaming = await runApp(
      () =>
        new Response(
          new ReadableStream<Uint8Array>(
            {
              pull(controller) {
                made += 65_536;
                controller.enqueue(new Uint8Array(65_536));
              },
              cancel() {
                left = true;
              },
            },
            { highWaterMark: 0 },
          ),
        ),
    );
    const { hostname, port } = new URL(streaming.url);
    const reader = connect(Number(port), hostname);
    reader.write(`GET /download HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
    reader.once('data', () => reader.pause());
    await sleep(400);
    const after = made;
    await sleep(200);
    // What sits in the two sockets' buffers, and not a byte more while nobody reads.
    expect(made).toBe(after);
    expect(made).toBeLessThan(20_000_000);
    reader.destroy();
    await expect.poll(() => left, { timeout: 2_000 }).toBe(true);
    await streaming.close();
  });
});

function rawStatus(url: string, text: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.once('data', (data) => resolve(Number(String(data).split(' ')[1])));
    socket.once('error', reject);
  });
}
