import type { SchoolPolicy } from '../../content/index.ts';
import { dayText } from '../../web/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { MOST_PRIORITIES, type Priority } from './priority.ts';

/** The three priorities of a school, and the way to change them for who leads it. */
export function PrioritiesView({
  priorities,
  diagnosis,
  policy,
  ideas,
  leading,
}: {
  priorities: readonly Priority[];
  diagnosis: Pick<Diagnosis, 'id'>;
  policy: SchoolPolicy;
  ideas: readonly { id: string; title: string }[];
  leading: boolean;
}) {
  const address = `/auto-diagnostic/${diagnosis.id}/priorites`;
  const free = [1, 2, 3].find((rank) => priorities.every((priority) => priority.rank !== rank));
  return (
    <section>
      <h2 id="priorites">Nos trois priorités</h2>
      {priorities.length === 0 && (
        <p>
          {leading
            ? 'Aucune pour le moment. Parlez d’abord ensemble de ce que vous ne voyez pas de la même façon, puis choisissez.'
            : 'La direction, ou qui anime le GPDS, ne les a pas encore choisies.'}
        </p>
      )}
      {priorities.map(({ rank, statement, what, who, due, sign, actions }) => {
        const { title } = policy.statements.find(({ id }) => id === statement)!;
        return (
          <article class="diagnosis-priority">
            <h3>{title}</h3>
            <dl class="facts">
              <dt>Ce que nous ferons</dt>
              <dd>{what}</dd>
              <dt>Qui s’en occupe</dt>
              <dd>{who}</dd>
              <dt>Pour le</dt>
              <dd>{dayText(due)}</dd>
              <dt>À quoi nous le verrons</dt>
              <dd>{sign}</dd>
              {actions.length > 0 && (
                <>
                  <dt>Idées d’actions</dt>
                  <dd>
                    <ul>
                      {actions.map((id) => (
                        <li>
                          <IdeaLink id={id} ideas={ideas} />
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
            </dl>
            {leading && (
              <p>
                <a href={`${address}/${rank}`}>
                  Modifier cette priorité<span class="fr-sr-only"> : {title}</span>
                </a>
              </p>
            )}
          </article>
        );
      })}
      {leading && free !== undefined && priorities.length < MOST_PRIORITIES && (
        <p>
          <a class="fr-btn" href={`${address}/${free}`}>
            Choisir une priorité
          </a>
        </p>
      )}
    </section>
  );
}

/** A published idea may have been withdrawn since it was chosen. */
function IdeaLink({ id, ideas }: { id: string; ideas: readonly { id: string; title: string }[] }) {
  const idea = ideas.find((one) => one.id === id);
  return idea ? <a href={`/actions/${id}`}>{idea.title}</a> : <>une action retirée depuis</>;
}
