import { dayText } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import type { FileSection } from '../situations/file-section.ts';
import { CLOSE_REASONS, MILESTONES, SITUATIONS } from '../vocabulary.ts';
import { endsFollowUps, findEnd, findMilestones, recordsMilestones } from './milestone.store.ts';

/** What the young person has gone through, on their page. */
export const milestonesSection: FileSection = async ({ app }, file) => {
  const [milestones, end] = await Promise.all([findMilestones(app.db, file.id), findEnd(app.db, file)]);
  return (
    <section>
      <h2>Le chemin parcouru</h2>
      <ol>
        {milestones.map(({ kind, on, situation }) => (
          <li>
            {MILESTONES[kind]}, le {dayText(on)}
            {situation && ` : ${SITUATIONS[situation].toLowerCase()}`}
          </li>
        ))}
      </ol>
      {recordsMilestones(file) && (
        <p>
          <a href={`/suivi/${file.code}/etapes`}>Noter ou corriger une étape</a>
        </p>
      )}
      {file.closedOn !== null && end && (
        <p>
          Suivi terminé le {dayText(file.closedOn)} : {CLOSE_REASONS[end.reason].toLowerCase()}.
          {end.purgeOn && ` Il sera effacé le ${dayText(end.purgeOn)}.`}
        </p>
      )}
      {file.closedOn === null && endsFollowUps(file) && (
        <p>
          <a href={`/suivi/${file.code}/fin`}>Terminer le suivi</a>
          {may(file, 'transfer') && (
            <>
              {' · '}
              <a href={`/suivi/${file.code}/transfert`}>Le transmettre à un autre établissement</a>
            </>
          )}
        </p>
      )}
    </section>
  );
};
