// The correspondence file: what it holds is encrypted before it exists anywhere but in the memory of a tab.

type Bytes = Uint8Array<ArrayBuffer>;
/** What opens and seals one file: drawn from the passphrase, the salt and the number of rounds, all said in its header. */
export type FileKey = { bits: Bytes; salt: Bytes; iterations: number };

type Header = {
  format: typeof FORMAT;
  version: typeof VERSION;
  derivation: { name: 'PBKDF2-SHA-256'; iterations: number; salt: string };
  cipher: { name: 'AES-GCM-256'; iv: string };
};

const FORMAT = 'perseverance-correspondance';
const VERSION = 1;
/** 600,000 is the least advised for PBKDF2-SHA-256; a second of an old computer buys more. */
const ITERATIONS = 1_000_000;
const FEWEST_ITERATIONS = 600_000;
/** A file made to keep a browser busy for minutes is not ours. */
const MOST_ITERATIONS = 10_000_000;
const LONGEST_FILE = 4_000_000;

/** The same words, however they were typed. */
function said(passphrase: string): Bytes {
  return new TextEncoder().encode(passphrase.normalize('NFKC').trim().replace(/\s+/g, ' '));
}

export async function keyFrom(
  passphrase: string,
  {
    salt = crypto.getRandomValues(new Uint8Array(16)),
    iterations = ITERATIONS,
  }: Partial<Pick<FileKey, 'salt' | 'iterations'>> = {},
): Promise<FileKey> {
  const base = await crypto.subtle.importKey('raw', said(passphrase), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    256,
  );
  return { bits: new Uint8Array(bits), salt, iterations };
}

/** The text of the file. The header is authenticated with what it introduces: neither can be changed alone. */
export async function sealFile(text: string, { bits, salt, iterations }: FileKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    derivation: { name: 'PBKDF2-SHA-256', iterations, salt: toBase64(salt) },
    cipher: { name: 'AES-GCM-256', iv: toBase64(iv) },
  };
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: authenticated(header) },
    await cipherKey(bits),
    new TextEncoder().encode(text),
  );
  return `${JSON.stringify({ ...header, content: toBase64(new Uint8Array(sealed)) }, null, 2)}\n`;
}

export type Opening =
  | { text: string; key: FileKey }
  | { refused: 'not-a-correspondence' | 'newer' | 'wrong-or-damaged' };

/** Nothing is read of a file whose every byte is not what was sealed with this passphrase. */
export async function openSealedFile(file: string, passphrase: string): Promise<Opening> {
  const read = readSealed(file);
  if ('refused' in read) return read;
  const { salt, header } = read;
  const key = await keyFrom(passphrase, { salt, iterations: header.derivation.iterations });
  try {
    return { text: await decrypted(read, key), key };
  } catch {
    return { refused: 'wrong-or-damaged' };
  }
}

/** The text of a file sealed with a key one has; null when it is another's, damaged, or something else. */
export async function openWithKey(file: string, key: FileKey): Promise<string | null> {
  const read = readSealed(file);
  if ('refused' in read || toBase64(read.salt) !== toBase64(key.salt)) return null;
  return decrypted(read, key).catch(() => null);
}

async function decrypted({ header, iv, content }: Sealed, key: FileKey): Promise<string> {
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv, additionalData: authenticated(header) },
    await cipherKey(key.bits),
    content,
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(opened);
}

type Sealed = { header: Header; salt: Bytes; iv: Bytes; content: Bytes };

function readSealed(
  file: string,
): Sealed | { refused: 'not-a-correspondence' | 'newer' | 'wrong-or-damaged' } {
  if (file.length > LONGEST_FILE || !file.includes(FORMAT)) return { refused: 'not-a-correspondence' };
  try {
    const { format, version, derivation, cipher, content } = JSON.parse(file);
    if (format !== FORMAT) return { refused: 'not-a-correspondence' };
    if (typeof version === 'number' && version > VERSION) return { refused: 'newer' };
    const { iterations } = derivation;
    const [salt, iv] = [fromBase64(derivation.salt), fromBase64(cipher.iv)];
    const fits =
      version === VERSION &&
      derivation.name === 'PBKDF2-SHA-256' &&
      cipher.name === 'AES-GCM-256' &&
      Number.isInteger(iterations) &&
      iterations >= FEWEST_ITERATIONS &&
      iterations <= MOST_ITERATIONS &&
      salt.length === 16 &&
      iv.length === 12;
    if (!fits) return { refused: 'wrong-or-damaged' };
    const header: Header = {
      format: FORMAT,
      version: VERSION,
      derivation: { name: 'PBKDF2-SHA-256', iterations, salt: derivation.salt },
      cipher: { name: 'AES-GCM-256', iv: cipher.iv },
    };
    return { header, salt, iv, content: fromBase64(content) };
  } catch {
    // It says it is ours, and is cut or garbled.
    return { refused: 'wrong-or-damaged' };
  }
}

function cipherKey(bits: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function authenticated(header: Header): Bytes {
  return new TextEncoder().encode(JSON.stringify(header));
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
