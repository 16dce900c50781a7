import type { Exercise } from '../../content/index.ts';
import { isOver, type Try } from './steps.ts';

/** `hint` is said after a first wrong choice; `fields` are sent along with a choice. */
type ExerciseBodyProps = {
  action: string;
  fields?: readonly (readonly [string, string])[];
  exercise: Omit<Exercise, 'id' | 'hint'> & { hint?: string };
  tries: readonly Try[];
  problem: string | undefined;
};

/** What is asked, then what the choice leads to, and a second try at once. */
export function ExerciseBody({ action, fields = [], exercise, tries, problem }: ExerciseBodyProps) {
  const over = isOver(tries);
  const chosen = new Set(tries.map(({ option }) => option));
  const latest = exercise.options.find(({ id }) => id === tries.at(-1)?.option);
  return (
    <>
      <div class="stem">
        <p>{exercise.stem}</p>
      </div>
      {latest && (
        <div class="module-feedback" tabindex={-1} data-read-first>
          <p>
            <strong>{latest.correct ? 'C’est le bon choix.' : 'Pas celui-là.'}</strong> {latest.feedback}
          </p>
          {!over && exercise.hint && <p>Un indice pour votre second essai : {exercise.hint}</p>}
        </div>
      )}
      {over ? (
        <dl class="told">
          {exercise.options
            .filter(({ id }) => id !== latest?.id)
            .map((option) => (
              <>
                <dt>
                  {option.correct && (
                    <>
                      <span class="fr-badge fr-badge--success fr-badge--sm">Le bon choix</span>
                      <span class="fr-sr-only"> : </span>
                    </>
                  )}{' '}
                  {option.text}
                </dt>
                <dd>{option.feedback}</dd>
              </>
            ))}
        </dl>
      ) : (
        <form method="post" action={action} class="question" novalidate>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <fieldset class="answer" aria-describedby={problem ? 'probleme' : undefined}>
            <legend class="answer__legend">
              {tries.length === 0 ? 'Que faites-vous ?' : 'Second essai'}
            </legend>
            {problem && (
              <p class="answer__problem" id="probleme" tabindex={-1} data-read-first>
                {problem}
              </p>
            )}
            {exercise.options
              .filter(({ id }) => !chosen.has(id))
              .map(({ id, text }) => (
                <label class="choice">
                  <input type="radio" name="option" value={id} />
                  <span>{text}</span>
                </label>
              ))}
          </fieldset>
          <button class="fr-btn" type="submit">
            Valider
          </button>
        </form>
      )}
    </>
  );
}
