import type { Ctx } from '#app/services/context.ts';

/** What the web process hands to every loader and action. */
declare module '@remix-run/server-runtime' {
  /** Types of loaders and actions as single fetch serialises them; the flag itself is in `remix.config.js`. */
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext {
    /** The services' world, on behalf of nobody yet; `requestContext` sets the actor. */
    readonly habeas: Ctx;
    /** Names this request in logs and on error pages. */
    readonly requestId: string;
    /** The script nonce of this response's content security policy. */
    readonly nonce: string;
    /** The reader's network (never the whole address), the key of limits per network. */
    readonly network: string;
    /** Writes an unexpected error to the log, with the request's id and without its data. */
    reportError(error: unknown): void;
  }
}
