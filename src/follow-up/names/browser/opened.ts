import { type Pupil, tidy } from '../correspondence.ts';
import type { FileKey } from '../sealed-file.ts';
import { forget, IDLE_MINUTES, keep, type Opened, readKept } from './kept.ts';

// The file open in this tab, and those who want to know when it changes.

type Listener = (opened: Opened | null, message: string) => void;

let current: Opened | null = null;
const listeners: Listener[] = [];
const otherTabs = new BroadcastChannel('correspondance');

export function openedNow(): Opened | null {
  return current;
}

export function whenOpenedChanges(listener: Listener): void {
  listeners.push(listener);
}

function tell(opened: Opened | null, message: string): void {
  current = opened;
  for (const listener of listeners) listener(opened, message);
}

const IDLE = `Votre fichier s’est fermé après ${IDLE_MINUTES} minutes sans activité. Rouvrez-le avec sa phrase : rien n’est perdu.`;

/** What an earlier page left open, if anything. */
export async function takeUp(): Promise<void> {
  const kept = await readKept(Date.now());
  tell(kept === 'idle' ? null : kept, kept === 'idle' ? IDLE : '');
}

export async function open(opened: Opened, message: string): Promise<void> {
  await keep(opened, Date.now());
  otherTabs.postMessage('changed');
  tell(opened, message);
}

/** Writes over the names of the open file. Nothing is on the disk of the school before it is saved. */
export async function change(pupils: readonly Pupil[], message: string): Promise<void> {
  if (current) await open({ ...current, pupils: tidy(pupils), unsaved: true }, message);
}

export async function changeKey(key: FileKey, message: string): Promise<void> {
  if (current) await open({ ...current, key, unsaved: true }, message);
}

/** Closed by somebody who has read what is lost: nothing of the file stays in the browser. */
export async function close(): Promise<void> {
  await forget();
  otherTabs.postMessage('changed');
  tell(null, 'Votre fichier est fermé : les noms ne sont plus affichés.');
}

/** Closes the file once nobody has used it for too long, or once the session that kept it is over. */
export async function closeIfIdle(now: number): Promise<void> {
  const kept = await readKept(now);
  if (kept === 'idle') tell(null, IDLE);
  else if (kept === null) tell(null, '');
}

otherTabs.onmessage = () => void takeUp();
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void takeUp();
});
