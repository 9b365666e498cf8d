import type { LoaderFunctionArgs } from '@remix-run/node';
import { thrownFor } from './errors.server.ts';
import { type RequestContext, requestContext } from './request-context.server.ts';

/**
 * A loader or an action: `export const loader = serve(async ({ ctx, t, params }) => ...)`. Hands over the request's
 * context and turns what services throw into answers, once for all routes.
 */
export function serve<T>(
  handler: (request: RequestContext) => Promise<T> | T,
): (args: LoaderFunctionArgs) => Promise<T> {
  return guarded(requestContext, handler);
}

/** The same behind a guard, which adds to the context, or throws an answer (a redirect to the sign-in). */
export function guarded<C extends RequestContext, T>(
  guard: (args: LoaderFunctionArgs) => Promise<C> | C,
  handler: (request: C) => Promise<T> | T,
): (args: LoaderFunctionArgs) => Promise<T> {
  return async (args) => {
    try {
      return await handler(await guard(args));
    } catch (error) {
      throw thrownFor(error, args.context);
    }
  };
}
