/** Said wherever something could be taken for a mark. */
export function Preparation() {
  return <p class="preparation">Préparation, pas un avis du jury.</p>;
}
