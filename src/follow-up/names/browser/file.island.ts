import { begin } from './begin.ts';
import { closedFile } from './closed-file.ts';
import { button, element } from './element.ts';
import { field } from './fields.ts';
import type { Opened } from './kept.ts';
import { type KnownCode, namesTable } from './names-table.ts';
import { changeKey, whenOpenedChanges } from './opened.ts';
import { passphraseChoice } from './passphrase-choice.ts';
import { joinCopy } from './saving.ts';

const place = document.getElementById('correspondance');
const known = JSON.parse(place?.dataset.codes ?? '[]') as KnownCode[];

/** Typing a name must not redraw the field it is typed in: the table is drawn when a file opens, and only then. */
let shown: string | null = null;

whenOpenedChanges((opened) => {
  const now = opened ? `open ${opened.merges ?? 0}` : 'closed';
  if (!place || shown === now) return;
  const byHand = shown !== null;
  shown = now;
  void (opened ? Promise.resolve(openFile(opened)) : closedFile()).then((nodes) => {
    place.replaceChildren(...nodes);
    // What was pressed is gone: the keyboard goes on from the title of what replaced it.
    const title = place.querySelector('h2');
    title?.setAttribute('tabindex', '-1');
    if (byHand) title?.focus();
  });
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
    anotherCopy(),
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

/** For browsers in which a page cannot read the file again before it saves, and for copies found on two disks. */
function anotherCopy(): HTMLElement {
  const copy = field('L’autre copie', 'Enregistrée avec la même phrase de passe.', {
    type: 'file',
    accept: '.json,application/json',
  });
  const reunite = async () => {
    const chosen = copy.input.files?.[0];
    if (!chosen) return copy.say('Choisissez d’abord le fichier.');
    copy.say((await joinCopy(await chosen.text())) ?? '');
  };
  return element(
    'details',
    {},
    element('summary', {}, 'Réunir avec une autre copie'),
    element(
      'p',
      {},
      'Deux personnes ont écrit chacune dans leur copie ? Ouvrez l’une, choisissez l’autre : les noms des deux sont réunis, et ce qui diffère vous est dit.',
    ),
    copy.group,
    element(
      'p',
      {},
      button('Réunir les deux copies', () => void reunite()),
    ),
  );
}

begin();
