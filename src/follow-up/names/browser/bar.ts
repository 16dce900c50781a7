import { button, element, statusLine, written } from './element.ts';
import type { Opened } from './kept.ts';
import { close, openedNow, whenOpenedChanges } from './opened.ts';
import { layNames } from './overlay.ts';
import { save } from './saving.ts';

/** On top of a page: that a file is open, what it does, and the way to save or close it. Returns the line that says what happens. */
export function showBar(): HTMLElement {
  const bar = element('section');
  const what = element('div', { class: 'names__what' });
  const said = statusLine();
  const root = document.documentElement;
  const sheet = root.dataset.sheet ?? '';
  bar.append(what, said);
  document.querySelector('main > .page')?.prepend(bar);
  whenOpenedChanges((opened, message) => {
    layNames(opened?.pupils ?? []);
    root.dataset.sheet = opened ? `${sheet} · avec des noms, à garder sous clé` : sheet;
    what.replaceChildren(...(opened ? whatIsOpen(opened, said) : []));
    // The line that says what happens is there before it has something to say: screen readers then say it.
    said.textContent = written(message);
    bar.className = opened || message ? 'names' : '';
    if (opened) bar.setAttribute('aria-label', 'Votre fichier de correspondance');
    else bar.removeAttribute('aria-label');
  });
  return said;
}

function whatIsOpen(opened: Opened, said: HTMLElement): Node[] {
  const { pupils, unsaved } = opened;
  const count = pupils.length === 1 ? 'un nom' : `${pupils.length} noms`;
  return [
    element(
      'p',
      { class: 'on-screen' },
      element('strong', {}, `Fichier de correspondance ouvert : ${count}.`),
      ' Un nom ',
      element('span', { class: 'names__name' }, 'ainsi souligné'),
      ' est affiché par votre fichier, jamais envoyé.',
      unsaved ? element('strong', { class: 'names__unsaved' }, ' Changements à enregistrer.') : null,
    ),
    element(
      'p',
      { class: 'on-paper' },
      element(
        'strong',
        {},
        'Feuille avec des noms, confidentielle : à garder sous clé, à détruire après usage.',
      ),
    ),
    element(
      'div',
      { class: 'names__acts' },
      unsaved ? button('Enregistrer le fichier', () => saveOpened(), 'primary') : null,
      button('Fermer le fichier', () => void askToClose(said)),
    ),
  ];
}

function saveOpened(): void {
  const opened = openedNow();
  if (opened) void save(opened);
}

/** The button goes with the file: the focus goes where it is said that it is closed. */
async function askToClose(said: HTMLElement): Promise<void> {
  const loses = openedNow()?.unsaved;
  if (
    loses &&
    !confirm('Vos derniers changements ne sont pas enregistrés. Fermer quand même et les perdre ?')
  )
    return;
  await close();
  said.tabIndex = -1;
  said.focus();
}
