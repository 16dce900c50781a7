import {
  nextRevision,
  type Pupil,
  type Revision,
  readCorrespondence,
  readRevision,
  writeCorrespondence,
} from '../correspondence.ts';
import { type Merged, merge } from '../merging.ts';
import { openWithKey, sealFile } from '../sealed-file.ts';
import { element } from './element.ts';
import type { Opened, SaveHandle } from './kept.ts';
import { open, openedNow } from './opened.ts';

type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<SaveHandle>;

const savedText = ({ number }: Revision) =>
  `Enregistré, version ${number}. Gardez ce fichier sur un disque de l’établissement, sa phrase ailleurs.`;
const DOWNLOADED =
  'Enregistré dans vos téléchargements : mettez-le à la place de l’ancien. Si un collègue a pu l’enregistrer lui aussi, réunissez d’abord les deux copies, plus bas sur la page des noms.';
const NOT_SAVED = 'Rien n’a été enregistré.';

/** Writes the file to the disk: over itself where the browser lets a page do so, as a download everywhere else. */
export async function save(opened: Opened): Promise<void> {
  const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!picker) {
    const written = { ...opened, ...saved(opened.pupils, nextRevision(opened.revision)) };
    download(await sealed(written), opened.fileName);
    return open(written, DOWNLOADED);
  }
  const handle = (await writable(opened.handle)) ?? (await chosen(picker, opened.fileName));
  if (!handle) return open(opened, NOT_SAVED);
  const merged = await withWhatIsThere(opened, (await handle.getFile?.().then((file) => file.text())) ?? '');
  if (merged === null) return open({ ...opened, handle }, NOT_SAVED);
  const written = {
    ...opened,
    ...saved(merged.pupils, nextRevision(opened.revision, merged.revision)),
    handle,
    fileName: handle.name,
    merges: (opened.merges ?? 0) + (merged.joined ? 1 : 0),
  };
  const said = savedText(written.revision);
  const writing = await handle.createWritable();
  await writing.write(await sealed(written));
  await writing.close();
  return open(written, merged.joined ? `${said} ${joinedText(merged)}` : said);
}

const saved = (pupils: Pupil[], revision: Revision) => ({ pupils, revision, base: pupils, unsaved: false });
const sealed = ({ pupils, revision, key }: Opened) => sealFile(writeCorrespondence(pupils, revision), key);

type OnDisk = Merged & { revision: Revision | null; joined: boolean };

/**
 * What is to be written where a file may be: our names, or ours and those somebody saved meanwhile, once asked. Null: nothing
 * is to be written.
 */
async function withWhatIsThere(opened: Opened, there: string): Promise<OnDisk | null> {
  const alone = { pupils: opened.pupils, contested: [], revision: null, joined: false };
  if (there === '') return alone;
  const text = await openWithKey(there, opened.key);
  const theirs = text === null ? null : readCorrespondence(text);
  if (text === null || theirs === null) {
    // Just after the passphrase was changed, the file still has the former one; so has somebody else's.
    return confirm(
      'Ce fichier s’ouvre avec une autre phrase que la vôtre. Si vous ne venez pas de la changer, un collègue y a écrit : annulez, et ouvrez d’abord son fichier. L’écraser quand même ?',
    )
      ? alone
      : null;
  }
  const revision = readRevision(text);
  if (isKnown(opened, revision, theirs)) return { ...alone, revision };
  const merged = { ...merge(opened.base, opened.pupils, theirs), revision, joined: true };
  return confirm(
    'Quelqu’un a enregistré ce fichier depuis que vous l’avez ouvert. Réunir ses changements et les vôtres ? Sinon, rien n’est enregistré.',
  )
    ? merged
    : null;
}

/** The file on the disk is the one that was opened. Those of before say no state: their names tell. */
function isKnown({ revision: ours, base }: Opened, theirs: Revision | null, names: Pupil[]): boolean {
  if (ours || theirs) return ours?.mark === theirs?.mark;
  return base !== null && writeCorrespondence(base, null) === writeCorrespondence(names, null);
}

/** Adds the names of another copy to the open file. Says why not, in French. */
export async function joinCopy(file: string): Promise<string | null> {
  const opened = openedNow();
  const text = opened && (await openWithKey(file, opened.key));
  const theirs = text === null ? null : readCorrespondence(text);
  if (!opened || text === null || theirs === null)
    return 'Cette copie ne s’ouvre pas avec la phrase du fichier ouvert.';
  const merged = merge(null, opened.pupils, theirs);
  const merges = (opened.merges ?? 0) + 1;
  await open(
    { ...opened, pupils: merged.pupils, merges, unsaved: true },
    `Copies réunies. ${joinedText(merged)} Enregistrez le fichier.`,
  );
  return null;
}

function joinedText({ contested }: Merged): string {
  if (contested.length === 0) return 'Les changements des deux y sont.';
  return `Les changements des deux y sont. Vous aviez écrit deux choses différentes pour ${contested.join(', ')} : votre version est gardée, relisez-la.`;
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
