import type { Professions } from '../../content/index.ts';
import type { RoundBody } from '../live/rounds.ts';
import type { Tally } from '../live/tally.ts';
import { groupName, letterOf } from '../live/words.ts';

/** The options with what was counted of each, when something may be said of it. */
export function OptionList({
  body,
  tally,
  revealed = false,
  followed = null,
}: {
  body: RoundBody;
  tally: Tally | null;
  revealed?: boolean;
  followed?: string | null;
}) {
  const counts = tally?.counts ?? null;
  return (
    <ol class="room-options">
      {body.options.map(({ id, text, feedback, effect }) => (
        <li class="room-option">
          <span class="room-option__letter">{letterOf(id)}</span>
          <div class="room-option__text">
            <p>
              {text}
              {followed === id && <strong class="room-option__mark"> Réplique suivie</strong>}
              {revealed && body.points.includes(id) && (
                <strong class="room-option__mark"> Se défend avec les faits du cas</strong>
              )}
              {revealed && effect && <strong class="room-option__mark"> {EFFECTS[effect]}</strong>}
            </p>
            {revealed && feedback !== '' && <p class="room-option__feedback">{feedback}</p>}
          </div>
          {counts && <Bar count={counts[id] ?? 0} of={tally?.voters ?? 0} />}
        </li>
      ))}
    </ol>
  );
}

const EFFECTS = { opens: 'Ouvre', closes: 'Ferme', neither: 'Ne change rien' } as const;

function Bar({ count, of }: { count: number; of: number }) {
  return (
    <div class="room-bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="room-bar__ground" x="0" y="0" width="100" height="10" />
        <rect class="room-bar__part" x="0" y="0" width={of === 0 ? 0 : (100 * count) / of} height="10" />
      </svg>
      <span class="room-bar__count">
        {count}
        <span class="fr-sr-only"> voix</span>
      </span>
    </div>
  );
}

/** Votes by métier, where nobody is singled out. */
export function GroupTable({
  body,
  tally,
  professions,
}: {
  body: Pick<RoundBody, 'options' | 'title'>;
  tally: Tally;
  professions: Professions;
}) {
  if (tally.groups.length === 0) return null;
  return (
    <section class="room-table" aria-label="Votes par métier" tabindex={0}>
      <table>
        <caption>Votes par métier. Jamais moins de trois personnes à part.</caption>
        <thead>
          <tr>
            <th scope="col">Métier</th>
            {body.options.map(({ id }) => (
              <th scope="col">{letterOf(id)}</th>
            ))}
            <th scope="col">Votants</th>
          </tr>
        </thead>
        <tbody>
          {tally.groups.map((group) => (
            <tr>
              <th scope="row">{groupName(group, professions)}</th>
              {body.options.map(({ id }) => (
                <td>{group.counts[id] ?? 0}</td>
              ))}
              <td>{group.voters}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
