import { dayOf } from '../../calendar/index.ts';
import { dayText } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import type { FileSection } from '../situations/file-section.ts';
import { findGiven, lastSupportEnd } from './given.store.ts';
import { stateText } from './given-text.ts';
import { OCCASIONS, occasionDue } from './questionnaire.ts';
import { youngInstruments } from './questionnaires.pages.tsx';

/** Which questionnaires the young person was given, and whether they answered; never what. */
export const questionnairesSection: FileSection = async (visit, file) => {
  const { app } = visit;
  const gives = may(file, 'give-questionnaires') && file.level !== 'ecole';
  const given = await findGiven(app.db, file);
  if (!gives && given.length === 0) return null;
  const instruments = youngInstruments(visit);
  const today = dayOf(app.now());
  const first = given.filter(({ instrument }) => instrument === instruments[0]?.id);
  const due = gives ? occasionDue(first, await lastSupportEnd(app.db, file), today) : null;
  return (
    <section>
      <h2>Ce que l’élève dit de son école</h2>
      {given.length > 0 && (
        <ul>
          {given.map((one) => (
            <li>
              {instruments.find(({ id }) => id === one.instrument)?.title ?? one.instrument},{' '}
              {OCCASIONS[one.occasion].toLowerCase()} : {stateText(one, today)}
            </li>
          ))}
        </ul>
      )}
      {due && (
        <p>
          {due.from <= today
            ? `C’est le moment du questionnaire « ${OCCASIONS[due.occasion].toLowerCase()} ».`
            : `Prochain questionnaire, « ${OCCASIONS[due.occasion].toLowerCase()} », le ${dayText(due.from)}.`}
        </p>
      )}
      {gives && (
        <p>
          <a href={`/suivi/${file.code}/questionnaires`}>Donner un questionnaire</a>
        </p>
      )}
    </section>
  );
};
