import { readCorrespondence, readRevision } from '../correspondence.ts';
import { type Opening, openSealedFile } from '../sealed-file.ts';
import { button, element, statusLine } from './element.ts';
import { field, whenEntered } from './fields.ts';
import { readDraft } from './kept.ts';
import { open } from './opened.ts';
import { passphraseChoice } from './passphrase-choice.ts';

const REFUSALS: Record<Extract<Opening, { refused: string }>['refused'], string> = {
  'not-a-correspondence': 'Ce fichier n’est pas un fichier de correspondance de l’application.',
  newer:
    'Ce fichier vient d’une version plus récente de l’application : rechargez la page, puis recommencez.',
  'wrong-or-damaged':
    'La phrase n’est pas celle de ce fichier, ou le fichier est abîmé. Rien n’est changé : réessayez.',
};

/** No file is open: open one, take up changes left behind, or make the first one. */
export async function closedFile(): Promise<Node[]> {
  const draft = await readDraft();
  return [
    ...(draft ? [openSection('Reprendre vos changements', draft)] : []),
    openSection('Ouvrir votre fichier', null),
    element(
      'details',
      { class: 'names__create' },
      element('summary', {}, 'Créer le fichier de l’établissement'),
      element(
        'p',
        {},
        'Une fois, pour tout l’établissement : choisissez une phrase de passe, écrivez les noms en face des codes, enregistrez.',
      ),
      ...passphraseChoice('Créer le fichier', (key) =>
        open(
          {
            pupils: [],
            key,
            fileName: 'correspondance-gpds.json',
            unsaved: true,
            revision: null,
            base: [],
          },
          'Fichier créé. Écrivez les noms, puis enregistrez-le.',
        ),
      ),
    ),
  ];
}

function openSection(title: string, draft: { file: string; fileName: string } | null): HTMLElement {
  const file = field(
    'Fichier de correspondance',
    'Celui que vous avez enregistré, par exemple « correspondance-gpds.json ».',
    {
      type: 'file',
      accept: '.json,application/json',
    },
  );
  const passphrase = field('Phrase de passe', '', { type: 'password' });
  const said = statusLine();
  const submit = async () => {
    const chosen = file.input.files?.[0];
    if (!draft && !chosen) return file.say('Choisissez d’abord le fichier.');
    file.say('');
    said.textContent = 'Ouverture…';
    const text = draft?.file ?? (await chosen!.text());
    const opening = await openSealedFile(text, passphrase.input.value);
    said.textContent = '';
    if ('refused' in opening) return passphrase.say(REFUSALS[opening.refused]);
    const pupils = readCorrespondence(opening.text);
    if (pupils === null) return passphrase.say(REFUSALS['wrong-or-damaged']);
    passphrase.input.value = '';
    const fileName = draft?.fileName ?? chosen!.name;
    const revision = readRevision(opening.text);
    const base = draft ? null : pupils;
    await open(
      { pupils, key: opening.key, fileName, unsaved: draft !== null, revision, base },
      'Fichier ouvert.',
    );
  };
  whenEntered(passphrase.input, () => void submit());
  return element(
    'section',
    {},
    element('h2', {}, title),
    draft
      ? element(
          'p',
          {},
          'Le fichier s’est fermé avant d’être enregistré. Les changements sont gardés ici, chiffrés ; la phrase les rouvre.',
        )
      : null,
    draft ? null : file.group,
    passphrase.group,
    element(
      'p',
      {},
      button(draft ? 'Reprendre' : 'Ouvrir', () => void submit(), 'primary'),
    ),
    said,
  );
}
