import { change, openedNow } from '../../names/browser/opened.ts';
import type { Pupil } from '../../names/correspondence.ts';
import type { Count } from '../counts.ts';
import { levelOf } from '../matching.ts';
import type { TableRow } from '../table.ts';
import type { Choice } from './preview.ts';

/** Writes the counts of the rows taken in the cells of the form, gives free codes to new pupils, and says what was done. */
export async function fillIn(choices: readonly Choice[], form: HTMLFormElement): Promise<string> {
  const taken = choices.filter(({ chosen }) => chosen !== '');
  if (taken.length === 0)
    return 'Aucune ligne n’est retenue : choisissez un suivi en face d’un élève au moins.';
  const free = freeCodes(form);
  const [added, absent]: [Pupil[], string[]] = [[], []];
  let [written, withoutCode] = [0, 0];
  for (const { match, chosen } of taken) {
    const code = chosen === 'nouveau' ? free.shift() : chosen;
    if (code === undefined) {
      withoutCode += 1;
      continue;
    }
    if (!cell(form, 'absences', code)) {
      absent.push(code);
      continue;
    }
    writeCounts(form, code, match.row);
    if (chosen === 'nouveau') added.push(open(form, code, match.row));
    written += 1;
  }
  if (added.length > 0) {
    form.querySelector('details')?.setAttribute('open', '');
    const message = `${added.length === 1 ? 'Un nom ajouté' : `${added.length} noms ajoutés`} à votre fichier : enregistrez-le avant le relevé.`;
    await change([...(openedNow()?.pupils ?? []), ...added], message);
  }
  form.dispatchEvent(new Event('change'));
  return [
    `${written === 1 ? 'Une ligne reportée' : `${written} lignes reportées`} plus bas. Relisez, puis enregistrez le relevé.`,
    ...(absent.length > 0 ? [`Pas en cours, laissés de côté : ${absent.join(', ')}.`] : []),
    ...(withoutCode > 0
      ? [`${withoutCode} de plus que les codes proposés : enregistrez ce relevé, puis collez de nouveau.`]
      : []),
  ].join(' ');
}

function cell(form: HTMLFormElement, name: Count | 'niveau' | 'age', code: string): HTMLInputElement | null {
  return form.querySelector(`[name="${name}-${CSS.escape(code)}"]`);
}

/** Codes of the list of new follow-ups, none of whose cells is filled in. */
function freeCodes(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll<HTMLSelectElement>('[name^="niveau-"]')]
    .map(({ name }) => name.slice('niveau-'.length))
    .filter((code) =>
      [...form.querySelectorAll<HTMLInputElement>(`[name$="-${CSS.escape(code)}"]`)].every(
        ({ value }) => value === '',
      ),
    );
}

function writeCounts(form: HTMLFormElement, code: string, row: TableRow): void {
  const counts: Record<Count, number | null> = {
    absences: row.halfDays,
    injustifiees: row.unjustified,
    sanctions: row.sanctions,
    exclusions: row.exclusions,
  };
  for (const [name, count] of Object.entries(counts)) {
    const input = cell(form, name as Count, code);
    if (input && count !== null) input.value = String(count);
  }
}

function open(form: HTMLFormElement, code: string, row: TableRow): Pupil {
  const [level, age] = [cell(form, 'niveau', code), cell(form, 'age', code)];
  if (level) level.value = levelOf(row.className) ?? '';
  if (age) age.value = row.ageBand ?? '';
  return { code, lastName: row.lastName, firstName: row.firstName, className: row.className };
}
