import { dayText } from '../../web/index.ts';
import type { FileSection } from '../situations/file-section.ts';
import { RATING_NAMES } from '../vocabulary.ts';
import { findRatings, findWatched } from './signals.store.ts';
import { latestLevels } from './signals.ts';

/** The latest word on each watched signal, on the page of the young person. */
export const signalsSection: FileSection = async ({ app }, file) => {
  const [watched, ratings] = await Promise.all([findWatched(app.db, file), findRatings(app.db, file)]);
  const latest = latestLevels(ratings);
  const lines = watched.flatMap((id) => {
    const signal = app.content.signals.find((known) => known.id === id);
    const level = latest.get(id);
    const on = ratings.findLast(({ signal: rated }) => rated === id)?.on;
    return signal ? [{ signal, level, on }] : [];
  });
  return (
    <section>
      <h2>Les signaux</h2>
      {lines.length === 0 ? (
        <p>Aucun signal n’est encore suivi.</p>
      ) : (
        <ul>
          {lines.map(({ signal, level, on }) => (
            <li>
              {signal.name} :{' '}
              {level === undefined || on === undefined
                ? 'pas encore coté'
                : `${level}, ${RATING_NAMES[level]} (${signal.ratings[level]}), le ${dayText(on)}`}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/suivi/${file.code}/signaux`}>
          {lines.length === 0 ? 'Choisir les signaux à suivre' : 'Coter, et voir au fil du temps'}
        </a>
      </p>
    </section>
  );
};
