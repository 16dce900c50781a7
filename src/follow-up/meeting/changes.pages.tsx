import { dayText, type Viewer, type Visit } from '../../web/index.ts';
import { findMilestones } from '../milestones/milestone.store.ts';
import type { Rating } from '../signals/signals.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { MILESTONES, RATING_NAMES, SITUATIONS } from '../vocabulary.ts';
import { type Movement, movementsSince } from './changes.ts';

/** What is new of a young person since they were last talked about, or since the beginning. */
export async function Changes({
  visit: { app },
  file,
  since,
  watched,
  ratings,
}: {
  visit: Visit<Viewer>;
  file: SeenFollowUp;
  since: string | null;
  watched: readonly string[];
  ratings: readonly Rating[];
}) {
  const movements = movementsSince(ratings, watched, since);
  const milestones = (await findMilestones(app.db, file.id)).filter(({ on }) => since === null || on > since);
  const lines = [
    ...movements.map((movement) => ({ on: movement.on, text: movementText(movement, app.content.signals) })),
    ...milestones.map(({ kind, on, situation }) => ({
      on,
      text: `${MILESTONES[kind]}${situation ? ` : ${SITUATIONS[situation]}` : ''}`,
    })),
  ].toSorted((a, b) => b.on.localeCompare(a.on));
  return (
    <section>
      <h2>{since === null ? 'Depuis l’ouverture' : `Depuis la réunion du ${dayText(since)}`}</h2>
      {lines.length === 0 ? (
        <p>Rien de nouveau n’est noté.</p>
      ) : (
        <ul>
          {lines.map(({ on, text }) => (
            <li>
              {text} <span class="agenda__why">le {dayText(on)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/suivi/${file.code}`}>Tout le suivi</a> ·{' '}
        <a href={`/suivi/${file.code}/signaux`}>Coter les signaux</a>
      </p>
    </section>
  );
}

function movementText(
  { signal, before, after }: Movement,
  signals: readonly { id: string; name: string }[],
): string {
  const name = signals.find(({ id }) => id === signal)?.name ?? signal;
  const now = `${after}, ${RATING_NAMES[after]}`;
  if (before === null) return `${name} : ${now} (première cotation)`;
  if (before === after) return `${name} : toujours ${now}`;
  return `${name} : de ${before} à ${now}`;
}
