import { dayText } from '../../web/index.ts';
import type { FileSection } from '../situations/file-section.ts';
import { MILESTONES, SITUATIONS } from '../vocabulary.ts';
import { findMilestones } from './milestone.store.ts';

/** What the young person has gone through, on their page. */
export const milestonesSection: FileSection = async ({ app }, file) => {
  const milestones = await findMilestones(app.db, file.id);
  return (
    <section>
      <h2>Le chemin parcouru</h2>
      <ol>
        {milestones.map(({ kind, on, situation }) => (
          <li>
            {MILESTONES[kind]}, le {dayText(on)}
            {situation && ` : ${SITUATIONS[situation]}`}
          </li>
        ))}
      </ol>
    </section>
  );
};
