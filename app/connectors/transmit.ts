import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { AddressRefused, pinAddress, type Resolve } from './pinned-address.ts';
import { type EndpointRules, endpointProblem, reachOf } from './receiver-endpoint.ts';

/** A file to be handed to another controller's server. */
export interface Transmission {
  readonly endpoint: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  /** Opened once the address is found to be allowed. */
  readonly open: () => Promise<Readable>;
  readonly signal?: AbortSignal;
}

/**
 * What came of it. `refused` is the receiver's word and stays the same if asked again; `failed` may pass; `barred` is
 * ours: the address must not be connected to.
 */
export type TransmissionOutcome =
  | { readonly kind: 'accepted'; readonly status: number; readonly receipt: string | null }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly status: number | null }
  | { readonly kind: 'barred'; readonly reason: string };

/** Milliseconds: until connected; between two signs of life; for the whole of it. */
export interface Patience {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}
const PATIENCE: Patience = { connect: 10_000, silence: 60_000, whole: 60 * 60_000 };

/** A receiver that is asked again later: too early, busy with the same key, too many requests, timed out. */
const LATER: readonly number[] = [408, 409, 425, 429];
const MOST_ANSWER_BYTES = 16_384;
const RECEIPT = /^[\x21-\x7e]{1,200}$/;

/**
 * Sends a file in constant memory by POST: to an address that was resolved once and found allowed, without following
 * redirects, with limits on silence. Never throws for what the other side does.
 * @throws what `open` threw, or the reason of `signal`
 */
export async function transmit(
  sent: Transmission,
  rules: EndpointRules,
  { resolve, patience = PATIENCE }: { resolve?: Resolve; patience?: Patience } = {},
): Promise<TransmissionOutcome> {
  const problem = endpointProblem(sent.endpoint, rules);
  if (problem) return { kind: 'barred', reason: 'endpoint_not_allowed' };
  const url = new URL(sent.endpoint);
  let agent: Agent;
  try {
    const pinned = await pinAddress(url.hostname, reachOf(url, rules), resolve);
    agent = agentFor(pinned, patience);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    if (error.code === 'not_resolved') return { kind: 'failed', reason: error.code, status: null };
    return { kind: 'barred', reason: error.code };
  }
  const body = await sent.open().catch(async (error: unknown) => {
    await agent.destroy();
    throw error;
  });
  let passed = 0;
  const counted = async function* () {
    for await (const chunk of body) {
      passed += chunk.byteLength;
      yield chunk;
    }
  };
  const counting = Readable.from(counted(), { objectMode: false });
  let broken: unknown;
  counting.once('error', (error) => {
    broken = error;
  });
  const limit = AbortSignal.any([AbortSignal.timeout(patience.whole), ...(sent.signal ? [sent.signal] : [])]);
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher: agent,
      signal: limit,
      body: counting,
      headers: {
        'user-agent': 'habeas',
        accept: 'application/json',
        authorization: `Bearer ${sent.token}`,
        'content-length': String(sent.bytes),
        ...sent.headers,
      },
    });
    const outcome = await outcomeOf(answer.statusCode, answer.body);
    // A page that says yes to everything has not taken what it was not sent.
    if (outcome.kind !== 'accepted' || passed >= sent.bytes) return outcome;
    return { kind: 'failed', reason: 'answered_early', status: outcome.status };
  } catch (error) {
    sent.signal?.throwIfAborted();
    if (broken !== undefined && broken === error) throw error;
    return { kind: 'failed', reason: reasonOf(error), status: null };
  } finally {
    counting.destroy();
    body.destroy();
    await agent.destroy();
  }
}

function agentFor(pinned: Awaited<ReturnType<typeof pinAddress>>, { connect, silence }: Patience): Agent {
  return new Agent({
    connect: { lookup: pinned, timeout: connect },
    connections: 1,
    pipelining: 1,
    headersTimeout: silence,
    bodyTimeout: silence,
  });
}

async function outcomeOf(status: number, body: AsyncIterable<Uint8Array>): Promise<TransmissionOutcome> {
  if (status >= 200 && status < 300) return { kind: 'accepted', status, receipt: await receiptIn(body) };
  if (status >= 500 || LATER.includes(status)) return { kind: 'failed', reason: 'receiver_busy', status };
  return { kind: 'refused', status };
}

/** The receipt of `{"receipt": "..."}`; what is longer or anything else counts as none. It was accepted all the same. */
async function receiptIn(body: AsyncIterable<Uint8Array>): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of body) {
      bytes += part.byteLength;
      if (bytes > MOST_ANSWER_BYTES) return null;
      parts.push(part);
    }
    const told: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const receipt = (told as { receipt?: unknown } | null)?.receipt;
    return typeof receipt === 'string' && RECEIPT.test(receipt) ? receipt : null;
  } catch {
    return null;
  }
}

/** A word for what went wrong on the way; never the message, which can quote addresses. */
function reasonOf(error: unknown): string {
  const { code, name, cause } = error as { code?: string; name?: string; cause?: { code?: string } };
  const said = String(code ?? cause?.code ?? name);
  if (/TIMEOUT|TimeoutError/i.test(said)) return 'timed_out';
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(said)) return 'certificate_not_trusted';
  return 'connection_broken';
}
