import type { LoaderFunctionArgs } from '@remix-run/node';
import { type Formats, formats } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/server.ts';
import type { Translate } from '#app/i18n/text.ts';
import type { Ctx } from '#app/services/context.ts';
import { localeOf } from './locale.server.ts';

/** What a loader or an action needs to know of its request. */
export interface RequestContext {
  /** The services' world on behalf of nobody; the guards in `guards.server.ts` say on whose behalf. */
  readonly ctx: Ctx;
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  /** The reader's language. */
  readonly locale: string;
  /** Texts in it; without a prefix from `common`: `t('portal:home.title')`. */
  readonly t: Translate;
  readonly format: Formats;
  /** The reader's network, for limits per network. */
  readonly network: string;
  /** Names the request in logs. */
  readonly requestId: string;
}

/** Reads the context of a request. Touches no database. */
export function requestContext({ request, params, context }: LoaderFunctionArgs): RequestContext {
  const locale = localeOf(request);
  const { habeas, network, requestId } = context;
  return {
    ctx: habeas,
    request,
    params,
    locale,
    t: translator(locale),
    format: formats(locale),
    network,
    requestId,
  };
}
