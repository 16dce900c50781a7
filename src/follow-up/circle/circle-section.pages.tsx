import { dayText } from '../../web/index.ts';
import { ACCESS_NAMES, may } from '../access-rights.ts';
import type { FileSection } from '../situations/file-section.ts';
import { findCircle } from './circle.store.ts';

/** Who sees this young person, and until when: whoever may open the file reads it. */
export const circleSection: FileSection = async ({ app }, file) => {
  const { leads, chairs, members } = await findCircle(app.db, file, app.now());
  return (
    <section>
      <h2>Qui voit ce suivi</h2>
      <ul>
        {leads.map(({ name, isLead }) => (
          <li>
            {name}, anime le GPDS{isLead && ' et répond de ce suivi'}
          </li>
        ))}
        {chairs.map((name) => (
          <li>{name}, préside le GPDS</li>
        ))}
        {members.map(({ name, role, until }) => (
          <li>
            {name}, {ACCESS_NAMES[role].toLowerCase()}, jusqu’au {dayText(until)}
          </li>
        ))}
      </ul>
      {may(file, 'read-circle') && (
        <p>
          <a href={`/suivi/${file.code}/acces`}>
            {may(file, 'give-access') && file.closedOn === null
              ? 'Donner ou retirer un accès, lire qui a ouvert'
              : 'Lire qui a ouvert ce suivi'}
          </a>
        </p>
      )}
    </section>
  );
};
