import { button, element } from '../../names/browser/element.ts';
import { type Pupil, shownName } from '../../names/correspondence.ts';
import type { Match } from '../matching.ts';
import type { ReadTable } from '../table.ts';

/** What becomes of a row: left aside, told of a follow-up, or the first of one. */
export type Choice = { match: Match; chosen: '' | 'nouveau' | (string & {}) };

/** Pupils nobody follows yet are shown from the most absent on; the rest on demand. */
const FIRST_SHOWN = 20;
const MOST_UNREAD = 8;

/** What was read of a table, row by row, and what is done with each; the choice is made here. */
export function preview(
  { kept, dropped, unread, rows }: ReadTable,
  matches: readonly Match[],
  pupils: readonly Pupil[],
  take: (choices: readonly Choice[]) => void,
): HTMLElement[] {
  const choices = matches.map((match): Choice => ({ match, chosen: foundCode(match) ?? '' }));
  const ordered = choices.toSorted((a, b) => rank(a) - rank(b) || absent(b) - absent(a));
  const known = ordered.filter((choice) => rank(choice) < 2);
  const others = ordered.filter((choice) => rank(choice) === 2);
  const body = element(
    'tbody',
    {},
    ...[...known, ...others.slice(0, FIRST_SHOWN)].map((one) => row(one, pupils)),
  );
  const rest = others.slice(FIRST_SHOWN);
  const more = button(`Montrer les ${rest.length} autres`, () => {
    body.append(...rest.map((one) => row(one, pupils)));
    more.remove();
  });
  return [
    element(
      'h3',
      { tabindex: '-1' },
      `${rows.length === 1 ? 'Un élève lu' : `${rows.length} élèves lus`}, rien n’est parti`,
    ),
    element('p', {}, `Colonnes lues ici : ${kept.join(', ')}.`),
    element(
      'p',
      {},
      dropped.length === 0 ? 'Aucune autre colonne.' : `Colonnes laissées de côté : ${dropped.join(', ')}.`,
    ),
    ...(unread.length === 0 ? [] : [unreadCells(unread)]),
    element(
      'section',
      { class: 'table-scroll', 'aria-label': 'Élèves du tableau', tabindex: '0' },
      element(
        'table',
        { class: 'figures register', translate: 'no' },
        element('caption', {}, 'Que faire de chaque ligne ?'),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...['Élève', 'Suivi', 'Demi-journées', 'Non justifiées', 'Sanctions', 'Exclusions'].map((title) =>
              element('th', { scope: 'col' }, title),
            ),
          ),
        ),
        body,
      ),
    ),
    ...(rest.length > 0 ? [element('p', {}, more)] : []),
    element(
      'p',
      {},
      button('Reporter les nombres dans le relevé', () => take(choices), 'primary'),
    ),
  ];
}

function unreadCells(unread: ReadTable['unread']): HTMLElement {
  const said = unread.slice(0, MOST_UNREAD).map(({ line, column }) => `ligne ${line}, « ${column} »`);
  const more = unread.length > MOST_UNREAD ? ` et ${unread.length - MOST_UNREAD} autres` : '';
  return element(
    'p',
    { class: 'caution' },
    `Ces cases ne sont pas des nombres et restent vides : ${said.join(' ; ')}${more}.`,
  );
}

function row(choice: Choice, pupils: readonly Pupil[]): HTMLTableRowElement {
  const { row, found } = choice.match;
  const name = `${row.firstName} ${row.lastName}`.trim() || row.code;
  const code = foundCode(choice.match);
  const options =
    found === 'nobody'
      ? [{ value: 'nouveau', text: 'Ouvrir un suivi' }]
      : code
        ? [{ value: code, text: code }]
        : pupils.map((pupil) => ({
            value: pupil.code,
            text: `${pupil.code} · ${shownName(pupil)} ${pupil.className}`,
          }));
  const select = element(
    'select',
    { class: 'fr-select', 'aria-label': `Suivi de ${name}`, autocomplete: 'off' },
    ...[{ value: '', text: 'Laisser de côté' }, ...options].map(({ value, text }) =>
      element('option', { value, selected: value === choice.chosen }, text),
    ),
  );
  select.addEventListener('change', () => {
    choice.chosen = select.value;
  });
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      name,
      element(
        'span',
        { class: 'fr-hint-text' },
        found === 'several' ? `${row.className} · plusieurs de ce nom` : row.className,
      ),
    ),
    element('td', {}, select),
    ...[row.halfDays, row.unjustified, row.sanctions, row.exclusions].map((count) =>
      element('td', {}, count === null ? '–' : String(count)),
    ),
  );
}

function foundCode({ found }: Match): string | null {
  return typeof found === 'object' ? found.code : null;
}

const rank = ({ match: { found } }: Choice) => (typeof found === 'object' ? 0 : found === 'several' ? 1 : 2);
const absent = ({ match: { row } }: Choice) => row.unjustified ?? row.halfDays ?? 0;
