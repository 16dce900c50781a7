import { dayOf } from '../../calendar/index.ts';
import { dayText } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import type { FileSection } from '../situations/file-section.ts';
import { findInterviews } from './interview.store.ts';
import { interviewText } from './interviews.pages.tsx';
import { findSupports, notesSessions, plansSupports } from './support.store.ts';
import { hoursDone, hoursText, type Support } from './support.ts';
import { stopName, supportName } from './support-text.ts';

/** What is said and done with the young person, on their page. */
export const supportSection: FileSection = async ({ app }, file) => {
  const [interviews, supports] = await Promise.all([
    findInterviews(app.db, file),
    findSupports(app.db, file),
  ]);
  const today = dayOf(app.now());
  const [latest] = interviews;
  const plans = plansSupports(file) && file.closedOn === null;
  return (
    <section>
      <h2>L’accompagnement</h2>
      {latest && <p>Dernier entretien : {interviewText(latest)}.</p>}
      {supports.length === 0 ? (
        <p>Aucun accompagnement n’est encore prévu.</p>
      ) : (
        <ul>
          {supports.map((support) => (
            <li>
              <a href={`/suivi/${file.code}/accompagnement/${support.id}`}>{supportName(support.kind)}</a>{' '}
              {stateText(support, today)}
            </li>
          ))}
        </ul>
      )}
      <ul class="pills">
        {plans && (
          <li>
            <a href={`/suivi/${file.code}/accompagnement`}>Prévoir un accompagnement</a>
          </li>
        )}
        <li>
          <a href={`/suivi/${file.code}/entretiens`}>
            {notesSessions(file) && file.closedOn === null ? 'Noter un entretien' : 'Les entretiens'}
          </a>
        </li>
        {may(file, 'read-decisions') && (
          <li>
            <a href={`/suivi/${file.code}/feuille`}>La feuille pour la famille</a>
          </li>
        )}
      </ul>
    </section>
  );
};

function stateText(support: Support, today: string): string {
  const { endedOn, stopReason, startedOn, plannedUntil, plannedHours } = support;
  const done = hoursText(hoursDone(support));
  const hours = plannedHours === null ? done : `${done} sur ${hoursText(plannedHours)}`;
  if (endedOn !== null && stopReason !== null)
    return `terminé le ${dayText(endedOn)}, ${stopName(stopReason)} (${hours})`;
  if (plannedUntil < today) return `bilan attendu depuis le ${dayText(plannedUntil)} (${hours})`;
  return startedOn === null ? 'prévu' : `en cours, ${hours}, bilan le ${dayText(plannedUntil)}`;
}
