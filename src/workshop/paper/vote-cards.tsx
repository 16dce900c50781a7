import { letterOf } from '../live/words.ts';

/** A sheet serves as many people as it holds sets: on screen, one shows what they are. */
const SETS_A_SHEET = 8;

/** Letters to raise, as many as there are answers at most. */
export function VoteCards({ most }: { most: number }) {
  return (
    <section class="paper-sheet">
      <h2>Cartes de vote : un jeu par personne</h2>
      <Letters most={most} />
      {Array.from({ length: SETS_A_SHEET - 1 }, () => (
        <div class="on-paper" aria-hidden="true">
          <Letters most={most} />
        </div>
      ))}
    </section>
  );
}

function Letters({ most }: { most: number }) {
  return (
    <div class="paper-letters">
      {['a', 'b', 'c', 'd', 'e'].slice(0, most).map((id) => (
        <p class="paper-letter">{letterOf(id)}</p>
      ))}
    </div>
  );
}
