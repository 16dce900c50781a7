import { letterOf } from '../live/words.ts';

/** Letters to raise, as many as there are answers at most. */
export function VoteCards({ most }: { most: number }) {
  return (
    <section class="paper-sheet">
      <h2>Cartes de vote : un jeu par personne</h2>
      <div class="paper-letters">
        {['a', 'b', 'c', 'd', 'e'].slice(0, most).map((id) => (
          <p class="paper-letter">{letterOf(id)}</p>
        ))}
      </div>
    </section>
  );
}
