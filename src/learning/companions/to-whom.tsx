import { errorOf, type FieldError, TextField } from '../../web/index.ts';

/** Whom to ask: an electronic address, or in the demonstration a person of the school, since nothing is sent there. */
export function ToWhom({
  colleagues,
  typed,
  hint,
  problems,
}: {
  colleagues: readonly { name: string; email: string }[];
  typed: string;
  hint: string;
  problems: readonly FieldError[];
}) {
  const problem = errorOf(problems, 'courriel');
  if (colleagues.length === 0) {
    return (
      <TextField
        name="courriel"
        label="Son adresse électronique professionnelle"
        hint={hint}
        type="email"
        value={typed}
        error={problem}
      />
    );
  }
  return (
    <fieldset class="answer">
      <legend class="answer__legend">
        À qui ?
        <span class="fr-hint-text">Dans la démonstration, une personne inventée de l’établissement.</span>
      </legend>
      {problem && (
        <p class="answer__problem" id="courriel" tabindex={-1}>
          {problem}
        </p>
      )}
      {colleagues.map(({ name, email }) => (
        <label class="choice">
          <input type="radio" name="courriel" value={email} checked={email === typed} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
