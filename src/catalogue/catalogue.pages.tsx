import { type Content, KINDS } from '../content/index.ts';
import { anyone, page, type Route, route, type Visit } from '../web/index.ts';
import { Bars } from './bars.tsx';
import { countByState, type Filter, keep, type Listed, listAll, readFilter, STATES } from './catalogue.ts';
import { Framework, Questions, Scroll, Sources, TitledItems } from './tables.tsx';
import { KIND_NAMES, STATE_NAMES } from './words.ts';

export const contentRoutes: Route[] = [route('GET', '/contenus', anyone, showContent)];

/** Everything the platform teaches and asks, what it rests on, and who has read it. Questions are counted, never shown. */
function showContent(visit: Visit): Response {
  const { app, http } = visit;
  const filter = readFilter(app.content, (name) => http.req.query(name));
  const items = listAll(app.content, app.now());
  const kept = keep(items, filter);
  const filtered = Object.values(filter).some((value) => value !== null);
  return page(
    visit,
    { title: 'Ce que contient la plateforme' },
    <>
      <h1>Ce que contient la plateforme</h1>
      <p class="lede">
        Ce qui est enseigné et demandé ici, d’où cela vient, et qui l’a relu. Le texte des questions
        d’évaluation n’est pas montré : les lire d’avance leur ferait perdre leur sens.
      </p>
      <ReviewWords items={items} />
      <FilterForm content={app.content} filter={filter} />
      <p role="status" class="catalogue-count">
        {filtered
          ? `${kept.length} contenus sur ${items.length} correspondent à votre choix.`
          : `${items.length} contenus en tout.`}{' '}
        {filtered && <a href="/contenus">Tout montrer</a>}
      </p>
      {kept.length > 0 && <Counts items={kept} />}
      <Questions content={app.content} filter={filter} kept={kept} />
      {KINDS.filter((kind) => kind !== 'questions').map((kind) => (
        <TitledItems name={KIND_NAMES[kind]} items={kept.filter((item) => item.kind === kind)} />
      ))}
      <Framework content={app.content} filter={filter} />
      <Sources content={app.content} kept={kept} filtered={filtered} />
      <h2>Proposer une question</h2>
      <p>
        Vous voyez un manque, une erreur, une situation vécue qui ferait réfléchir ?{' '}
        <a href="/contenus/proposer">Proposer une question</a> se fait sur une feuille, sans rien installer.
      </p>
    </>,
  );
}

/** What the states mean, and where things stand today. */
function ReviewWords({ items }: { items: readonly Listed[] }) {
  const read = items.filter(({ state }) => state === 'relu').length;
  return (
    <section class="catalogue-states">
      <h2>Ce que veut dire « à relire »</h2>
      <p>
        Un contenu « à relire » a été écrit par une personne, puis repris par une autre, qui a répondu sans
        voir la solution. Aucun spécialiste nommé ne l’a encore validé : traitez-le comme un outil de travail,
        pas comme une règle. Un contenu « relu » l’a été par une personne du domaine, dont le nom figure au
        registre de relecture.{' '}
        {read === 0
          ? 'Aujourd’hui, aucun contenu n’est relu.'
          : `Aujourd’hui, ${read} sur ${items.length} le sont.`}
      </p>
      <p>
        Chaque contenu porte aussi une date de revue, parce que les règles et les chiffres changent. Passé
        cette date, il est signalé ; trois mois plus tard, il est retiré.
      </p>
    </section>
  );
}

function FilterForm({ content, filter }: { content: Content; filter: Filter }) {
  const { domains } = content.framework;
  return (
    <form class="catalogue-filter" method="get" action="/contenus">
      <div class="fr-select-group">
        <label class="fr-label" for="competence">
          Compétence
        </label>
        <select class="select" id="competence" name="competence">
          <option value="">Toutes</option>
          {domains.map((domain) => (
            <optgroup label={`${domain.code} ${domain.title}`}>
              <option value={domain.code} selected={filter.competence === domain.code}>
                Tout le domaine {domain.code}
              </option>
              {domain.competences.map(({ code, title }) => (
                <option value={code} selected={filter.competence === code}>
                  {code} {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div class="fr-select-group">
        <label class="fr-label" for="nature">
          Nature
        </label>
        <select class="select" id="nature" name="nature">
          <option value="">Toutes</option>
          {KINDS.map((kind) => (
            <option value={kind} selected={filter.kind === kind}>
              {KIND_NAMES[kind]}
            </option>
          ))}
        </select>
      </div>
      <div class="fr-select-group">
        <label class="fr-label" for="etat">
          État
        </label>
        <select class="select" id="etat" name="etat">
          <option value="">Tous</option>
          {STATES.map((state) => (
            <option value={state} selected={filter.state === state}>
              {STATE_NAMES[state]}
            </option>
          ))}
        </select>
      </div>
      <button class="fr-btn fr-btn--secondary" type="submit">
        Filtrer
      </button>
    </form>
  );
}

function Counts({ items }: { items: readonly Listed[] }) {
  const counts = countByState(items);
  return (
    <section>
      <h2>Combien, et dans quel état</h2>
      <Bars rows={counts.map(({ kind, total }) => ({ name: KIND_NAMES[kind], count: total }))} />
      <Scroll name="Nombre de contenus par nature et par état">
        <table class="catalogue-table">
          <caption>Nombre de contenus par nature et par état</caption>
          <thead>
            <tr>
              <th scope="col">Nature</th>
              {STATES.map((state) => (
                <th scope="col">{STATE_NAMES[state]}</th>
              ))}
              <th scope="col">Total</th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ kind, states, total }) => (
              <tr>
                <th scope="row">{KIND_NAMES[kind]}</th>
                {STATES.map((state) => (
                  <td class="catalogue-table__number">{states[state]}</td>
                ))}
                <td class="catalogue-table__number">{total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
