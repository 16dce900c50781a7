import type { Child } from 'hono/jsx';
import { type Content, competencesOf, coverageOf, type Format } from '../content/index.ts';
import { longDate, SourceTitle } from '../web/index.ts';
import { Bars } from './bars.tsx';
import { type Filter, type Listed, referencesOf, sitesOf } from './catalogue.ts';
import { FORMAT_NAMES, SITE_NAMES, STATE_NAMES } from './words.ts';

/** Questions of the bank as numbers: by competence and level, then by format. */
export function Questions({
  content,
  filter,
  kept,
}: {
  content: Content;
  filter: Filter;
  kept: readonly Listed[];
}) {
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

export function TitledItems({ name, items }: { name: string; items: readonly Listed[] }) {
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
export function Scroll({ name, children }: { name: string; children: Child }) {
  return (
    <section class="catalogue-scroll" tabindex={0} aria-label={name}>
      {children}
    </section>
  );
}

export function Framework({ content, filter }: { content: Content; filter: Filter }) {
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
export function Sources({
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
