import { schoolYearName } from '../../calendar/index.ts';
import type { SchoolPolicy } from '../../content/index.ts';
import { type Change, compare } from './comparison.ts';
import { peopleText } from './line-view.tsx';
import type { LastYear } from './results.store.ts';
import type { Results } from './results.ts';

export const CHANGES: Record<Change, string> = {
  up: 'davantage en place qu’avant',
  down: 'moins en place qu’avant',
  'not-shown': 'pas de changement que ces nombres permettent d’affirmer',
  'too-few': 'trop peu de réponses pour parler de changement',
};

/** Why nothing is said of what each person thinks now and thought then. */
export function bothText({ both, year }: LastYear): string {
  const people = both === 0 ? 'Moins de cinq personnes ont répondu' : `Environ ${both} personnes ont répondu`;
  return `${people} aux deux diagnostics, ${schoolYearName(year)} et celui-ci. Les réponses n’ont pas de nom : on ne peut pas comparer chaque personne à elle-même, seulement deux groupes qui se recouvrent en partie. Un changement n’est annoncé que si les deux années comptent vingt avis au moins et que les marges ne se touchent pas.`;
}

export function LastYearView({
  lastYear,
  results,
  policy,
}: {
  lastYear: LastYear;
  results: Results;
  policy: SchoolPolicy;
}) {
  const lines = compare(lastYear.results, results);
  const changed = lines.filter(({ change }) => change === 'up' || change === 'down');
  const titleOf = (id: string) => policy.statements.find((statement) => statement.id === id)!;
  return (
    <section>
      <h2>Par rapport à {schoolYearName(lastYear.year)}</h2>
      <p>{bothText(lastYear)}</p>
      {changed.length === 0 ? (
        <p>
          <strong>Aucun changement ne peut être affirmé.</strong> Cela ne veut pas dire que rien n’a bougé.
        </p>
      ) : (
        <ul>
          {changed.map(({ statement, change }) => (
            <li>
              {titleOf(statement).title} : <strong>{CHANGES[change]}</strong>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Les deux années côte à côte</summary>
        <section class="table-scroll" aria-label="Les deux années : tableau" tabindex={0}>
          <table class="figures">
            <caption class="fr-sr-only">Les deux années, recommandation par recommandation</caption>
            <thead>
              <tr>
                <th scope="col">Recommandation</th>
                <th scope="col">{schoolYearName(lastYear.year)}</th>
                <th scope="col">{schoolYearName(lastYear.year + 1)}</th>
                <th scope="col">Ce que l’on peut dire</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ statement, before, now, change }) => (
                <tr>
                  <th scope="row">{titleOf(statement).title}</th>
                  <td>{peopleText(policy, before)}</td>
                  <td>{peopleText(policy, now)}</td>
                  <td>{CHANGES[change]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
