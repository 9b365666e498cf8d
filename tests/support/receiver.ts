import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What the receiver does with the next package: a status, answered after the whole of it; `early`: 403 before it reads
 * anything; `hasty`: 200 before that; `drop`: reads it whole, keeps it and hangs up without a word; `hang`: the same, and holds the line; `stall`: reads a little and then nothing.
 */
export type ReceiverAnswer = number | 'early' | 'hasty' | 'drop' | 'hang' | 'stall' | 'redirect';

/** One package that was read whole and kept. */
export interface Received {
  readonly key: string;
  readonly receipt: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly headers: IncomingMessage['headers'];
}

export interface TestReceiver {
  readonly endpoint: string;
  readonly token: string;
  /** Packages that count: kept once per idempotency key, with a digest that agrees. */
  readonly accepted: Received[];
  /** Requests that began, also those that broke off. */
  readonly begun: IncomingMessage['headers'][];
  /** Bytes read so far of the request that began last. */
  readSoFar(): number;
  /** Bytes of the last package, when it was small enough to be kept. */
  lastBytes(): Buffer | undefined;
  /** Answers for the next packages, first one first; after the last, every package is accepted. */
  answer(...answers: ReceiverAnswer[]): void;
  /** Bytes a second that it reads; as fast as they come when undefined. */
  slow(bytesPerSecond: number | undefined): void;
  close(): Promise<void>;
}

const MOST_KEPT = 32 * 1024 * 1024;

/**
 * A receiving controller as `docs` describe one: a real HTTP server on this machine that checks the bearer secret and
 * the digest, keeps a package once per idempotency key, and hands out a receipt.
 */
export async function testReceiver(token = 'a bearer secret'.replaceAll(' ', '-')): Promise<TestReceiver> {
  const accepted: Received[] = [];
  const begun: IncomingMessage['headers'][] = [];
  const answers: ReceiverAnswer[] = [];
  let pace: number | undefined;
  let last: Buffer | undefined;
  let soFar = 0;

  const reply = (response: ServerResponse, status: number, body: unknown = {}) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    begun.push(request.headers);
    const wanted = answers.shift() ?? 201;
    if (wanted === 'early') return reply(response, 403);
    if (wanted === 'hasty') return reply(response, 200);
    if (request.headers.authorization !== `Bearer ${token}`) {
      request.resume();
      return reply(response, 401);
    }
    const hash = createHash('sha256');
    const parts: Buffer[] = [];
    let bytes = 0;
    soFar = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
      hash.update(part);
      bytes += part.byteLength;
      soFar = bytes;
      if (bytes <= MOST_KEPT) parts.push(part);
      if (wanted === 'stall') await new Promise(() => {});
      if (pace) await sleep((part.byteLength / pace) * 1000);
    }
    const sha256 = hash.digest();
    if (request.headers['content-digest'] !== `sha-256=:${sha256.toString('base64')}:`)
      return reply(response, 422, { error: 'digest' });
    if (wanted === 'redirect') {
      response.writeHead(307, { location: `http://127.0.0.1:${port()}/elsewhere` });
      response.end();
      return;
    }
    if (typeof wanted === 'number' && wanted !== 201) return reply(response, wanted);
    const key = String(request.headers['idempotency-key']);
    let kept = accepted.find((one) => one.key === key);
    if (!kept) {
      const { headers } = request;
      kept = { key, receipt: `r-${accepted.length + 1}`, sha256: sha256.toString('hex'), bytes, headers };
      accepted.push(kept);
      last = bytes <= MOST_KEPT ? Buffer.concat(parts) : undefined;
    }
    if (wanted === 'drop') {
      request.socket.destroy();
      return;
    }
    if (wanted === 'hang') return;
    reply(response, 201, { receipt: kept.receipt });
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = () => (server.address() as AddressInfo).port;
  return {
    endpoint: `http://127.0.0.1:${port()}/packages`,
    token,
    accepted,
    begun,
    readSoFar: () => soFar,
    lastBytes: () => last,
    answer: (...next) => void answers.push(...next),
    slow: (bytesPerSecond) => {
      pace = bytesPerSecond;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
