import { errorOf, type FieldError } from '../web/index.ts';

/** A few lines to write, and the box that confirms them when they may give somebody away. */
export function ShortTextField({
  name,
  label,
  hint,
  value,
  longest,
  rows = 2,
  problems,
  doubts = [],
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  longest: number;
  rows?: number;
  problems: readonly FieldError[];
  doubts?: readonly string[];
}) {
  const error = errorOf(problems, name);
  return (
    <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
      <label class="fr-label" for={name}>
        {label}
        <span class="fr-hint-text">
          {hint && `${hint} `}
          {longest} signes au plus.
        </span>
      </label>
      <textarea
        class="fr-input"
        id={name}
        name={name}
        rows={rows}
        maxlength={longest}
        aria-describedby={error ? `${name}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
      {error && (
        <p class="fr-error-text" id={`${name}-erreur`}>
          {error}
        </p>
      )}
      {doubts.length > 0 && (
        <div class="caution">
          <p>
            <strong>À relire.</strong> Ce texte pourrait dire {doubts.join(' et ')}. Récrivez-le, ou confirmez
            :
          </p>
          <label class="choice">
            <input type="checkbox" name={`${name}-confirme`} value={value} />
            <span>Il ne dit rien de tel, je le garde ainsi</span>
          </label>
        </div>
      )}
    </div>
  );
}

/** On top of the page, for those who hear it. */
export function doubtProblem(field: string): FieldError {
  return { field, message: 'Relisez ce texte : récrivez-le, ou confirmez-le sous le champ.' };
}
