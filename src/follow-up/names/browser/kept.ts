import type { Pupil, Revision } from '../correspondence.ts';
import { readCorrespondence, readRevision, writeCorrespondence } from '../correspondence.ts';
import { type FileKey, fromBase64, sealFile, toBase64 } from '../sealed-file.ts';

// What an open file leaves in the browser from one page to the next: encrypted, under a key of which the browser keeps
// one half, that no script can read, and the session the other. After the session, or once erased, nobody opens it.

export type Opened = {
  pupils: Pupil[];
  key: FileKey;
  fileName: string;
  /** Changed since it was last saved to the disk. */
  unsaved: boolean;
  /** The file as it was on the disk when it was opened or last saved: its state, and its names where they are known. */
  revision: Revision | null;
  base: Pupil[] | null;
  /** How often somebody else's changes came in: what is drawn of the names is then drawn again. */
  merges?: number | undefined;
  /** Where to save again, in browsers that let a page write to a file. */
  handle?: SaveHandle | undefined;
};
export type SaveHandle = {
  name: string;
  requestPermission?: (mode: { mode: 'readwrite' }) => Promise<string>;
  getFile?: () => Promise<Blob>;
  createWritable: () => Promise<{ write: (text: string) => Promise<void>; close: () => Promise<void> }>;
};

type Kept = {
  half: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  usedAt: number;
  fileName: string;
  handle: SaveHandle | undefined;
};
/** Changes not yet saved to the disk, as the file would hold them: under the passphrase alone. */
export type Draft = { file: string; fileName: string };

const DATABASE = 'correspondance';
const STORE = 'kept';
/** School computers are shared: the names leave the screen with whoever read them. */
export const IDLE_MINUTES = 20;
/** Whoever reads slowly, or without a key pressed, is told this long before, and may stay as often as they wish (RGAA 13.1). */
export const WARNING_MINUTES = 2;

const SHARE = new TextEncoder().encode(
  (document.currentScript as HTMLScriptElement | null)?.dataset.share ?? '',
);

export async function readKept(now: number): Promise<Opened | 'idle' | null> {
  const kept = await transact<Kept | undefined>('readonly', (store) => store.get('open'));
  if (!kept) return null;
  if (now - kept.usedAt > IDLE_MINUTES * 60_000) {
    await lock();
    return 'idle';
  }
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: kept.iv },
      await wholeKey(kept.half),
      kept.sealed,
    );
    const { names, base, bits, salt, iterations, unsaved } = JSON.parse(new TextDecoder().decode(opened));
    const pupils = readCorrespondence(names);
    if (pupils === null) throw new Error('not what was kept');
    const key = { bits: fromBase64(bits), salt: fromBase64(salt), iterations };
    return {
      pupils,
      key,
      fileName: kept.fileName,
      unsaved,
      revision: readRevision(names),
      base: typeof base === 'string' ? readCorrespondence(base) : null,
      handle: kept.handle,
    };
  } catch {
    // Of another session: nothing can be read of it any more.
    await forget();
    return null;
  }
}

export async function keep(opened: Opened, now: number): Promise<void> {
  const { pupils, key, unsaved, fileName, handle, revision, base } = opened;
  const names = writeCorrespondence(pupils, revision);
  const half = await crypto.subtle.importKey(
    'raw',
    crypto.getRandomValues(new Uint8Array(32)),
    'HKDF',
    false,
    ['deriveKey'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await wholeKey(half),
    new TextEncoder().encode(
      JSON.stringify({
        names,
        base: base && writeCorrespondence(base, null),
        bits: toBase64(key.bits),
        salt: toBase64(key.salt),
        iterations: key.iterations,
        unsaved,
      }),
    ),
  );
  const draft: Draft | undefined = unsaved ? { file: await sealFile(names, key), fileName } : undefined;
  const kept: Kept = { half, iv, sealed, usedAt: now, fileName, handle };
  await transact('readwrite', (store) => {
    store.put(kept, 'open');
    return draft ? store.put(draft, 'draft') : store.delete('draft');
  });
  sayUnsaved(unsaved);
}

/** Somebody is still there. False when it is too late: a machine that slept does not keep open what had to close meanwhile. */
export async function stillUsed(now: number): Promise<boolean> {
  const kept = await transact<Kept | undefined>('readonly', (store) => store.get('open'));
  if (!kept || now - kept.usedAt > IDLE_MINUTES * 60_000) return false;
  await transact('readwrite', (store) => store.put({ ...kept, usedAt: now }, 'open'));
  return true;
}

/** When somebody was last there, in this tab or another; null when nothing is open. */
export async function lastUsed(): Promise<number | null> {
  const kept = await transact<Kept | undefined>('readonly', (store) => store.get('open'));
  return kept?.usedAt ?? null;
}

export async function readDraft(): Promise<Draft | undefined> {
  return transact('readonly', (store) => store.get('draft'));
}

/** The names leave the browser; changes not saved to the disk stay, under the passphrase. */
export async function lock(): Promise<void> {
  await transact('readwrite', (store) => store.delete('open'));
}

export async function forget(): Promise<void> {
  await transact('readwrite', (store) => store.clear());
  sayUnsaved(false);
}

/** Read by the common script, on any page, before somebody signs out. It says nothing but that. */
function sayUnsaved(unsaved: boolean): void {
  if (unsaved) localStorage.setItem('correspondance', 'non-enregistrée');
  else localStorage.removeItem('correspondance');
}

function wholeKey(half: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: SHARE, info: new TextEncoder().encode('correspondance') },
    half,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function transact<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
