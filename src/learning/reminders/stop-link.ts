import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the link of a mail names and is signed with; drawn once for a person, who is not in it. */
export type LinkKey = { id: string; key: Buffer };

/** The end of the address that stops the mails: it works as long as the wish exists, and cannot be guessed. */
export function stopToken({ id, key }: LinkKey): string {
  return `${id}.${signature({ id, key }).toString('base64url')}`;
}

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Which wish a token names, before its signature is checked. */
export function readToken(token: string): { id: string; signed: Buffer } | null {
  const [, id, signed] = TOKEN.exec(token) ?? [];
  return id && signed ? { id, signed: Buffer.from(signed, 'base64url') } : null;
}

export function isSignedBy({ signed }: { signed: Buffer }, link: LinkKey): boolean {
  const expected = signature(link);
  return signed.length === expected.length && timingSafeEqual(signed, expected);
}

function signature({ id, key }: LinkKey): Buffer {
  return createHmac('sha256', key).update(`stop ${id}`).digest();
}
