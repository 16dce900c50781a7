import { TextArea } from '../../../web/index.ts';
import { FIELDS, LONGEST_TEXT, type Texts } from '../case-study.ts';

type AreaProps = { part: keyof Texts; label: string; hint: string; value: string; error: string | undefined };

/** One of the two texts. */
export function Area({ part, label, hint, value, error }: AreaProps) {
  return (
    <TextArea
      name={FIELDS[part]}
      label={label}
      hint={hint}
      value={value}
      error={error}
      rows={12}
      maxlength={LONGEST_TEXT}
      lang="fr"
      autocomplete="off"
      class="desk__area"
    />
  );
}

/** Nothing is chosen for the person: both texts are there. */
export function Conflict({ other }: { other: Texts }) {
  return (
    <div class="fr-alert fr-alert--warning fr-mb-4w" tabindex={-1} data-read-first>
      <h2 class="fr-alert__title">Une autre fenêtre a enregistré un autre texte</h2>
      <p>
        Ce que vous venez d’écrire ici est plus bas, et n’est pas encore enregistré. Voici ce que l’autre
        fenêtre a enregistré : reprenez-en ce que vous voulez, puis enregistrez. Ce sera alors ce texte-ci qui
        restera.
      </p>
      <label class="fr-label" for="autre-diagnostic">
        Diagnostic de l’autre fenêtre
      </label>
      <textarea class="fr-input" id="autre-diagnostic" rows={6} readonly>
        {other.diagnosis}
      </textarea>
      <label class="fr-label" for="autre-propositions">
        Propositions de l’autre fenêtre
      </label>
      <textarea class="fr-input" id="autre-propositions" rows={6} readonly>
        {other.proposals}
      </textarea>
    </div>
  );
}
