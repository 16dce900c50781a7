/** A labelled box for some lines; its identifier is its name, so that the error summary can lead to it. */
export function TextArea({
  name,
  label,
  hint,
  value,
  error,
  rows = 3,
}: {
  name: string;
  label: string;
  hint: string;
  value: string;
  error: string | undefined;
  rows?: number;
}) {
  return (
    <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
      <label class="fr-label" for={name}>
        {label} <span class="fr-hint-text">{hint}</span>
      </label>
      <textarea
        class="fr-input"
        id={name}
        name={name}
        rows={rows}
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
    </div>
  );
}

/** What was typed in such a box: line ends as everywhere, no empty line at either end. */
export function typedLines(text: string | undefined): string {
  return (text ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
