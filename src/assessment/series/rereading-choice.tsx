import { REREADING, REREADING_ASKED } from './rereading.ts';

/** Asked where a series begins: whether each answer is shown again before it is recorded. */
export function RereadingChoice({ rereads }: { rereads: boolean }) {
  return (
    <div class="rereading-choice">
      <input type="hidden" name={REREADING_ASKED} value="oui" />
      <label class="choice">
        <input type="checkbox" name={REREADING} value="oui" checked={rereads} />
        <span>
          Relire chaque réponse avant de l’enregistrer
          <span class="fr-hint-text">Sinon, une réponse validée ne se change plus.</span>
        </span>
      </label>
    </div>
  );
}
