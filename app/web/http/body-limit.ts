/** The body of a request, and whether it turned out to be too large while it was read. */
export interface LimitedBody {
  readonly stream: ReadableStream<Uint8Array> | null;
  readonly exceeded: () => boolean;
}

/** Whether a request says of itself that it carries more than `limit` bytes. Node holds it to what it says. */
export function announcesMore(headers: Headers, limit: number): boolean {
  return Number(headers.get('Content-Length') ?? 0) > limit;
}

/**
 * The body, cut off with an error past `limit` bytes: a chunked body does not say its length beforehand. A request with
 * neither length nor chunks has no body (RFC 9112, 6.3).
 */
export function limitedBody(request: Request, limit: number): LimitedBody {
  const chunked = request.headers.has('Transfer-Encoding');
  if (!request.body || !(chunked || request.headers.has('Content-Length'))) {
    return { stream: null, exceeded: () => false };
  }
  if (!chunked) return { stream: request.body, exceeded: () => false };
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > limit)
        controller.error(new RangeError(`Body: got over ${limit} bytes, expected at most that`));
      else controller.enqueue(chunk);
    },
  });
  return { stream: request.body.pipeThrough(counter), exceeded: () => size > limit };
}
