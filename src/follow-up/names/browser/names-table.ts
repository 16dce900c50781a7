import { LONGEST_NAME, type Pupil } from '../correspondence.ts';
import { element } from './element.ts';
import { change, openedNow } from './opened.ts';

export type KnownCode = { code: string; className: string };

const COLUMNS = [
  { key: 'lastName', title: 'Nom' },
  { key: 'firstName', title: 'Prénom' },
  { key: 'className', title: 'Classe' },
] as const;

/** One line a code: those of the follow-ups under way, then those only the file knows. What is typed is kept at once. */
export function namesTable(pupils: readonly Pupil[], known: readonly KnownCode[]): HTMLElement {
  const others = pupils.filter(({ code }) => !known.some((one) => one.code === code));
  const lines = [
    ...known.map(({ code, className }) => ({ code, say: className })),
    ...others.map(({ code }) => ({ code, say: 'pas dans les suivis en cours' })),
  ];
  return element(
    'section',
    { class: 'table-scroll', 'aria-label': 'Noms et codes', tabindex: '0' },
    element(
      'table',
      { class: 'figures names__table', translate: 'no' },
      element('caption', {}, 'Qui est qui. Une ligne vidée quitte le fichier.'),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...['Code', ...COLUMNS.map(({ title }) => title)].map((title) =>
            element('th', { scope: 'col' }, title),
          ),
        ),
      ),
      element('tbody', {}, ...lines.map((line) => row(line, pupils))),
    ),
  );
}

function row({ code, say }: { code: string; say: string }, pupils: readonly Pupil[]): HTMLTableRowElement {
  const pupil = pupils.find((one) => one.code === code);
  const cells = COLUMNS.map(({ key, title }) => {
    const input = element('input', {
      class: 'fr-input',
      type: 'text',
      'aria-label': `${title}, ${code}`,
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: String(LONGEST_NAME),
      value: pupil?.[key] ?? '',
    });
    input.addEventListener('change', () => write(code, { [key]: input.value }));
    return element('td', {}, input);
  });
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      code,
      element('span', { class: 'fr-sr-only' }, ', '),
      element('span', { class: 'fr-hint-text' }, say),
    ),
    ...cells,
  );
}

function write(code: string, typed: Partial<Pupil>): void {
  const pupils = openedNow()?.pupils ?? [];
  const former = pupils.find((pupil) => pupil.code === code);
  const written = { code, lastName: '', firstName: '', className: '', ...former, ...typed };
  void change([...pupils, written], '');
}
