import type { Professions, Workshop } from '../../content/index.ts';
import {
  Markdown,
  page,
  type Route,
  refuse,
  route,
  SourceList,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { letterOf } from '../live/words.ts';
import { trainer } from '../trainer.ts';
import { Guide } from './guide.pages.tsx';
import { VoteCards } from './vote-cards.tsx';

export const casePaperRoutes: Route[] = [route('GET', '/ateliers/cas/:contenu/papier', trainer, showPaper)];

/** Everything for a room without phones: the case, a card for each métier, cards to raise, the guide. */
function showPaper(visit: Visit<Viewer>): Response {
  const { content } = visit.app;
  const found = content.workshops.find(({ id }) => id === visit.http.req.param('contenu'));
  if (!found) return refuse(visit, 'absent');
  return page(
    visit,
    { title: `Sur papier : ${found.title}` },
    <div>
      <div class="on-screen">
        <p>
          <a href={`/ateliers/cas/${found.id}`}>{found.title}</a>
        </p>
        <p class="lede">
          Imprimez cette page : le cas et ses documents (un par table), une carte par métier à découper,
          quatre ou cinq lettres à lever par personne, la feuille des votes et le guide. Une salle sans
          téléphone vote à main levée, la personne qui anime compte.
        </p>
      </div>
      <Situation workshop={found} />
      <Cards workshop={found} professions={content.professions} />
      <VoteCards most={Math.max(...found.rounds.map(({ options }) => options.length))} />
      <VoteSheet workshop={found} />
      <section class="paper-sheet">
        <h2>Guide de la personne qui anime</h2>
        <Guide workshop={found} begunAt={null} />
        <SourceList sources={[...found.facts, ...found.sources]} facts={content.facts} />
      </section>
    </div>,
  );
}

function Situation({ workshop: { title, opening, documents } }: { workshop: Workshop }) {
  return (
    <section class="paper-sheet">
      <h1>{title}</h1>
      <Markdown text={opening} />
      {documents.map((document, index) => (
        <article class="room-document">
          <h2>
            Document {index + 1}. {document.title}
          </h2>
          <Markdown text={document.text} />
        </article>
      ))}
    </section>
  );
}

function Cards({
  workshop: { readings, others },
  professions,
}: {
  workshop: Workshop;
  professions: Professions;
}) {
  return (
    <section class="paper-sheet">
      <h2>Une carte par métier, à découper</h2>
      <p class="on-screen">
        Chacun ne lit que la sienne. Personne ne joue le métier d’un absent sans le dire.
      </p>
      <div class="paper-cards">
        {readings.map(({ profession, knows }) => (
          <article class="paper-card">
            <h3>{professions[profession].label}</h3>
            <p>{knows}</p>
          </article>
        ))}
        <article class="paper-card">
          <h3>Les autres</h3>
          <p>{others}</p>
        </article>
      </div>
    </section>
  );
}

function VoteSheet({ workshop: { rounds, commitments } }: { workshop: Workshop }) {
  return (
    <section class="paper-sheet">
      <h2>Les tours</h2>
      {rounds.map(({ title, question, choose, options }) => (
        <article class="paper-round">
          <h3>{title}</h3>
          <p>
            {question} {choose === 'up-to-2' && '(une ou deux réponses)'}
          </p>
          <table>
            <caption class="fr-sr-only">Voix pour {title}</caption>
            <thead>
              <tr>
                <th scope="col">Réponse</th>
                <th scope="col">Voix</th>
              </tr>
            </thead>
            <tbody>
              {options.map(({ id, text }) => (
                <tr>
                  <th scope="row">
                    {letterOf(id)}. {text}
                  </th>
                  <td class="paper-blank" />
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      ))}
      <h3>Retours, à lire après chaque vote</h3>
      {rounds.map(({ title, options, points }) => (
        <div class="paper-round">
          <p>
            <strong>{title}</strong>
          </p>
          <ul>
            {options.map(({ id, feedback }) => (
              <li>
                <strong>{letterOf(id)}</strong>
                {points.includes(id) && ' (se défend avec les faits)'} : {feedback}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <h3>Ce que nous ferons</h3>
      <p>Un acte que l’on pourra voir, une personne, un jour. Par exemple :</p>
      <ul>
        {commitments.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </section>
  );
}
