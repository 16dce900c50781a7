import { ACTION_FIELDS, ACTION_LEVELS, ACTION_THEMES, ACTIONS_SOURCE, NEEDS } from '../../content/index.ts';
import {
  anyone,
  dayText,
  page,
  type Route,
  readQuery,
  refuse,
  route,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { filterIdeas, type IdeaFilter, readFilter } from './filter.ts';
import type { Idea } from './idea.ts';
import type { Piece } from './marks.ts';
import { type Found, findIdea, findIdeas, type Search, searchIdeas } from './search.store.ts';

export const libraryRoutes: Route[] = [
  route('GET', '/actions', anyone, showIdeas),
  route('GET', '/actions/:id', anyone, showIdea),
];

const LONGEST_SEARCH = 100;

async function showIdeas(visit: Visit): Promise<Response> {
  const { app, http, viewer } = visit;
  const query = readQuery(http);
  const filter = readFilter(query);
  const asked = (query.q?.[0] ?? '').trim().slice(0, LONGEST_SEARCH);
  const all = await findIdeas(app.db, app.content.actions);
  const search = asked === '' ? null : await searchIdeas(app.db, asked);
  const byId = new Map(search?.found.map((found) => [found.id, found]));
  const ideas = filterIdeas(search ? inOrder(all, search) : all, filter);
  return page(
    visit,
    { title: asked === '' ? 'Idées d’actions' : `« ${asked} » – Idées d’actions` },
    <>
      <h1>Idées d’actions</h1>
      <p class="lede">
        {app.content.actions.length} actions menées en 2015-2016, en France, contre le décrochage, et celles
        que des établissements proposent aujourd’hui. Des idées à adapter : aucune n’est ici la preuve que
        cela marche.
      </p>
      <Tasks viewer={viewer} />
      <SearchForm asked={asked} filter={filter} />
      <p role="status">
        <strong>{countText(ideas.length)}</strong>
        {asked !== '' &&
          !search &&
          ' Vos mots sont trop courants pour être cherchés : essayez avec un nom ou un verbe.'}
        {search?.someWordsOnly && ' Aucune ne contient tous vos mots : celles-ci en contiennent au moins un.'}
      </p>
      <ul class="listing">
        {ideas.map((idea) => (
          <IdeaLine idea={idea} found={byId.get(idea.id)} />
        ))}
      </ul>
      <p class="action__source">
        Source des actions de 2016 : {ACTIONS_SOURCE.title}. Les thèmes et une partie des niveaux ont été
        attribués par nous.
      </p>
    </>,
  );
}

function inOrder(ideas: readonly Idea[], { found }: Search): Idea[] {
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

function countText(count: number): string {
  if (count === 0) return 'Aucune action ne répond à ces choix : retirez-en un, ou un mot.';
  return count === 1 ? 'Une action.' : `${count} actions.`;
}

/** What else may be done here, by whom. */
function Tasks({ viewer }: { viewer: Viewer | null }) {
  if (!viewer?.welcomed) return null;
  return (
    <ul class="action-tasks">
      <li>
        <a href="/actions/adaptations">Mes adaptations</a>
      </li>
      {viewer.memberships.some(({ school }) => school !== null) && (
        <li>
          <a href="/actions/propositions">Proposer une action de mon établissement</a>
        </li>
      )}
      {viewer.memberships.some(({ role }) => role === 'formateur') && (
        <li>
          <a href="/actions/relectures">Relire les actions proposées</a>
        </li>
      )}
    </ul>
  );
}

function SearchForm({ asked, filter }: { asked: string; filter: IdeaFilter }) {
  return (
    <form class="action-filters" method="get" action="/actions">
      <div class="fr-input-group action-filters__words">
        <label class="fr-label" for="q">
          Mots
          <span class="fr-hint-text">Avec ou sans accents. Entre guillemets, une suite exacte.</span>
        </label>
        <input class="fr-input" id="q" name="q" type="search" value={asked} maxlength={LONGEST_SEARCH} />
      </div>
      <Select name="besoin" label="Besoin" all="Tous" names={NEEDS} value={filter.need} />
      <Select name="niveau" label="Niveau" all="Tous" names={ACTION_LEVELS} value={filter.level} />
      <Select name="champ" label="Moment" all="Tous" names={ACTION_FIELDS} value={filter.field} />
      <Select name="theme" label="Thème" all="Tous" names={ACTION_THEMES} value={filter.theme} />
      <button class="fr-btn fr-btn--secondary" type="submit">
        Chercher
      </button>
    </form>
  );
}

type SelectProps = {
  name: string;
  label: string;
  all: string;
  names: Record<string, string>;
  value: string | null;
};

function Select({ name, label, all, names, value }: SelectProps) {
  return (
    <div class="fr-select-group">
      <label class="fr-label" for={name}>
        {label}
      </label>
      <select class="fr-select" id={name} name={name}>
        <option value="">{all}</option>
        {Object.entries(names).map(([id, text]) => (
          <option value={id} selected={id === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function IdeaLine({ idea, found }: { idea: Idea; found: Found | undefined }) {
  const inDetails = found?.details.some((piece) => piece.found) ?? false;
  return (
    <li>
      <p class="listing__title">
        <a href={`/actions/${idea.id}`}>{found ? <Marked pieces={found.title} /> : idea.title}</a>
      </p>
      <p>{found ? <Marked pieces={found.summary} /> : idea.summary}</p>
      {found && inDetails && (
        <p class="action__details">
          <Marked pieces={excerpt(found.details)} />
        </p>
      )}
      <p class="listing__why">
        {levelsOf(idea)}
        {idea.from.kind === 'school' && ` ; ${originOf(idea.from)}`}
      </p>
    </li>
  );
}

/** The lines that hold a word found; the others are for the page of the idea. */
function excerpt(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[][] = [[]];
  for (const { text, found } of pieces) {
    const [first, ...rest] = text.split('\n');
    lines.at(-1)!.push({ text: first!, found });
    for (const line of rest) lines.push([{ text: line, found }]);
  }
  return lines
    .filter((line) => line.some(({ found }) => found))
    .flatMap((line, index) => (index === 0 ? line : [{ text: ' … ', found: false }, ...line]));
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, found }) => (found ? <mark class="action__found">{text}</mark> : text))}</>;
}

const levelsOf = ({ levels }: Pick<Idea, 'levels'>) => levels.map((level) => ACTION_LEVELS[level]).join(', ');

function originOf({ academie, reviewedOn }: Extract<Idea['from'], { kind: 'school' }>): string {
  return `proposée par un établissement de l’académie de ${academie}, relue le ${dayText(reviewedOn)}`;
}

async function showIdea(visit: Visit): Promise<Response> {
  const { app, http, viewer } = visit;
  const idea = await findIdea(app.db, app.content.actions, http.req.param('id') ?? '');
  if (!idea) return refuse(visit, 'absent');
  return page(
    visit,
    { title: idea.title, narrow: true },
    <>
      <p class="above-title">
        <a href="/actions">Idées d’actions</a>
      </p>
      <h1>{idea.title}</h1>
      <p class="lede">{idea.summary}</p>
      {idea.from.kind === 'school' && (
        <p>
          <strong>{capital(originOf(idea.from))}.</strong>
        </p>
      )}
      {idea.parts.length > 0 && (
        <ul>
          {idea.parts.map((part) => (
            <li>{part}</li>
          ))}
        </ul>
      )}
      <Facts idea={idea} />
      {viewer?.welcomed && (
        <p>
          <a class="fr-btn" href={`/actions/${idea.id}/adapter`}>
            Adapter à mon établissement
          </a>
        </p>
      )}
      <h2>Avant de la reprendre</h2>
      <p>
        Demandez-vous à quel besoin de vos élèves elle répond, ce que vous pourriez observer dans six mois
        pour savoir si elle aide, et qui s’en occupe.
        {idea.from.kind === 'synthesis' &&
          ' Le résumé est de nous ; les chiffres, quand il y en a, sont ceux que l’équipe annonçait.'}
      </p>
      {idea.from.kind === 'synthesis' && (
        <p class="action__source">
          Source : {ACTIONS_SOURCE.title} ({ACTIONS_SOURCE.year}).
        </p>
      )}
    </>,
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function Facts({ idea: { from, ...idea } }: { idea: Idea }) {
  return (
    <>
      <dl class="facts">
        {from.kind === 'synthesis' && (
          <>
            <dt>Où</dt>
            <dd>
              {from.place}
              {from.city !== from.place && `, ${from.city}`} (académie : {from.academie}, en 2016)
            </dd>
          </>
        )}
        <dt>Niveau</dt>
        <dd>{levelsOf(idea)}</dd>
        <dt>Moment</dt>
        <dd>{ACTION_FIELDS[idea.field]}</dd>
        <dt>Thèmes</dt>
        <dd>
          {idea.themes.map((theme, index) => (
            <>
              {index > 0 && ', '}
              <a href={`/actions?theme=${theme}`}>{ACTION_THEMES[theme]}</a>
            </>
          ))}
        </dd>
        {idea.partners.length > 0 && (
          <>
            <dt>Partenaires</dt>
            <dd>{idea.partners.join(', ')}</dd>
          </>
        )}
        {from.kind === 'school' && from.observed !== '' && (
          <>
            <dt>Ce que l’équipe a observé</dt>
            <dd>{from.observed}</dd>
          </>
        )}
      </dl>
      {from.kind === 'synthesis' &&
        from.links.map((link) => (
          <p>
            <a href={link} rel="noreferrer external">
              {new URL(link).hostname}
            </a>{' '}
            (lien de 2016, peut ne plus répondre)
          </p>
        ))}
    </>
  );
}
