type Choices = Record<string, string>;

/** A labelled list; its identifier is its name, so that the error summary can lead to it. */
export function SelectField({
  name,
  label,
  hint,
  choices,
  groups = [],
  value,
  error,
  empty = 'Choisir',
}: {
  name: string;
  label: string;
  hint?: string;
  choices?: Choices;
  groups?: readonly { label: string; choices: Choices }[];
  value: string;
  error: string | undefined;
  /** What is shown before anything is chosen. */
  empty?: string;
}) {
  return (
    <div class={`fr-select-group${error ? ' fr-select-group--error' : ''}`}>
      <label class="fr-label" for={name}>
        {label} {hint && <span class="fr-hint-text">{hint}</span>}
      </label>
      <select
        class="fr-select"
        id={name}
        name={name}
        aria-describedby={error ? `${name}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{empty}</option>
        <Options choices={choices ?? {}} value={value} />
        {groups.map((group) => (
          <optgroup label={group.label}>
            <Options choices={group.choices} value={value} />
          </optgroup>
        ))}
      </select>
      {error && (
        <p class="fr-error-text" id={`${name}-erreur`}>
          {error}
        </p>
      )}
    </div>
  );
}

function Options({ choices, value }: { choices: Choices; value: string }) {
  return (
    <>
      {Object.entries(choices).map(([id, text]) => (
        <option value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </>
  );
}
