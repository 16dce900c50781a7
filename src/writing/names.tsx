/** Asks whether texts that may name somebody are kept as they are. */
export function NamesToConfirm({ names, confirms }: { names: readonly string[]; confirms: string }) {
  if (names.length === 0) return null;
  return (
    <div class="caution">
      <p>
        <strong>À relire avant d’enregistrer.</strong> Ces textes pourraient nommer quelqu’un («{' '}
        {names.join(' », « ')} »). Récrivez-les sans nom de personne, ou confirmez :
      </p>
      <label class="choice">
        <input type="checkbox" id="confirmer" name="confirmed" value={confirms} />
        <span>Ces textes ne nomment ni élève, ni parent, ni collègue : je les garde ainsi</span>
      </label>
    </div>
  );
}

/** One line on top of the page, for those who hear it. */
export const namesMessage = {
  field: 'confirmer',
  message: 'Relisez : ces textes semblent nommer quelqu’un.',
};
