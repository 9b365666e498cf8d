import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from '#app/config/env.ts';
import { parseStorageUrl } from '#app/config/storage-url.ts';

const key = 'k'.repeat(32);

test('nothing set means a demo on the loopback address, port 3000, data in .data', () => {
  expect(readEnv({})).toMatchObject({
    demo: true,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    dataDir: path.resolve('.data'),
    databaseUrl: undefined,
    connectAllow: [],
    trustProxy: false,
  });
});

test('an empty variable counts as unset', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', SECRET_KEY: '' })).toMatchObject({ port: 3000, demo: true });
});

test.each([
  ['DATABASE_URL', 'postgres://habeas_app@db/habeas'],
  ['SMTP_URL', 'smtp://mail'],
  ['STORAGE_URL', 's3://bucket'],
  ['PUBLIC_URL', 'https://privacy.example.org'],
])('%s set means no demo unless asked for', (name, value) => {
  expect(readEnv({ [name]: value, SECRET_KEY: key }).demo).toBe(false);
  expect(readEnv({ [name]: value, DEMO: '1' }).demo).toBe(true);
});

test.each([
  [{ PORT: 'abc' }, 'PORT: got "abc", expected a whole number from 1 to 65535'],
  [{ PORT: '70000' }, 'PORT: got "70000", expected a whole number from 1 to 65535'],
  [{ DEMO: 'yes' }, 'DEMO: got "yes", expected 0 or 1'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: got "loud", expected one of fatal, error'],
  [
    { PUBLIC_URL: 'privacy.example.org' },
    'PUBLIC_URL: got "privacy.example.org", expected an address like https://',
  ],
  [
    { PUBLIC_URL: 'https://a.example/path' },
    'PUBLIC_URL: got "https://a.example/path", expected an address without',
  ],
  [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM: got "nobody", expected an address like'],
  [{ CONNECT_ALLOW: 'a b' }, 'CONNECT_ALLOW: got "a b", expected host names'],
  [{ HOST: '0.0.0.0' }, 'HOST: got "0.0.0.0", expected a loopback address in demo'],
  [{ DEMO: '0' }, 'SECRET_KEY: is not set, expected one or several keys'],
])('%j is refused in one line that names variable, value and expectation', (source, message) => {
  expect(() => readEnv(source)).toThrow(message);
  expect(() => readEnv(source)).toThrow(/^[^\n]+$/);
});

test.each([
  ['SECRET_KEY', 'hunter2'],
  ['DATABASE_URL', 'mysql://app:hunter2@db/habeas'],
  ['DATABASE_ADMIN_URL', 'owner:hunter2@db'],
  ['SMTP_URL', 'http://account:hunter2@mail'],
  ['STORAGE_URL', 'https://hunter2@bucket'],
])('a wrong %s is named without showing its value', (name, value) => {
  expect(() => readEnv({ DEMO: '0', [name]: value })).toThrow(
    `${name}: got a value that is kept secret, expected`,
  );
});

test.each([
  's3:',
  's3://',
  's3://Bucket_of_ours!',
  's3://key@bucket',
  's3://bucket:9000',
  's3://bucket?endpoint=minio:9000',
  's3://bucket?regoin=eu-central-1',
  'file:folder?x',
  'file://server/share',
])('STORAGE_URL %s is refused', (value) => {
  expect(() => readEnv({ DEMO: '1', STORAGE_URL: value })).toThrow(
    /^STORAGE_URL: got a value that is kept secret, expected an address like s3:[^\n]+$/,
  );
});

test('STORAGE_URL names bucket, prefix, region, server and account', () => {
  expect(
    parseStorageUrl('s3://key:a%2Fb@bucket/desk/files/?region=eu-central-1&endpoint=http://127.0.0.1:9000'),
  ).toEqual({
    kind: 'bucket',
    bucket: 'bucket',
    prefix: 'desk/files/',
    region: 'eu-central-1',
    endpoint: 'http://127.0.0.1:9000',
    credentials: { accessKeyId: 'key', secretAccessKey: 'a/b' },
  });
  expect(parseStorageUrl('s3://bucket')).toEqual({ kind: 'bucket', bucket: 'bucket', prefix: '' });
  expect(parseStorageUrl('file:///var/lib/a%20b')).toEqual({ kind: 'folder', path: '/var/lib/a b' });
});

test('keys rotate: the first one writes, all of them read', () => {
  const second = 's'.repeat(40);
  expect(readEnv({ SECRET_KEY: `${key}, ${second}` }).secretKeys).toEqual([key, second]);
});

test('an IPv6 host is bracketed in the address that people see', () => {
  expect(readEnv({ HOST: '::1', PORT: '8080' }).publicUrl).toBe('http://[::1]:8080');
});
