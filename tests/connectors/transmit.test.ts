import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { AddressRefused, pinAddress, type Reach } from '#app/connectors/pinned-address.ts';
import { type EndpointRules, endpointProblem } from '#app/connectors/receiver-endpoint.ts';
import { type Transmission, transmit } from '#app/connectors/transmit.ts';
import { type TestReceiver, testReceiver } from '#tests/support/receiver.ts';
import { selfSigned } from '#tests/support/self-signed.ts';

const RULES: EndpointRules = { connectAllow: [], transferLoopback: true };
const closing: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});
const kept = <T extends { close(): unknown }>(one: T): T => {
  closing.push(one);
  return one;
};

const FILE = Buffer.from('a package\n'.repeat(50_000));
const DIGEST = `sha-256=:${createHash('sha256').update(FILE).digest('base64')}:`;

function sent(to: Pick<TestReceiver, 'endpoint' | 'token'>, part: Partial<Transmission> = {}): Transmission {
  return {
    endpoint: to.endpoint,
    token: to.token,
    bytes: FILE.byteLength,
    headers: { 'content-digest': DIGEST, 'idempotency-key': '"k1"' },
    open: async () => Readable.from(chunksOf(FILE)),
    ...part,
  };
}

function* chunksOf(bytes: Buffer) {
  for (let at = 0; at < bytes.byteLength; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

describe('the address of a host', () => {
  const resolved = async (reach: Reach, ...addresses: string[]) => {
    const pinned = await pinAddress('host.example', reach, async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
    return pinned;
  };

  it.each([
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '127.0.0.1',
    '0.0.0.0',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::10.0.0.1',
    '::a00:1',
    '::ffff:0:10.0.0.1',
    '64:ff9b:1::a00:1',
    'fec0::1',
    '4000::1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    'not an address',
  ])('%s is not connected to, though a name leads there', async (address) => {
    await expect(resolved('public', address)).rejects.toMatchObject({ code: 'address_not_allowed' });
    await expect(resolved('public', '93.184.215.14', address)).rejects.toThrow(AddressRefused);
  });

  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('%s is', async (address) => {
    await expect(resolved('public', address)).resolves.toBeTypeOf('function');
  });

  it('may be private where an administrator named the host, and this machine where tests say so', async () => {
    await expect(resolved('any', '10.0.0.1')).resolves.toBeTypeOf('function');
    await expect(resolved('any', '224.0.0.1')).rejects.toThrow(AddressRefused);
    await expect(resolved('loopback', '127.0.0.1')).resolves.toBeTypeOf('function');
    await expect(resolved('loopback', '10.0.0.1')).rejects.toThrow(AddressRefused);
  });

  it('is asked for once: what the name server says later changes nothing', async () => {
    const receiver = kept(await testReceiver());
    const answers = ['127.0.0.1', '10.9.9.9'];
    const resolve = async () => [{ address: answers.shift() ?? '10.9.9.9', family: 4 }];
    const { port } = new URL(receiver.endpoint);
    const endpoint = `http://localhost:${port}/packages`;
    expect(await transmit(sent({ ...receiver, endpoint }), RULES, { resolve })).toMatchObject({
      kind: 'accepted',
    });
    expect(answers).toEqual(['10.9.9.9']);
  });
});

describe('the address that a configuration gives', () => {
  it.each([
    ['http://receiver.example/packages', /https/],
    ['http://10.0.0.1/packages', /https/],
    ['ftp://receiver.example/', /https/],
    ['https://user:secret@receiver.example/', /tokenFrom/],
    ['https://receiver.example/#part', /fragment/],
    ['receiver.example', /no address/],
  ])('%s is refused', (endpoint, why) => {
    expect(endpointProblem(endpoint, RULES)).toMatch(why);
  });

  it('is https; plain http reaches this machine only, and only where tests say so', () => {
    expect(endpointProblem('https://receiver.example:8443/in?box=1', RULES)).toBeNull();
    expect(endpointProblem('http://127.0.0.1:8080/', RULES)).toBeNull();
    expect(endpointProblem('http://127.0.0.1:8080/', { ...RULES, transferLoopback: false })).toMatch(/https/);
  });

  it.each(['*', '*:443'])(
    'leads nowhere private by "%s" in CONNECT_ALLOW, which was said of data sources',
    async (entry) => {
      const to = { endpoint: 'https://receiver.example/', token: 't' };
      const resolve = async () => [{ address: '10.0.0.1', family: 4 }];
      const rules = { connectAllow: [entry], transferLoopback: false };
      expect(await transmit(sent(to), rules, { resolve })).toEqual({
        kind: 'barred',
        reason: 'address_not_allowed',
      });
    },
  );
});

describe('sending a file', () => {
  it('streams it with its headers and brings the receipt back', async () => {
    const receiver = kept(await testReceiver());
    expect(await transmit(sent(receiver), RULES)).toEqual({ kind: 'accepted', status: 201, receipt: 'r-1' });
    expect(receiver.accepted).toMatchObject([
      {
        bytes: FILE.byteLength,
        headers: { 'content-length': String(FILE.byteLength), 'content-digest': DIGEST },
      },
    ]);
    expect(receiver.lastBytes()?.equals(FILE)).toBe(true);
  });

  it.each([
    [400, { kind: 'refused', status: 400 }],
    [401, { kind: 'refused', status: 401 }],
    [413, { kind: 'refused', status: 413 }],
    ['redirect', { kind: 'refused', status: 307 }],
    [408, { kind: 'failed', reason: 'receiver_busy', status: 408 }],
    [409, { kind: 'failed', reason: 'receiver_busy', status: 409 }],
    [429, { kind: 'failed', reason: 'receiver_busy', status: 429 }],
    [500, { kind: 'failed', reason: 'receiver_busy', status: 500 }],
    [503, { kind: 'failed', reason: 'receiver_busy', status: 503 }],
    ['drop', { kind: 'failed', reason: 'connection_broken', status: null }],
  ] as const)('says what %s means, and follows no redirect', async (answer, outcome) => {
    const receiver = kept(await testReceiver());
    receiver.answer(answer);
    expect(await transmit(sent(receiver), RULES)).toEqual(outcome);
    expect(receiver.begun).toHaveLength(1);
  });

  it('understands a refusal that comes before the file was read', async () => {
    const receiver = kept(await testReceiver());
    receiver.answer('early');
    expect(await transmit(sent(receiver), RULES)).toEqual({ kind: 'refused', status: 403 });
  });

  it('takes no word for arrival that is said before the file was sent whole', async () => {
    const receiver = kept(await testReceiver());
    receiver.answer('hasty');
    const file = { bytes: 64 * 1024 * 1024, open: async () => Readable.from(endless()) };
    expect(await transmit(sent(receiver, file), RULES)).toEqual({
      kind: 'failed',
      reason: 'answered_early',
      status: 200,
    });
  });

  it('gives up on a receiver that goes silent in the middle', async () => {
    const receiver = kept(await testReceiver());
    receiver.answer('stall');
    const huge = 64 * 1024 * 1024;
    const open = async () => Readable.from(endless());
    const patience = { connect: 1_000, silence: 1_500, whole: 20_000 };
    const outcome = await transmit(sent(receiver, { bytes: huge, open }), RULES, { patience });
    expect(outcome).toEqual({ kind: 'failed', reason: 'timed_out', status: null });
  });

  it('says that nobody answers, that what answers speaks no TLS, and that a host has no address', async () => {
    const closed = kept(await testReceiver());
    await closed.close();
    expect(await transmit(sent(closed), RULES)).toMatchObject({
      kind: 'failed',
      reason: 'connection_broken',
    });
    const plain = kept(await testReceiver());
    const https = { ...plain, endpoint: plain.endpoint.replace('http:', 'https:') };
    expect(await transmit(sent(https), RULES)).toMatchObject({ kind: 'failed', reason: 'connection_broken' });
    const nowhere = { endpoint: 'https://receiver.invalid/', token: 't' };
    expect(await transmit(sent(nowhere), RULES)).toMatchObject({ kind: 'failed', reason: 'not_resolved' });
  });

  it('connects to the address that was checked, and trusts no certificate there that nobody vouches for', async () => {
    let heard = 0;
    const server = kept(
      createSecureServer(selfSigned(), (_request, response) => {
        heard += 1;
        response.end();
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // No name server knows this host: what answers was reached by the address that was handed over.
    const endpoint = `https://receiver.invalid:${(server.address() as AddressInfo).port}/`;
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await transmit(sent({ endpoint, token: 't' }), RULES, { resolve })).toEqual({
      kind: 'failed',
      reason: 'certificate_not_trusted',
      status: null,
    });
    expect(heard).toBe(0);
  });

  it('hands on what is wrong with the file itself, since asking again tells nothing of the receiver', async () => {
    const receiver = kept(await testReceiver());
    const open = async () => Readable.from(broken());
    await expect(transmit(sent(receiver, { open }), RULES)).rejects.toThrow('the file is damaged');
    expect(receiver.accepted).toEqual([]);
  });

  it('takes nothing for a receipt but a short one in JSON', async () => {
    for (const [body, receipt] of [
      ['{"receipt":"A-1"}', 'A-1'],
      ['{"receipt":"two words"}', null],
      ['{"receipt":7}', null],
      ['<html>', null],
      [`{"receipt":"${'x'.repeat(20_000)}"}`, null],
    ] as const) {
      const server = kept(await answering(body));
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      expect(await transmit(sent({ endpoint, token: 't' }), RULES)).toEqual({
        kind: 'accepted',
        status: 200,
        receipt,
      });
    }
  });
});

async function answering(body: string): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function* endless() {
  for (let sentBytes = 0; sentBytes < 64 * 1024 * 1024; sentBytes += 65_536) yield Buffer.alloc(65_536);
}

async function* broken() {
  yield FILE.subarray(0, 65_536);
  throw new Error('the file is damaged');
}
