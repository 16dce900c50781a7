type Choices = Record<string, string>;

/** A labelled list; its identifier is its name, so that the error summary can lead to it. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  choices,
  groups = [],
  value,
  error,
  empty = 'Choisir',
  ofFollowUps = false,
}: {
  name: string;
  /** Its name, unless several lists of a page have the same. */
  id?: string;
  label: string;
  hint?: string;
  choices?: Choices;
  groups?: readonly { label: string; choices: Choices }[];
  value: string;
  error: string | undefined;
  /** What is shown before anything is chosen. */
  empty?: string;
  /** Each choice is a follow-up, by its code: a name may be laid over it. */
  ofFollowUps?: boolean;
}) {
  return (
    <div class={`fr-select-group${error ? ' fr-select-group--error' : ''}`}>
      <label class="fr-label" for={id}>
        {label} {hint && <span class="fr-hint-text">{hint}</span>}
      </label>
      <select
        class="fr-select"
        id={id}
        name={name}
        aria-describedby={error ? `${id}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{empty}</option>
        <Options choices={choices ?? {}} value={value} ofFollowUps={ofFollowUps} />
        {groups.map((group) => (
          <optgroup label={group.label}>
            <Options choices={group.choices} value={value} />
          </optgroup>
        ))}
      </select>
      {error && (
        <p class="fr-error-text" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </div>
  );
}

function Options({
  choices,
  value,
  ofFollowUps = false,
}: {
  choices: Choices;
  value: string;
  ofFollowUps?: boolean;
}) {
  return (
    <>
      {Object.entries(choices).map(([id, text]) => (
        <option value={id} selected={id === value} data-follow-up={ofFollowUps ? id : undefined}>
          {text}
        </option>
      ))}
    </>
  );
}
