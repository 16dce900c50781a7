import {
  Markdown,
  page,
  type Route,
  refuse,
  route,
  SourceList,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import { addressOf, STUDY } from '../addresses.ts';
import { documentsText } from '../dossier/documents-text.ts';
import { FoldedDocuments } from '../dossier/dossier-documents.tsx';
import { Preparation } from '../dossier/preparation.tsx';
import { finishedOf } from './grid.pages.tsx';

export const answerRoutes: Route[] = [route('GET', `${STUDY}/reponse`, staff, showAnswer)];

const PARTS = [
  { part: 'diagnosis', title: 'Un diagnostic' },
  { part: 'proposals', title: 'Des propositions' },
  { part: 'limits', title: 'Ce que le dossier ne permet pas de dire' },
] as const;

/** What a hurried reading misses, then an answer of ours: one among others, still to be read by somebody of the field. */
async function showAnswer(visit: Visit<Viewer>): Promise<Response> {
  const found = await finishedOf(visit);
  if (!found) return refuse(visit, 'absent');
  const { study, dossier } = found;
  const { facts } = visit.app.content;
  const sources = [...dossier.facts, ...dossier.sources];
  return page(
    visit,
    { title: `${dossier.title} : une réponse possible`, narrow: true },
    <>
      <p class="above-title">
        <a href={addressOf(study)}>{dossier.title}</a>
      </p>
      <h1>Une réponse possible</h1>
      <p class="lede">
        C’est la nôtre, pas un corrigé officiel. Une autre peut être aussi bonne si elle s’appuie sur les
        documents. Cherchez où vous divergez, et pourquoi.
      </p>
      <Preparation />
      {dossier.status === 'à relire' && (
        <p class="about">
          À relire : aucun spécialiste nommé ne l’a encore validée. Traitez-la comme un outil de travail.
        </p>
      )}
      {study.markedAt === null && (
        <p>
          Remplir d’abord <a href={`${addressOf(study)}/grille`}>la grille</a> vous laisse juger votre texte
          avant de lire le nôtre.
        </p>
      )}
      <h2>Ce qu’une lecture rapide laisse passer</h2>
      <ul>
        {dossier.overlooked.map(({ text, documents }) => (
          <li>
            {text} <span>({documentsText(dossier, documents)})</span>
          </li>
        ))}
      </ul>
      {PARTS.map(({ part, title }) => (
        <section>
          <h2>{title}</h2>
          <Markdown text={dossier.answer[part]} />
        </section>
      ))}
      {sources.length > 0 && <SourceList sources={sources} facts={facts} />}
      <h2>Revoir les documents</h2>
      <FoldedDocuments dossier={dossier} />
    </>,
  );
}
