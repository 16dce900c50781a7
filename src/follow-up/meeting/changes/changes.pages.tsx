import type { Child } from 'hono/jsx';
import { dayText, type Viewer, type Visit } from '../../../web/index.ts';
import { findMilestones } from '../../milestones/milestone.store.ts';
import { latestLevels, type Rating } from '../../signals/signals.ts';
import type { SeenFollowUp } from '../../situations/follow-up.store.ts';
import { findInterviews } from '../../support/interview.store.ts';
import { findSupports } from '../../support/support.store.ts';
import { hoursText, type Support } from '../../support/support.ts';
import { stopName, supportName } from '../../support/support-text.ts';
import { MILESTONES, RATING_NAMES, SITUATIONS, WITH_WHOM } from '../../vocabulary.ts';
import { type Movement, movementsSince } from './changes.ts';

/** What is new of a young person since they were last talked about, or since the beginning. */
export async function changesSection(
  { app }: Visit<Viewer>,
  file: SeenFollowUp,
  {
    since,
    watched,
    ratings,
  }: { since: string | null; watched: readonly string[]; ratings: readonly Rating[] },
): Promise<Child> {
  const movements = movementsSince(ratings, watched, since);
  const milestones = await findMilestones(app.db, file.id);
  const [interviews, supports] = await Promise.all([
    findInterviews(app.db, file),
    findSupports(app.db, file),
  ]);
  const recent = <Dated extends { on: string }>(all: readonly Dated[]) =>
    all.filter(({ on }) => since === null || on > since);
  const lines = [
    ...recent(interviews.map((interview) => ({ ...interview, on: interview.heldOn }))).map(
      ({ on, withWhom, goal }) => ({
        on,
        text: `Entretien, ${WITH_WHOM[withWhom].toLowerCase()}${goal === '' ? '' : ` : « ${goal} »`}`,
      }),
    ),
    ...supports.flatMap((support) => supportLines(support, since)),
    ...movements.map((movement) => ({ on: movement.on, text: movementText(movement, app.content.signals) })),
    ...recent(milestones).map(({ kind, on, situation }) => ({
      on,
      text: `${MILESTONES[kind]}${situation ? ` : ${SITUATIONS[situation]}` : ''}`,
    })),
  ].toSorted((a, b) => b.on.localeCompare(a.on));
  const current = [
    ...currentSignals(watched, ratings, app.content.signals),
    ...supports.filter(({ endedOn }) => endedOn === null).map(({ kind }) => `${supportName(kind)}, en cours`),
    ...interviews.slice(0, 1).flatMap(({ goal }) => (goal === '' ? [] : [`Son but : « ${goal} »`])),
  ];
  return (
    <section>
      {since !== null && current.length > 0 && (
        <>
          <h2>Où l’on en est</h2>
          <ul>
            {current.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
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
      <p class="on-screen">
        <a href={`/suivi/${file.code}`}>Tout le suivi</a> ·{' '}
        <a href={`/suivi/${file.code}/signaux`}>Coter les signaux</a>
      </p>
    </section>
  );
}

/** What each watched signal is at, as it is known today. */
function currentSignals(
  watched: readonly string[],
  ratings: readonly Rating[],
  signals: readonly { id: string; name: string }[],
): string[] {
  const latest = latestLevels(ratings);
  return watched.flatMap((id) => {
    const level = latest.get(id);
    const name = signals.find((known) => known.id === id)?.name ?? id;
    return level === undefined
      ? [`${name} : pas encore coté`]
      : [`${name} : ${level}, ${RATING_NAMES[level]}`];
  });
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

/** What was done and what ended of one support; its sessions of the time make one line. */
function supportLines(support: Support, since: string | null): { on: string; text: string }[] {
  const sessions = support.sessions.filter(({ on }) => since === null || on > since);
  const last = sessions.at(-1);
  const hours = sessions.reduce((sum, session) => sum + session.hours, 0);
  const name = supportName(support.kind);
  return [
    ...(last
      ? [
          {
            on: last.on,
            text: `${name} : ${sessions.length === 1 ? 'une séance' : `${sessions.length} séances`}, ${hoursText(hours)}`,
          },
        ]
      : []),
    ...(support.endedOn !== null && (since === null || support.endedOn > since)
      ? [{ on: support.endedOn, text: `${name} : ${stopName(support.stopReason ?? '')}` }]
      : []),
  ];
}
