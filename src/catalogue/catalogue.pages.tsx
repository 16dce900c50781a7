import type { Child } from 'hono/jsx';
import { type Content, competencesOf, coverageOf, type Format, KINDS } from '../content/index.ts';
import { anyone, longDate, page, type Route, route, SourceTitle, type Visit } from '../web/index.ts';
import { Bars } from './bars.tsx';
import {
  countByState,
  type Filter,
  keep,
  type Listed,
  listAll,
  readFilter,
  referencesOf,
  STATES,
  sitesOf,
} from './catalogue.ts';
import { FORMAT_NAMES, KIND_NAMES, SITE_NAMES, STATE_NAMES } from './words.ts';

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

/** Questions of the bank as numbers: by competence and level, then by format. */
function Questions({ content, filter, kept }: { content: Content; filter: Filter; kept: readonly Listed[] }) {
  const ids = new Set(kept.filter(({ kind }) => kind === 'questions').map(({ id }) => id));
  if (ids.size === 0) return null;
  const questions = content.questions.filter(({ id }) => ids.has(id));
  const { competences, formats } = coverageOf({ ...content, questions });
  const shown = competences.filter(
    ({ code }) => filter.competence === null || code.startsWith(filter.competence),
  );
  const most = Math.max(1, ...shown.flatMap(({ levels }) => levels));
  const titles = new Map(competencesOf(content.framework).map(({ code, title }) => [code, title]));
  return (
    <section>
      <h2>Les questions d’évaluation</h2>
      <p>
        {questions.length} questions, de cinq niveaux : {content.framework.levelNames.join(', ')}.{' '}
        {content.cases.size} situations sont lues une fois et servent à plusieurs questions.
      </p>
      <Scroll name="Questions par compétence et par niveau">
        <table class="catalogue-table">
          <caption>Nombre de questions par compétence et par niveau</caption>
          <thead>
            <tr>
              <th scope="col">Compétence</th>
              {[1, 2, 3, 4, 5].map((level) => (
                <th scope="col">Niveau {level}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ code, levels }) => (
              <tr>
                <th scope="row">
                  {code} {titles.get(code)}
                </th>
                {levels.map((count) => (
                  <td
                    class={`catalogue-levels__cell catalogue-levels__cell--${Math.ceil((4 * count) / most)}`}
                  >
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h3>Par format</h3>
      <Bars
        table="Nombre de questions par format"
        rows={formats
          .filter(({ count }) => count > 0)
          .map(({ format, count }) => ({ name: FORMAT_NAMES[format as Format], count }))
          .toSorted((a, b) => b.count - a.count)}
      />
    </section>
  );
}

function TitledItems({ name, items }: { name: string; items: readonly Listed[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <Scroll name={name}>
        <table class="catalogue-table">
          <caption class="fr-sr-only">{name}</caption>
          <thead>
            <tr>
              <th scope="col">Titre</th>
              <th scope="col">Compétences</th>
              <th scope="col">État</th>
              <th scope="col">À revoir avant le</th>
              <th scope="col">Sources</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, title, competences, state, reviewBy, sources }) => (
              <tr>
                <th scope="row">{title ?? id}</th>
                <td>{competences.join(', ')}</td>
                <td>{STATE_NAMES[state]}</td>
                <td>{longDate(new Date(reviewBy))}</td>
                <td class="catalogue-table__number">{sources.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** A wide table scrolls by itself on a narrow screen, by keyboard too. */
function Scroll({ name, children }: { name: string; children: Child }) {
  return (
    <section class="catalogue-scroll" tabindex={0} aria-label={name}>
      {children}
    </section>
  );
}

function Framework({ content, filter }: { content: Content; filter: Filter }) {
  const domains = content.framework.domains.filter(
    ({ code }) => filter.competence === null || filter.competence.startsWith(code),
  );
  return (
    <section>
      <h2>Le référentiel</h2>
      <p>
        Cinq domaines et seize compétences, chacune décrite par six acquis observables et cinq niveaux. Ce
        référentiel a été écrit pour la plateforme : il prépare au métier et n’a pas de valeur officielle.
      </p>
      {domains.map((domain) => (
        <details class="catalogue-details">
          <summary>
            {domain.code} {domain.title}
          </summary>
          {domain.competences
            .filter(({ code }) => !filter.competence?.includes('.') || code === filter.competence)
            .map(({ code, title, description, skills }) => (
              <>
                <h3>
                  {code} {title}
                </h3>
                <p>{description}</p>
                <ul>
                  {skills.map((skill) => (
                    <li>{skill}</li>
                  ))}
                </ul>
              </>
            ))}
        </details>
      ))}
    </section>
  );
}

/** Facts of ours, and what items refer to; the whole list only once a choice makes it readable. */
function Sources({
  content,
  kept,
  filtered,
}: {
  content: Content;
  kept: readonly Listed[];
  filtered: boolean;
}) {
  const facts = [...content.facts.values()];
  const outdated = facts.filter((fact) => fact.outdated).length;
  const unchecked = facts.filter((fact) => !fact.checked).length;
  const references = referencesOf(kept);
  return (
    <section>
      <h2>Les sources</h2>
      <p>
        {facts.length} faits ont été relevés dans des textes et des études. {outdated} sont dépassés et{' '}
        {unchecked} restent à vérifier : ceux-là ne sont jamais présentés comme actuels.
      </p>
      <details class="catalogue-details">
        <summary>Les {facts.length} faits et leur source</summary>
        <ul>
          {facts.map(({ statement, source, year, outdated: past, current, checked }) => (
            <li>
              {(past || !checked) && <strong>{past ? 'Dépassé. ' : 'À vérifier. '}</strong>}
              {statement}{' '}
              <span>
                (<SourceTitle text={source} />, {year})
              </span>
              {past && current && <> Aujourd’hui : {current}</>}
            </li>
          ))}
        </ul>
      </details>
      {references.length > 0 && (
        <>
          <h3>Références citées</h3>
          <Bars
            table="Références par nature de site"
            rows={sitesOf(content, kept).map(({ kind, count }) => ({
              name: kind === null ? 'Sans adresse' : SITE_NAMES[kind],
              count,
            }))}
          />
          {filtered ? (
            <details class="catalogue-details">
              <summary>
                {references.length === 1 ? 'La référence' : `Les ${references.length} références`}
              </summary>
              <ul>
                {references.map(({ title, year, url }) => (
                  <li>
                    {url === null ? (
                      <SourceTitle text={title} />
                    ) : (
                      <a href={url} rel="noreferrer external">
                        <SourceTitle text={title} />
                      </a>
                    )}
                    {year !== null && ` (${year})`}
                  </li>
                ))}
              </ul>
            </details>
          ) : (
            <p>Choisissez une compétence ou une nature plus haut pour lire la liste des références.</p>
          )}
        </>
      )}
    </section>
  );
}
