import { errorOf, type FieldError, TextArea } from '../web/index.ts';

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
  return (
    <TextArea
      name={name}
      label={label}
      hint={`${hint ? `${hint} ` : ''}${longest} signes au plus.`}
      value={value}
      error={errorOf(problems, name)}
      rows={rows}
      maxlength={longest}
    >
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
    </TextArea>
  );
}

/** On top of the page, for those who hear it. */
export function doubtProblem(field: string): FieldError {
  return { field, message: 'Relisez ce texte : récrivez-le, ou confirmez-le sous le champ.' };
}
