import type { Dossier } from '../../../content/index.ts';
import { dayText, Markdown } from '../../../web/index.ts';

type Document = Dossier['documents'][number];

const DOCUMENT_NAMES: Record<Document['kind'], string> = {
  letter: 'Lettre',
  'absence-table': 'Relevé d’absences',
  report: 'Bulletin',
  minutes: 'Compte rendu',
  'local-offer': 'Offre locale',
  email: 'Courriel',
  note: 'Note',
  figures: 'Chiffres',
};

/** What is asked, and by whom. */
export function Order({ dossier: { position, order, tasks } }: { dossier: Dossier }) {
  return (
    <>
      <p>{position}</p>
      <p>{order}</p>
      <ol>
        {tasks.map((task) => (
          <li>{task}</li>
        ))}
      </ol>
    </>
  );
}

/** One after the other, each opened where it is wanted: on a phone, without script, two at once to compare. */
export function FoldedDocuments({ dossier }: { dossier: Dossier }) {
  return (
    <div class="folded">
      {dossier.documents.map((document, index) => (
        <details class="folded__document" id={document.id}>
          <summary>
            <span class="folded__number">{index + 1}</span>
            <span>
              <span class="folded__title">{document.title}</span>
              <span class="folded__kind">
                {DOCUMENT_NAMES[document.kind]} · {dayText(document.date)}
              </span>
            </span>
          </summary>
          <p class="folded__from">{document.from}</p>
          <Markdown text={document.text} />
        </details>
      ))}
    </div>
  );
}

/** Everything open, one under the other: for paper. */
export function OpenDocuments({ dossier }: { dossier: Dossier }) {
  return (
    <>
      {dossier.documents.map((document, index) => (
        <article class="sheet dossier-sheet">
          <h2 class="sheet__title">
            {index + 1}. {document.title}
          </h2>
          <p class="folded__from">
            {DOCUMENT_NAMES[document.kind]}, {document.from}, {dayText(document.date)}
          </p>
          <Markdown text={document.text} />
        </article>
      ))}
    </>
  );
}
