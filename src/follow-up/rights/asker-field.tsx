import { ASKERS, type Asker } from './rights.ts';

/** Who asks, one of two. */
export function AskerField({ value, error }: { value: string; error: string | undefined }) {
  return (
    <fieldset
      class={`fr-fieldset${error ? ' fr-fieldset--error' : ''}`}
      id="asked-by"
      aria-describedby={error ? 'asked-by-erreur' : undefined}
    >
      <legend class="fr-fieldset__legend">Qui fait la demande ?</legend>
      {(Object.keys(ASKERS) as Asker[]).map((asker) => (
        <div class="fr-fieldset__element">
          <div class="fr-radio-group">
            <input
              type="radio"
              id={`asked-by-${asker}`}
              name="asked-by"
              value={asker}
              checked={value === asker}
            />
            <label class="fr-label" for={`asked-by-${asker}`}>
              {ASKERS[asker]}
            </label>
          </div>
        </div>
      ))}
      {error && (
        <p class="fr-error-text" id="asked-by-erreur">
          {error}
        </p>
      )}
    </fieldset>
  );
}
