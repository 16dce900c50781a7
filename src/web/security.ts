import type { Context, MiddlewareHandler } from 'hono';
import type { Settings } from './request.ts';

/** Signing out leads through the provider of identity, and browsers hold redirections of a form to the same rule. */
function contentPolicy({ identityProviders }: Settings): string {
  const origins = identityProviders.map(({ issuer }) => new URL(issuer).origin);
  return [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'",
    `connect-src 'self'; form-action ${["'self'", ...new Set(origins)].join(' ')}`,
    "base-uri 'none'; frame-ancestors 'none'",
  ].join('; ');
}

const HEADERS = {
  /** What may be kept says so itself: files named after their content, keys and status lists of badges. */
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** On every response, refusals and files included. Said before the page is made: headers added to a response made cost more. */
export function securityHeaders(settings: Settings): MiddlewareHandler {
  const headers = Object.entries({ 'Content-Security-Policy': contentPolicy(settings), ...HEADERS });
  return async (http, next) => {
    for (const [name, value] of headers) http.header(name, value);
    if (originOf(http, settings).startsWith('https:')) {
      http.header('Strict-Transport-Security', 'max-age=31536000');
    }
    await next();
  };
}

/**
 * The origin people see in their address bar. A chain of proxies says several protocols, that of the browser first; a
 * request made by hand may name two hosts, and is then taken for what its address says.
 */
export function originOf(http: Context, settings: Settings): string {
  if (settings.publicUrl) return new URL(settings.publicUrl).origin;
  const url = new URL(http.req.url);
  const forwarded = settings.behindProxy ? http.req.header('x-forwarded-proto')?.split(',')[0]?.trim() : null;
  const protocol = forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : url.protocol;
  return (URL.parse(`${protocol}//${http.req.header('host') ?? url.host}`) ?? url).origin;
}

/**
 * A write must come from a form of ours: the browser says so by Sec-Fetch-Site or Origin, and one that says
 * neither is refused. The type of the body must be one our forms send.
 */
export function isSameOriginWrite(http: Context, settings: Settings): boolean {
  const site = http.req.header('sec-fetch-site');
  const origin = http.req.header('origin');
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined && origin !== originOf(http, settings)) return false;
  if (site === undefined && origin === undefined) return false;
  const type = http.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded';
}

/** Whether cookies can be marked Secure: over https, or on this very machine, which browsers trust alike. */
export function isSecure(http: Context, settings: Settings): boolean {
  const url = new URL(originOf(http, settings));
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
