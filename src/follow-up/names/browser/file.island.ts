import { begin } from './begin.ts';
import { closedFile } from './closed-file.ts';
import { element } from './element.ts';
import type { Opened } from './kept.ts';
import { type KnownCode, namesTable } from './names-table.ts';
import { changeKey, whenOpenedChanges } from './opened.ts';
import { passphraseChoice } from './passphrase-choice.ts';

const place = document.getElementById('correspondance');
const known = JSON.parse(place?.dataset.codes ?? '[]') as KnownCode[];

/** Typing a name must not redraw the field it is typed in: the table is drawn when a file opens, and only then. */
let shown: string | null = null;

whenOpenedChanges((opened) => {
  const now = opened ? 'open' : 'closed';
  if (!place || shown === now) return;
  shown = now;
  if (opened) place.replaceChildren(...openFile(opened));
  else void closedFile().then((nodes) => place.replaceChildren(...nodes));
});

function openFile({ pupils }: Opened): Node[] {
  return [
    element('h2', {}, 'Les noms de votre fichier'),
    element(
      'p',
      {},
      'Ce que vous écrivez reste dans ce navigateur, chiffré, jusqu’à ce que vous enregistriez le fichier.',
    ),
    namesTable(pupils, known),
    element(
      'details',
      {},
      element('summary', {}, 'Changer la phrase de passe'),
      element(
        'p',
        {},
        'Le fichier enregistré ensuite ne s’ouvre qu’avec la nouvelle phrase. Les anciennes copies gardent l’ancienne : effacez-les.',
      ),
      ...passphraseChoice('Changer la phrase', (key) =>
        changeKey(key, 'Phrase changée. Enregistrez le fichier pour qu’elle serve.'),
      ),
    ),
  ];
}

begin();
