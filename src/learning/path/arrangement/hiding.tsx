import type { Arranged } from '../proposals.store.ts';

/** `from`: where to come back to, the order or the path, with the need chosen there. */
export function HideButton({
  id,
  title,
  from,
  need,
}: {
  id: string;
  title: string;
  from: string;
  need?: string;
}) {
  return (
    <form method="post" action="/mon-parcours/masquer">
      <input type="hidden" name="quoi" value={id} />
      <input type="hidden" name="depuis" value={from} />
      {need && <input type="hidden" name="besoin" value={need} />}
      <button class="quiet-button" type="submit">
        Masquer
        <span class="fr-sr-only"> : {title}</span>
      </button>
    </form>
  );
}

/** What was just hidden, said on the path, and taken back in one click. */
export function JustHidden({ item: { id, title }, need }: { item: Arranged; need: string | null }) {
  return (
    <form method="post" action="/mon-parcours/remettre" class="just-hidden">
      <p tabindex={-1} data-read-first>
        « {title} » est masqué.
      </p>
      <input type="hidden" name="quoi" value={id} />
      <input type="hidden" name="depuis" value="parcours" />
      {need && <input type="hidden" name="besoin" value={need} />}
      <button class="quiet-button" type="submit">
        Annuler
      </button>
    </form>
  );
}

export function HiddenOnes({ hidden }: { hidden: readonly Arranged[] }) {
  if (hidden.length === 0) return null;
  return (
    <section id="masques">
      <h2>Ce que j’ai masqué</h2>
      <ul class="order">
        {hidden.map(({ id, title, minutes }) => (
          <li>
            <p class="order__title">
              {title} <span class="listing__time">{minutes} min</span>
            </p>
            <form method="post" action="/mon-parcours/remettre">
              <input type="hidden" name="quoi" value={id} />
              <input type="hidden" name="depuis" value="ordre" />
              <button class="quiet-button" type="submit">
                Remettre
                <span class="fr-sr-only"> : {title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
