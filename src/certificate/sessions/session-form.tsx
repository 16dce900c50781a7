import { LEVELS, SelectField } from '../../follow-up/index.ts';
import { ErrorSummary, errorOf, type FieldError, TextField } from '../../web/index.ts';
import { ShortTextField } from '../short-text-field.tsx';
import {
  FEWEST_YOUNG,
  LONGEST,
  MOST_STEPS,
  MOST_YOUNG,
  minutesOf,
  readSteps,
  TOTAL_MINUTES,
  type TypedPlan,
  totalText,
} from './session-plan.ts';

export type Doubts = Record<string, readonly string[]>;

/** One form for a session: what for, with whom, minute by minute. */
export function SessionForm({
  action,
  typed,
  problems,
  doubts,
}: {
  action: string;
  typed: TypedPlan;
  problems: readonly FieldError[];
  doubts: Doubts;
}) {
  return (
    <>
      <ErrorSummary errors={problems} />
      <form class="session-form" method="post" action={action} novalidate>
        <ShortTextField
          name="titre"
          label="Titre de la séance"
          value={typed.title}
          longest={LONGEST.title}
          rows={1}
          problems={problems}
          doubts={doubts.titre ?? []}
        />
        <ShortTextField
          name="but"
          label="À la fin, chacun saura…"
          hint="Ce que les jeunes sauront faire, pas le thème."
          value={typed.aim}
          longest={LONGEST.aim}
          problems={problems}
          doubts={doubts.but ?? []}
        />
        <div class="session-form__who">
          <SelectField
            name="niveau"
            label="Niveau"
            choices={LEVELS}
            value={typed.level}
            error={errorOf(problems, 'niveau')}
          />
          <TextField
            name="nombre"
            label="Nombre de jeunes"
            hint={`De ${FEWEST_YOUNG} à ${MOST_YOUNG}. Aucun nom.`}
            value={typed.youngPeople}
            inputmode="numeric"
            maxlength={2}
            class="hours__field"
            error={errorOf(problems, 'nombre')}
            autocomplete="off"
          />
        </div>
        <StepFields typed={typed} problems={problems} doubts={doubts.etapes ?? []} />
        <ShortTextField
          name="adaptations"
          label="Ce que j’adapte, et pour quel besoin"
          hint="Lire peu, parler peu, aller plus loin, arriver en retard…"
          value={typed.adaptations}
          longest={LONGEST.adaptations}
          rows={3}
          problems={problems}
          doubts={doubts.adaptations ?? []}
        />
        <ShortTextField
          name="preuves"
          label="Ce qui montrera que chacun a appris"
          value={typed.proofs}
          longest={LONGEST.proofs}
          problems={problems}
          doubts={doubts.preuves ?? []}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Garder cette séance
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="compter" value="oui">
            Recompter les minutes
          </button>
        </p>
      </form>
    </>
  );
}

function StepFields({
  typed,
  problems,
  doubts,
}: {
  typed: TypedPlan;
  problems: readonly FieldError[];
  doubts: readonly string[];
}) {
  const error = errorOf(problems, 'etapes');
  const rows = Array.from(
    { length: MOST_STEPS },
    (_, index) => typed.steps[index] ?? { title: '', minutes: '', doing: '' },
  );
  return (
    <fieldset
      class="session-steps"
      id="etapes"
      tabindex={-1}
      aria-describedby={error ? 'etapes-erreur' : 'etapes-total'}
    >
      <legend class="answer__legend">
        Les {TOTAL_MINUTES} minutes, moment par moment
        <span class="fr-hint-text">Laissez vides les lignes en trop.</span>
      </legend>
      {error && (
        <p class="answer__problem" id="etapes-erreur">
          {error}
        </p>
      )}
      <ol>
        {rows.map(({ title, minutes, doing }, index) => (
          <li>
            <label>
              <span>
                Moment<span class="fr-sr-only"> {index + 1}</span>
              </span>
              <input
                class="fr-input"
                type="text"
                name={`moment-${index + 1}`}
                value={title}
                maxlength={LONGEST.step}
                autocomplete="off"
              />
            </label>
            <label>
              <span>
                Minutes<span class="fr-sr-only"> du moment {index + 1}</span>
              </span>
              <input
                class="fr-input"
                type="text"
                name={`minutes-${index + 1}`}
                value={minutes}
                inputmode="numeric"
                maxlength={2}
                autocomplete="off"
              />
            </label>
            <label>
              <span>
                Ce que font les jeunes<span class="fr-sr-only"> au moment {index + 1}</span>
              </span>
              <input
                class="fr-input"
                type="text"
                name={`jeunes-${index + 1}`}
                value={doing}
                maxlength={LONGEST.doing}
                autocomplete="off"
              />
            </label>
          </li>
        ))}
      </ol>
      <p id="etapes-total">
        <strong>Total : {totalText(minutesOf(readSteps(typed.steps).steps))}</strong>
      </p>
      {doubts.length > 0 && (
        <div class="caution">
          <p>
            <strong>À relire.</strong> Ces lignes pourraient dire {doubts.join(' et ')}. Récrivez-les, ou
            confirmez :
          </p>
          <label class="choice">
            <input type="checkbox" name="etapes-confirme" value={stepsText(typed)} />
            <span>Elles ne disent rien de tel, je les garde ainsi</span>
          </label>
        </div>
      )}
    </fieldset>
  );
}

/** All that is written in the steps, as one text to read over. */
export function stepsText({ steps }: Pick<TypedPlan, 'steps'>): string {
  return steps
    .flatMap(({ title, doing }) => [title, doing])
    .filter((text) => text.trim() !== '')
    .join(' ; ')
    .replace(/\s+/g, ' ')
    .trim();
}
