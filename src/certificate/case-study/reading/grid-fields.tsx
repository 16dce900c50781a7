import type { Dossier } from '../../../content/index.ts';
import { MARKS, type Mark, type Marks } from '../case-study.ts';
import { documentsText } from '../dossier/documents-text.ts';

type Part = Dossier['grid'][number]['part'];

export const PART_NAMES: Record<Part, string> = {
  diagnosis: 'Le diagnostic',
  proposals: 'Les propositions',
  law: 'Le droit',
  partners: 'Les partenaires',
  effects: 'Les effets',
  form: 'La forme',
};

const ANSWERS: readonly { mark: Mark; name: string }[] = [
  { mark: 'full', name: 'Présent' },
  { mark: 'partly', name: 'En partie' },
  { mark: 'missing', name: 'Absent' },
];

/** The reading grid, to be filled: the person's own, or a colleague's. */
export function GridFields({
  dossier,
  marks,
  left,
}: {
  dossier: Dossier;
  marks: Marks;
  left: readonly string[];
}) {
  return (
    <>
      {left.length > 0 && (
        <div class="fr-alert fr-alert--error fr-mb-4w" tabindex={-1} data-read-first>
          <h3 class="fr-alert__title">
            {left.length === 1
              ? 'Un critère reste sans réponse'
              : `${left.length} critères restent sans réponse`}
          </h3>
          <ul>
            {dossier.grid
              .filter(({ id }) => left.includes(id))
              .map(({ id, criterion }) => (
                <li>
                  <a href={`#${id}`}>{criterion}</a>
                </li>
              ))}
          </ul>
        </div>
      )}
      {dossier.grid.map((line) => (
        <fieldset class="answer criterion" id={line.id}>
          <legend class="answer__legend">
            {line.criterion}
            <span class="fr-hint-text">
              {PART_NAMES[line.part]}
              {line.documents.length > 0 && ` · ${documentsText(dossier, line.documents)}`}
            </span>
          </legend>
          {ANSWERS.map(({ mark, name }) => (
            <label class="choice">
              <input type="radio" name={line.id} value={mark} checked={marks[line.id] === mark} />
              <span>
                {name}
                <span class="fr-hint-text">{line[mark]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

/** The same grid once filled, in one line a criterion. */
export function GridRead({ dossier, marks }: { dossier: Dossier; marks: Marks }) {
  return (
    <ul class="grid-read">
      {dossier.grid.map(({ id, criterion }) => (
        <li>
          <span class={`grid-read__mark grid-read__mark--${marks[id] ?? 'none'}`}>
            {marks[id] ? MARKS[marks[id]] : 'sans réponse'}
          </span>{' '}
          {criterion}
        </li>
      ))}
    </ul>
  );
}
