import type { RequestContext } from './request-context.server.ts';

type Bearer = Pick<RequestContext, 'ctx' | 'request'>;

/** A cookie that carries one opaque token, signed, out of reach of scripts and of other sites' forms. */
export interface TokenCookie {
  /** The token that the browser sent; null when there is none or its signature is not ours. */
  read(bearer: Bearer): string | null;
  /** The `Set-Cookie` value that hands a token to the browser. */
  write(bearer: Bearer, token: string): string;
  /** The `Set-Cookie` value that takes it back. */
  clear(bearer: Bearer): string;
}

/** Tokens are made by services, in the base64url alphabet. */
const SIGNED = /^([\w-]{1,200})\.([0-9a-f]{64})$/;

/**
 * Describes a cookie. Nothing about a person may go into it: it holds the token of a record. Over TLS its name begins
 * with `__Host-`, so that no neighbour of a sister domain can plant a form of theirs for somebody else to fill in.
 * @param options.minutes how long the browser keeps it; without it, until it is closed
 */
export function tokenCookie(name: string, options: { path: string; minutes?: number }): TokenCookie {
  const kind = `cookie:${name}`;
  const overTls = ({ ctx }: Bearer) => ctx.config.publicUrl.startsWith('https:');
  const fullName = (bearer: Bearer) => (overTls(bearer) ? `__Host-${name}` : name);
  // `__Host-` is only taken with the whole site as its path.
  const attributes = (bearer: Bearer) =>
    `; Path=${overTls(bearer) ? '/' : options.path}; HttpOnly; SameSite=Lax${overTls(bearer) ? '; Secure' : ''}`;
  return {
    read(bearer) {
      const { ctx, request } = bearer;
      const found = SIGNED.exec(cookieValue(request.headers.get('Cookie'), fullName(bearer)) ?? '');
      const [, token = '', signature = ''] = found ?? [];
      return found && ctx.vault.tokenMatches(kind, token, signature) ? token : null;
    },
    write(bearer, token) {
      const lifetime = options.minutes === undefined ? '' : `; Max-Age=${options.minutes * 60}`;
      return `${fullName(bearer)}=${token}.${bearer.ctx.vault.tokenHash(kind, token)}${lifetime}${attributes(bearer)}`;
    },
    clear: (bearer) => `${fullName(bearer)}=; Max-Age=0${attributes(bearer)}`,
  };
}

/** The value of a cookie in a `Cookie` header. */
export function cookieValue(header: string | null, name: string): string | undefined {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf('=') + 1).trim();
}
