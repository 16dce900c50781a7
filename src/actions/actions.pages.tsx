import {
  ACTION_FIELDS,
  ACTION_LEVELS,
  ACTION_THEMES,
  ACTIONS_SOURCE,
  type Action,
} from '../content/index.ts';
import { anyone, page, type Route, readQuery, refuse, route, type Visit } from '../web/index.ts';
import { type ActionFilter, filterActions, readFilter } from './filter.ts';

export const actionRoutes: Route[] = [
  route('GET', '/actions', anyone, showActions),
  route('GET', '/actions/:id', anyone, showAction),
];

function showActions(visit: Visit): Response {
  const { app, http } = visit;
  const filter = readFilter(readQuery(http));
  const found = filterActions(app.content.actions, filter);
  return page(
    visit,
    { title: 'Idées d’actions' },
    <>
      <h1>Idées d’actions</h1>
      <p class="lede">
        {app.content.actions.length} actions menées en 2015-2016, en France, contre le décrochage. Des idées à
        adapter : aucune n’est ici la preuve que cela marche.
      </p>
      <Filters filter={filter} />
      <p role="status">
        <strong>
          {found.length === 0
            ? 'Aucune action ne répond à ces choix : retirez-en un.'
            : found.length === 1
              ? 'Une action'
              : `${found.length} actions`}
        </strong>
      </p>
      <ul class="module-list">
        {found.map((action) => (
          <ActionLine action={action} />
        ))}
      </ul>
      <p class="action__source">
        Source : {ACTIONS_SOURCE.title}. Les thèmes et une partie des niveaux ont été attribués par nous.
      </p>
    </>,
  );
}

function Filters({ filter }: { filter: ActionFilter }) {
  return (
    <form class="action-filters" method="get" action="/actions">
      <Select name="niveau" label="Niveau" all="Tous" names={ACTION_LEVELS} value={filter.level} />
      <Select name="champ" label="Moment" all="Tous" names={ACTION_FIELDS} value={filter.field} />
      <Select name="theme" label="Thème" all="Tous" names={ACTION_THEMES} value={filter.theme} />
      <button class="fr-btn fr-btn--secondary" type="submit">
        Filtrer
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

function ActionLine({ action }: { action: Action }) {
  return (
    <li>
      <p class="module-list__title">
        <a href={`/actions/${action.id}`}>{action.title}</a>
      </p>
      <p>{action.summary}</p>
      <p class="module-list__why">{levelsOf(action)}</p>
    </li>
  );
}

const levelsOf = ({ levels }: Action) => levels.map((level) => ACTION_LEVELS[level]).join(', ');

function showAction(visit: Visit): Response {
  const { app, http } = visit;
  const action = app.content.actions.find(({ id }) => id === http.req.param('id'));
  if (!action) return refuse(visit, 'absent');
  return page(
    visit,
    { title: action.title, narrow: true },
    <>
      <p class="series__name">
        <a href="/actions">Idées d’actions</a>
      </p>
      <h1>{action.title}</h1>
      <p class="lede">{action.summary}</p>
      {action.parts.length > 0 && (
        <ul>
          {action.parts.map((part) => (
            <li>{part}</li>
          ))}
        </ul>
      )}
      <dl class="facts">
        <dt>Où</dt>
        <dd>
          {action.place}
          {action.city !== action.place && `, ${action.city}`} (académie : {action.academie}, en 2016)
        </dd>
        <dt>Niveau</dt>
        <dd>{levelsOf(action)}</dd>
        <dt>Moment</dt>
        <dd>{ACTION_FIELDS[action.field]}</dd>
        <dt>Thèmes</dt>
        <dd>
          {action.themes.map((theme, index) => (
            <>
              {index > 0 && ', '}
              <a href={`/actions?theme=${theme}`}>{ACTION_THEMES[theme]}</a>
            </>
          ))}
        </dd>
        {action.partners.length > 0 && (
          <>
            <dt>Partenaires</dt>
            <dd>{action.partners.join(', ')}</dd>
          </>
        )}
      </dl>
      {action.links.map((link) => (
        <p>
          <a href={link} rel="noreferrer external">
            {new URL(link).hostname}
          </a>{' '}
          (lien de 2016, sans doute disparu)
        </p>
      ))}
      <h2>Avant de la reprendre</h2>
      <p>
        Demandez-vous à quel besoin de vos élèves elle répond, ce que vous pourriez observer dans six mois
        pour savoir si elle aide, et qui s’en occupe. Le résumé est de nous ; les chiffres, quand il y en a,
        sont ceux que l’équipe annonçait.
      </p>
      <p class="action__source">
        Source : {ACTIONS_SOURCE.title} ({ACTIONS_SOURCE.year}).
      </p>
    </>,
  );
}
