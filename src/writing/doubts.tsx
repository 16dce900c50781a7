import type { Doubt } from './warnings.ts';

const ABOUT: Record<Doubt['about'], string> = {
  name: 'le nom de quelqu’un',
  health: 'la santé de l’élève',
  family: 'sa vie ou sa famille',
};

/** Asks whether a text may be kept as it is; the box confirms this very text, and no other. */
export function DoubtsToConfirm({ doubts, text }: { doubts: readonly Doubt[]; text: string }) {
  if (doubts.length === 0) return null;
  return (
    <div class="caution" id="doutes">
      <p>
        <strong>À relire avant d’enregistrer.</strong> Ce texte pourrait dire{' '}
        {doubts.map(({ about, words }) => `${ABOUT[about]} (« ${words.join(' », « ')} »)`).join(' et ')}.
        L’élève et sa famille peuvent le lire. Récrivez-le, ou confirmez :
      </p>
      <label class="choice">
        <input type="checkbox" name="confirmed" value={text} />
        <span>Ce texte ne dit rien de tel, je le garde ainsi</span>
      </label>
    </div>
  );
}

/** One line on top of the page, for those who hear it. */
export function doubtMessage(field: string) {
  return { field, message: 'Relisez ce texte : récrivez-le, ou confirmez-le plus bas.' };
}
