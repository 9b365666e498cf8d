import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './folder.ts';

/** The only account that the server knows. */
export const S3_ACCOUNT = { key: 'S3RVER', secret: 'S3RVER' };

/** A server that speaks S3 and checks signatures, with one bucket; a process of its own, so that its memory is not ours. */
export async function s3Server(bucket: string, signatures: 'checked' | 'unchecked' = 'checked') {
  const folder = makeFolder();
  const program = path.join(import.meta.dirname, 's3-server-process.ts');
  const child = fork(program, [folder, bucket, signatures], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const [port] = await once(child, 'message');
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    /** Where the objects of its buckets lie. */
    folder,
    endpoint,
    /** A STORAGE_URL for it. */
    url: (to = bucket, { key, secret } = S3_ACCOUNT) => `s3://${key}:${secret}@${to}?endpoint=${endpoint}`,
    async close() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}
