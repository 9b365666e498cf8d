import { Readable } from 'node:stream';
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { downloadPackage } from '#app/services/requests/download-package.ts';
import { refusalOf } from '#app/web/errors.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { placeOf } from '#app/web/place-of.ts';

/** A link to the file leads to its page: opening an address consumes nothing. */
export const loader = serveSubject(({ params }) => redirect(pageOf(params.item)));

/** Streams the package to whoever sends the request's session and a fresh code. */
export const action = serveSubject(async ({ ctx, session, params, request, network }) => {
  const page = pageOf(params.item);
  const form = await readForm(request, z.object({ code: oneTimeCode() }), { secret: ['code'] });
  if (!form.ok) return redirect(`${page}?sent=1&wrong=1`);
  const { requestId } = session;
  const attempt = { requestId, ordinal: placeOf(params.item), code: form.value.code, network };
  try {
    const download = await downloadPackage(ctx, attempt);
    return download.ok ? fileResponse(download) : redirect(`${page}?sent=1&wrong=1`);
  } catch (error) {
    const refusal = refusalOf(error)?.kind;
    if (refusal === 'RateLimited') return redirect(`${page}?limit=1`);
    if (refusal === 'Conflict') return redirect(page);
    throw error;
  }
});

function pageOf(item: string | undefined): string {
  return `/track/case/download/${placeOf(item) + 1}`;
}

/** The name of the file tells of nobody: it ends up in folders that others see. */
function fileResponse({ stream, bytes }: { stream: Readable; bytes: number }): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="data-package.zip"',
      'Content-Length': String(bytes),
      'Cache-Control': 'no-store',
    },
  });
}
