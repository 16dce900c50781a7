import type { Dossier } from '../../../content/index.ts';
import { longDate, page, type Viewer, type Visit } from '../../../web/index.ts';
import { addressOf, titleOf } from '../addresses.ts';
import { type CaseStudy, countMarks } from '../case-study.ts';
import { Preparation } from '../dossier/preparation.tsx';
import { durationText } from '../hour.ts';
import { GridRead } from './grid-fields.tsx';
import { WrittenText, wordsText } from './written-text.tsx';

/** A finished study: what was written, and what to do with it. */
export function showStudy(visit: Visit<Viewer>, study: CaseStudy, dossier: Dossier | undefined): Response {
  return page(
    visit,
    { title: `Mon étude : ${titleOf(visit, study)}`, narrow: true, island: 'case-study' },
    <>
      <p class="above-title on-screen">
        <a href="/certificat/etudes-de-cas">Études de cas</a>
      </p>
      <h1>{titleOf(visit, study)}</h1>
      <p class="lede">{takenText(visit, study)}</p>
      <Preparation />
      <div data-left-on-device={study.id} />
      {dossier ? (
        <Steps study={study} dossier={dossier} />
      ) : (
        <p>
          Ce dossier n’est plus proposé : sa grille et sa réponse ne sont plus montrées. Votre texte reste.
        </p>
      )}
      <WrittenText study={study} level={2} />
      {dossier && study.markedAt !== null && (
        <section>
          <h2>Ma grille</h2>
          <GridRead dossier={dossier} marks={study.marks} />
        </section>
      )}
      {study.atTheHour && <AtTheHour study={study} />}
      <details class="desk__leave on-screen">
        <summary>Effacer cette étude</summary>
        <p>
          Votre texte, votre grille et vos réponses au jury seront effacés, ainsi que les lectures reçues.
        </p>
        <form method="post" action={`${addressOf(study)}/suppression`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Effacer définitivement
          </button>
        </form>
      </details>
    </>,
  );
}

/** « Étude terminée le 12 novembre 2026 : 60 minutes de travail, sans pause. » */
export function takenText({ app }: Visit, study: CaseStudy): string {
  const day = longDate(study.finishedAt ?? app.now());
  const time =
    study.manner === 'paper'
      ? `faite sur papier, en ${study.saidMinutes} minutes selon vous`
      : durationText(study, app.now());
  return `Étude terminée le ${day} : ${time} ; ${wordsText(study)}.`;
}

function Steps({ study, dossier }: { study: CaseStudy; dossier: Dossier }) {
  const address = addressOf(study);
  const { full, partly, missing } = countMarks(dossier, study.marks);
  return (
    <section class="on-screen">
      <h2>La suite</h2>
      <ol>
        <li>
          <a href={`${address}/grille`}>Relire mon texte avec la grille</a>
          <span class="next-steps__state">
            {study.markedAt === null
              ? `${dossier.grid.length} critères, un quart d’heure`
              : `Remplie : ${full} présents, ${partly} en partie, ${missing} absents`}
          </span>
        </li>
        <li>
          <a href={`${address}/reponse`}>Lire ce qui échappe souvent, et une réponse possible</a>
        </li>
        <li>
          <a href={`${address}/lectures`}>Faire relire mon texte par quelqu’un</a>
          <span class="next-steps__state">Si vous le souhaitez</span>
        </li>
        <li>
          <a href={`${address}/presentation`}>Présenter en dix minutes</a>
        </li>
        <li>
          <a href={`${address}/jury/1`}>Répondre à {dossier.questions.length} questions de jury</a>
        </li>
      </ol>
      <p class="actions">
        <a class="fr-btn fr-btn--secondary" href={`${address}/etude.pdf`}>
          Mon étude en PDF
        </a>
      </p>
    </section>
  );
}

/** The whole of what was kept at the hour, for whoever rewrote it after. */
function AtTheHour({ study }: { study: CaseStudy }) {
  return (
    <details class="at-the-hour on-screen">
      <summary>Ce qui était écrit à 60:00</summary>
      <WrittenText
        study={{ ...study.atTheHour!, atTheHour: null }}
        level={3}
        titles={{ diagnosis: 'Diagnostic à 60:00', proposals: 'Propositions à 60:00' }}
      />
    </details>
  );
}
