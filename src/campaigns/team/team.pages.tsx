import { readEstimate } from '../../../psychometrics/index.ts';
import {
  BandDrawing,
  BandScale,
  bandInWords,
  capitalised,
  isOneZone,
  mostProbableInWords,
  PROVISIONAL_NOTICE,
} from '../../assessment/index.ts';
import { competencesOf, type Framework } from '../../content/index.ts';
import {
  longDate,
  page,
  type Route,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findOnDesk } from '../desk/campaign.store.ts';
import { type GroupEstimate, type Measured, mostUseful, type Standing, type TeamFigures } from './figures.ts';
import { lookAtTeam, type TeamLook } from './round.store.ts';

export const teamRoutes: Route[] = [route('GET', '/groupes/:id/equipe', staff, showTeam)];

const STANDINGS: Record<Standing, string> = {
  need: 'Besoin du groupe',
  strength: 'Appui du groupe',
  'like-the-rest': 'Comme le reste',
};

const MEASURED: Record<Measured, string> = {
  rarely: 'Rarement mesurée',
  partly: 'Mesurée chez une partie',
  mostly: 'Mesurée chez la plupart',
};

async function showTeam(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const campaign = await findOnDesk(app.db, viewer, http.req.param('id') ?? '');
  if (!campaign) return refuse(visit, 'absent');
  const look = await lookAtTeam(app.db, viewer, app.content, campaign.id, app.now());
  return page(
    visit,
    { title: `Vue d’équipe – ${campaign.title}` },
    <>
      <p class="back">
        <a href={`/groupes/${campaign.id}`}>{campaign.title}</a>
      </p>
      <h1>Vue d’équipe</h1>
      {look.figures ? (
        <Team figures={look.figures} madeAt={look.madeAt} framework={app.content.framework} />
      ) : (
        <Nothing because={look.because} />
      )}
      <HowItIsProtected />
      <p class="actions on-screen">
        <a class="fr-btn" href={`/groupes/${campaign.id}/plan`}>
          Plan de formation
        </a>
        <a class="fr-btn fr-btn--tertiary" href={`/groupes/${campaign.id}`}>
          Revenir au groupe
        </a>
      </p>
    </>,
  );
}

function Nothing({ because }: { because: Extract<TeamLook, { figures: null }>['because'] }) {
  return because === 'too-few' ? (
    <p class="lede">
      Cette vue s’ouvre quand cinq personnes du groupe au moins ont accepté d’y être comptées, et ont répondu
      chacune à une étape de huit questions. Ce n’est pas encore le cas.
    </p>
  ) : (
    <p class="lede">
      Une vue de presque les mêmes personnes a déjà été publiée, ici ou dans un autre groupe : en montrer une
      autre maintenant pourrait en dire trop sur l’une d’elles. La vue revient d’elle-même quand cinq
      personnes au moins auront rejoint le groupe ou répondu de nouveau.
    </p>
  );
}

function Team({ figures, madeAt, framework }: { figures: TeamFigures; madeAt: Date; framework: Framework }) {
  const general = readingOf(figures.general);
  const titles = new Map(competencesOf(framework).map(({ code, title }) => [code, title]));
  const named = (standing: Standing) =>
    figures.domains.flatMap((domain, index) =>
      domain.standing === standing ? [framework.domains[index]!.title] : [],
    );
  const useful = mostUseful(figures);
  return (
    <>
      <p class="lede">
        {figures.people} personnes comptées, au {longDate(madeAt)}.
      </p>
      <section>
        <h2>En général, la moyenne du groupe</h2>
        <p class="profile__verdict">
          {capitalised(bandInWords(general))}
          {!isOneZone(general) && (
            <span class="profile__probable">le plus probable : {mostProbableInWords(general)}</span>
          )}
        </p>
        <div class="profile__drawing">
          <BandDrawing reading={general} />
          <BandScale />
        </div>
        <p class="group-about">
          La barre montre où est la moyenne neuf fois sur dix. Elle ne dit pas que tout le monde y est : dans
          un groupe, les niveaux diffèrent toujours.
        </p>
      </section>
      <h2>Par domaine</h2>
      <table class="domains">
        <caption class="fr-sr-only">Moyenne du groupe par domaine, avec sa marge</caption>
        <thead>
          <tr>
            <th scope="col">Domaine</th>
            <th scope="col">Moyenne du groupe</th>
            <td class="domains__band" aria-hidden="true">
              <BandScale />
            </td>
            <th scope="col">Par rapport au reste</th>
          </tr>
        </thead>
        <tbody>
          {figures.domains.map((domain, index) => {
            const reading = readingOf(domain);
            return (
              <tr>
                <th scope="row">{framework.domains[index]!.title}</th>
                <td>
                  {capitalised(bandInWords(reading))}
                  {!isOneZone(reading) && (
                    <span class="domains__probable">le plus probable : {mostProbableInWords(reading)}</span>
                  )}
                </td>
                <td class="domains__band" aria-hidden="true">
                  <BandDrawing reading={reading} />
                </td>
                <td>
                  <span class={`group-standing group-standing--${domain.standing}`}>
                    {STANDINGS[domain.standing]}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>Besoins et appuis</h2>
      <ul>
        <li>{sentence('Besoin', 'Besoins', named('need'), 'aucun domaine ne se détache vers le bas')}</li>
        <li>{sentence('Appui', 'Appuis', named('strength'), 'aucun domaine ne se détache vers le haut')}</li>
      </ul>
      <p class="group-about">
        Un besoin ou un appui se lit à l’intérieur de ce groupe, d’un domaine à l’autre, et n’est dit que si
        c’est vrai neuf fois sur dix. Il ne se compare ni à un autre groupe, ni à un autre établissement.
      </p>
      {useful.length > 0 && (
        <>
          <h3>Ce qu’il serait le plus utile de travailler</h3>
          <ol>
            {useful.map((code) => (
              <li>{titles.get(code)}</li>
            ))}
          </ol>
        </>
      )}
      <details>
        <summary>Les seize compétences : lesquelles sont mesurées</summary>
        <section class="desk-table" aria-label="Compétences mesurées dans le groupe" tabindex={0}>
          <table>
            <caption class="fr-sr-only">Compétences mesurées dans le groupe</caption>
            <thead>
              <tr>
                <th scope="col">Compétence</th>
                <th scope="col">Mesure</th>
                <th scope="col">Par rapport au reste</th>
              </tr>
            </thead>
            <tbody>
              {figures.competences.map(({ code, measured, standing }) => (
                <tr>
                  <th scope="row">{titles.get(code)}</th>
                  <td>{MEASURED[measured]}</td>
                  <td>{measured === 'rarely' ? 'On ne sait pas encore' : STANDINGS[standing]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="group-about">
          Une compétence est mesurée chez une personne à partir de trois réponses et d’une marge assez courte.
        </p>
      </details>
      <aside class="profile__notice" aria-label="À savoir">
        <p>{PROVISIONAL_NOTICE}</p>
      </aside>
    </>
  );
}

function readingOf({ mean, error }: GroupEstimate) {
  return readEstimate({ mean, variance: error ** 2 });
}

function sentence(one: string, several: string, names: readonly string[], none: string): string {
  if (names.length === 0) return `${several} : ${none}.`;
  return `${names.length > 1 ? several : one} : ${names.map((name) => `« ${name} »`).join(', ')}.`;
}

function HowItIsProtected() {
  return (
    <details class="team__how">
      <summary>Comment les personnes sont protégées</summary>
      <ul>
        <li>Seules comptent les personnes qui l’ont accepté, et elles peuvent se retirer à tout moment.</li>
        <li>Rien n’est montré avant cinq personnes, et jamais une personne, même sans son nom.</li>
        <li>
          La vue ne bouge pas à chaque arrivée : elle est refaite quand assez de personnes ont changé pour
          que, en comparant toutes les vues déjà publiées, dans ce groupe et dans les autres, on ne puisse
          rien déduire sur moins de cinq personnes.
        </li>
        <li>Si quelqu’un se retire, la vue où il ou elle comptait disparaît aussitôt.</li>
        <li>
          Les personnes qui ont peu répondu tirent la moyenne vers le milieu : c’est une estimation prudente.
        </li>
      </ul>
    </details>
  );
}
