import { signsFrom } from '../../codes/index.ts';

const LENGTH = 10;

/** A code said once on the phone: fifty bits, « K7M4R-2PQXA ». `bytes` are ten random bytes. */
export function transferCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== LENGTH) throw new RangeError(`ten bytes expected, ${bytes.length} given`);
  const signs = signsFrom(bytes);
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** What somebody typed, as a code of transfer: spaces, dashes and case forgiven. Null when it cannot be one. */
export function readTransferCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^[A-HJ-NP-Z2-9]{10}$/.test(signs) ? `${signs.slice(0, 5)}-${signs.slice(5)}` : null;
}
