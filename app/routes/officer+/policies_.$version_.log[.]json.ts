import { Readable } from 'node:stream';
import { exportLog } from '#app/services/policy/export-log.ts';
import { serveStaff } from '#app/web/guards.server.ts';

/** The log of a version, to keep elsewhere; kept by no cache. */
export const loader = serveStaff(async ({ ctx, params }) => {
  const { version = '' } = params;
  const pieces = await exportLog(ctx, version);
  return new Response(Readable.toWeb(Readable.from(encoded(pieces))) as ReadableStream, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="policy-log-${encodeURIComponent(version)}.json"`,
      'Cache-Control': 'no-store',
    },
  });
});

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
