import { writeCorrespondence } from '../correspondence.ts';
import { sealFile } from '../sealed-file.ts';
import { element } from './element.ts';
import type { Opened, SaveHandle } from './kept.ts';
import { open } from './opened.ts';

type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<SaveHandle>;

const SAVED = 'Enregistré. Gardez ce fichier sur un disque de l’établissement, sa phrase ailleurs.';

/** Writes the file to the disk: over itself where the browser lets a page do so, as a download everywhere else. */
export async function save(opened: Opened): Promise<void> {
  const file = await sealFile(writeCorrespondence(opened.pupils), opened.key);
  const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!picker) {
    download(file, opened.fileName);
    return open({ ...opened, unsaved: false }, SAVED);
  }
  const handle = (await writable(opened.handle)) ?? (await chosen(picker, opened.fileName));
  if (!handle) return open(opened, 'Rien n’a été enregistré.');
  const writing = await handle.createWritable();
  await writing.write(file);
  await writing.close();
  return open({ ...opened, unsaved: false, handle, fileName: handle.name }, SAVED);
}

async function writable(handle: SaveHandle | undefined): Promise<SaveHandle | undefined> {
  if (!handle?.requestPermission) return undefined;
  return (await handle.requestPermission({ mode: 'readwrite' })) === 'granted' ? handle : undefined;
}

/** Undefined when somebody closes the window of the system without choosing. */
function chosen(picker: SavePicker, suggestedName: string): Promise<SaveHandle | undefined> {
  return picker({
    suggestedName,
    types: [{ description: 'Fichier de correspondance chiffré', accept: { 'application/json': ['.json'] } }],
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  });
}

function download(file: string, name: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
