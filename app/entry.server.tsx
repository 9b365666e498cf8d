import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { TextProvider } from './i18n/react.tsx';
import { textInstance } from './i18n/server.ts';
import { usedTexts } from './i18n/text-files.ts';
import { dropPadding } from './web/drop-padding.server.ts';
import { localeOf } from './web/locale.server.ts';
import { NonceProvider } from './web/nonce.tsx';

/** Milliseconds after which a page that does not finish is given up. */
const RENDER_LIMIT = 10_000;

export default function handleDocument(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', locale);
  headers.append('Vary', 'Accept-Language, Cookie');

  return new Promise((resolve, reject) => {
    let shellSent = false;
    // Left running, this timer would keep every rendered page in memory until it fires.
    const timer = setTimeout(() => abort(), RENDER_LIMIT);
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={context.nonce}>
        <TextProvider instance={textInstance(locale)} used={usedTexts()}>
          <RemixServer
            context={remixContext}
            url={request.url}
            nonce={context.nonce}
            abortDelay={RENDER_LIMIT}
          />
        </TextProvider>
      </NonceProvider>,
      {
        nonce: context.nonce,
        onShellReady() {
          shellSent = true;
          const body = dropPadding();
          body.on('close', () => clearTimeout(timer));
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onAllReady: () => clearTimeout(timer),
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          // Before the shell, the rejection carries the error; afterwards nobody else would tell of it.
          if (shellSent) context.reportError(error);
        },
      },
    );
  });
}

/**
 * Errors of loaders and actions: reported with the request's id; the reader sees a page that tells nothing of them. An
 * address that is no page is the stranger's error, and must not fill the log with ours.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.reportError(error);
}
