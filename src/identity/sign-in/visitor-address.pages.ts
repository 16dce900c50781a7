import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Settings } from '../../web/index.ts';

/**
 * The internet address a visitor comes from, for the limits. Behind our proxy it is the last address of
 * X-Forwarded-For, the one the proxy adds itself: those before it can be written by anybody.
 */
export function visitorAddress(http: Context, settings: Settings): string {
  const forwarded = settings.behindProxy
    ? http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  return networkOf(forwarded ?? connectionAddress(http) ?? '');
}

/** A home or a phone holds a whole /64 of IPv6 addresses: they count as one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return 'unknown';
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...new Array<string>(missing).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Absent where there is no socket: in tests of pages. */
function connectionAddress(http: Context): string | undefined {
  const hasSocket = http.env && ('incoming' in http.env || 'server' in http.env);
  return hasSocket ? getConnInfo(http).remote.address : undefined;
}
