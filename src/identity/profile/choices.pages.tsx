import type { Child } from 'hono/jsx';
import { type Content, PROFESSIONS } from '../../content/index.ts';
import type { Visit } from '../../web/index.ts';
import { TextField } from '../../web/index.ts';
import { MOST_SCHOOLS, type School, searchSchools } from '../schools/schools.store.ts';
import { parseSchoolQuery, SCHOOL_KINDS } from '../schools/search.ts';
import { withReturnPath } from '../sign-in/return-path.ts';

/** The métiers, one to be chosen. */
export function ProfessionField({
  content,
  chosen,
  error,
  legend,
}: {
  content: Content;
  chosen: string | null;
  error: string | undefined;
  legend: Child;
}) {
  return (
    <fieldset
      class={`fr-fieldset${error ? ' fr-fieldset--error' : ''}`}
      id="metier"
      aria-labelledby={error ? 'metier-legende metier-erreur' : 'metier-legende'}
      tabindex={-1}
    >
      <legend class="fr-fieldset__legend" id="metier-legende">
        {legend}
      </legend>
      {PROFESSIONS.map((profession) => (
        <div class="fr-fieldset__element">
          <div class="fr-radio-group">
            <input
              type="radio"
              id={`metier-${profession}`}
              name="metier"
              value={profession}
              checked={profession === chosen}
            />
            <label class="fr-label" for={`metier-${profession}`}>
              {content.professions[profession].label}
            </label>
          </div>
        </div>
      ))}
      {error && (
        <div class="fr-messages-group" id="metier-erreur">
          <p class="fr-error-text">{error}</p>
        </div>
      )}
    </fieldset>
  );
}

export type SchoolSearch = {
  typed: string;
  /** Null before anything usable was typed. */
  found: { schools: School[]; more: boolean } | null;
  /** « Mon établissement n’est pas dans la liste ». */
  absent: boolean;
};

export async function readSchoolSearch({ http, app }: Visit): Promise<SchoolSearch> {
  const typed = (http.req.query('recherche') ?? '').slice(0, 200);
  const query = parseSchoolQuery(typed);
  return {
    typed,
    found: query && (await searchSchools(app.db, query)),
    absent: http.req.query('absent') !== undefined,
  };
}

type SchoolChoiceProps = {
  search: SchoolSearch;
  current: School | null;
  /** Where the search and the choice are sent, and what goes with them. */
  action: string;
  fields: Record<string, string>;
  returnPath: string | null;
  error?: string | undefined;
};

/** Looks for a school, then chooses it; « aucun » is always there. */
export function SchoolChoice({ search, current, action, fields, returnPath, error }: SchoolChoiceProps) {
  const hidden = Object.entries({ ...fields, ...(returnPath ? { suite: returnPath } : {}) }).map(
    ([name, value]) => <input type="hidden" name={name} value={value} />,
  );
  const again = withReturnPath(`${action}?${new URLSearchParams(fields)}`, returnPath);
  const choice = (uai: string, label: Child, style: string) => (
    <form method="post" action={action}>
      {hidden}
      <button class={`fr-btn ${style}`} type="submit" name="etablissement" value={uai}>
        {label}
      </button>
    </form>
  );
  if (search.absent) {
    return (
      <>
        <p>
          Continuez sans établissement : tout ce que vous faites pour vous-même fonctionne de la même façon.
          Vous pourrez choisir votre établissement plus tard, dans « Mon compte », quand il aura été ajouté.
        </p>
        {choice('aucun', 'Continuer sans établissement', '')}
        <p class="fr-mt-3w">
          <a class="fr-link" href={again}>
            Revenir à la recherche
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <form method="get" action={action}>
        {hidden}
        <TextField
          name="recherche"
          label="Chercher un établissement"
          hint="Son nom, sa ville ou son UAI. Les accents ne comptent pas."
          type="search"
          autocomplete="off"
          value={search.typed}
          error={error}
        />
        <button class="fr-btn" type="submit">
          Chercher
        </button>
      </form>
      <SearchResult search={search} choice={choice} />
      <div class="no-school">
        {current && (
          <div>
            <p>
              Établissement actuel : <strong>{current.name}</strong>, {current.city}
            </p>
            {choice(current.uai, 'Garder cet établissement', 'fr-btn--secondary')}
          </div>
        )}
        {choice('aucun', 'Aucun établissement', 'fr-btn--secondary')}
        <p>
          <a class="fr-link" href={`${again}&absent=oui`}>
            Mon établissement n’est pas dans la liste
          </a>
        </p>
      </div>
    </>
  );
}

function SearchResult({
  search: { typed, found },
  choice,
}: {
  search: SchoolSearch;
  choice: (uai: string, label: Child, style: string) => Child;
}) {
  if (!found) {
    return typed === '' ? null : (
      <p class="fr-mt-3w">Écrivez au moins deux lettres, ou trois chiffres de l’UAI.</p>
    );
  }
  const { schools, more } = found;
  if (schools.length === 0) {
    return (
      <p class="fr-mt-3w">
        Aucun établissement trouvé pour « {typed} ». Essayez avec un seul mot, ou avec la ville seule.
      </p>
    );
  }
  return (
    <section aria-labelledby="resultats">
      <h2 id="resultats" class="results__title">
        {more
          ? `Plus de ${MOST_SCHOOLS} établissements : voici les premiers. Ajoutez la ville pour préciser.`
          : schools.length === 1
            ? 'Un établissement trouvé'
            : `${schools.length} établissements trouvés`}
      </h2>
      <ul class="results">
        {schools.map(({ uai, name, kind, city, academie }) => (
          <li>
            <p>
              <strong>{name}</strong>{' '}
              <span class="results__where">
                {city} · académie de {academie} · {SCHOOL_KINDS[kind]} · {uai}
              </span>
            </p>
            {choice(
              uai,
              <>
                Choisir<span class="fr-sr-only"> {name}</span>
              </>,
              'fr-btn--secondary fr-btn--sm',
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
