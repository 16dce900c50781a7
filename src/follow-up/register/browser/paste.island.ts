import { begin } from '../../names/browser/begin.ts';
import { button, element, statusLine } from '../../names/browser/element.ts';
import { field } from '../../names/browser/fields.ts';
import { openedNow, whenOpenedChanges } from '../../names/browser/opened.ts';
import { matchRows } from '../matching.ts';
import { decodeTable, MOST_CHARACTERS, readTable } from '../table.ts';
import { fillIn } from './fill-in.ts';
import { showWhatLeaves } from './leaving.ts';
import { preview } from './preview.ts';

const place = document.getElementById('coller') as HTMLElement | null;
const form = document.getElementById('releve') as HTMLFormElement | null;
const leaving = document.getElementById('partira');

/** Windows-1252 takes a byte a letter: a larger file is longer than what is read anyway. */
const LARGEST_FILE = 2 * MOST_CHARACTERS;

function pasteBlock(): Node[] {
  const table = field(
    'Tableau d’élèves',
    'Copié depuis un tableur, Pronote ou Siècle : la ligne des titres d’abord.',
    {},
  );
  const text = element('textarea', {
    class: 'fr-input',
    id: table.input.id,
    autocomplete: 'off',
    spellcheck: 'false',
    translate: 'no',
    rows: '6',
  });
  table.input.replaceWith(text);
  const file = field('Ou un fichier CSV', '', { type: 'file', accept: '.csv,.txt,text/csv,text/plain' });
  const said = statusLine();
  const shown = element('div');
  const problem = (message: string) => {
    shown.replaceChildren();
    said.textContent = message;
  };
  const read = (pasted: string) => {
    const opened = openedNow();
    if (!opened) return;
    const result = readTable(pasted, today());
    if ('problem' in result) return problem(result.problem);
    said.textContent = '';
    const matches = matchRows(result.rows, opened.pupils);
    shown.replaceChildren(
      ...preview(result, matches, opened.pupils, async (choices) => {
        const done = await fillIn(choices, form!);
        text.value = '';
        file.input.value = '';
        problem(done);
        form!.focus();
      }),
    );
    shown.querySelector('h3')?.focus();
  };
  text.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (pasted.length <= MOST_CHARACTERS) return;
    event.preventDefault();
    read(pasted);
  });
  file.input.addEventListener('change', async () => {
    const chosen = file.input.files?.[0];
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE)
      return problem(
        'Ce fichier est trop gros pour un tableau d’élèves : gardez une classe ou un niveau à la fois.',
      );
    read(decodeTable(new Uint8Array(await chosen.arrayBuffer())));
  });
  return [
    element('h2', {}, 'Coller un tableau'),
    element(
      'p',
      {},
      element('strong', {}, 'Rien de ce que vous collez ne part. '),
      'Votre navigateur lit le tableau : les noms et prénoms retrouvent les codes dans votre fichier, la date de naissance choisit une tranche d’âge, et tout cela reste ici. L’INE, les adresses, les téléphones ne sont pas lus. Choisissez un relevé de quatre semaines.',
    ),
    table.group,
    element(
      'p',
      {},
      button('Lire le tableau', () => read(text.value)),
    ),
    file.group,
    said,
    shown,
  ];
}

function closedBlock(): Node[] {
  return [
    element('h2', {}, 'Coller un tableau'),
    element(
      'p',
      {},
      'Pour retrouver les codes d’après les noms, ouvrez d’abord ',
      element('a', { href: '/suivi/correspondance' }, 'votre fichier de correspondance'),
      '. Sans lui, remplissez le relevé code par code.',
    ),
  ];
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
}

let state: string | null = null;
whenOpenedChanges((opened) => {
  const now = opened ? 'open' : 'closed';
  if (!place || !form || state === now) return;
  state = now;
  place.className = 'register__paste';
  place.replaceChildren(...(opened ? pasteBlock() : closedBlock()));
});

if (form && leaving) showWhatLeaves(form, leaving)();
begin();
