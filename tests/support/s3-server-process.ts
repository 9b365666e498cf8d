/** The process of `s3-server.ts`: serves the folder of its first argument with the bucket of its second; the third may be `unchecked`. */
import { createRequire } from 'node:module';

type Running = { run(): Promise<{ port: number }> };
// It has no types of its own.
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => Running;

const [directory, bucket, signatures] = process.argv.slice(2);
const options = {
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory,
  // It reckons the path of a bucket without the slash that the client signs, so no listing passes its check.
  allowMismatchedSignatures: signatures === 'unchecked',
  configureBuckets: [{ name: bucket }],
};
const { port } = await new S3rver(options).run();
process.on('disconnect', () => process.exit(0));
process.send?.(port);
