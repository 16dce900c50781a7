import { type CoachKit, type Competence, competencesOf, isWithdrawn } from '../../content/index.ts';
import { attachment, renderPdf } from '../../pdf/index.ts';
import {
  page,
  type Route,
  refuse,
  route,
  SourceList,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { reviewState, sourceLine } from '../sheet-sources.ts';
import { kitDocument } from './kit-pdf.ts';

export const coachingRoutes: Route[] = [
  route('GET', '/entre-pairs', staff, showAll),
  route('GET', '/entre-pairs/:competence', staff, showKit),
  route('GET', '/entre-pairs/:competence/grille.pdf', staff, sendKit),
];

type Kit = { kit: CoachKit; competence: Competence };

function kitOf({ app, http }: Visit): Kit | null {
  const code = http.req.param('competence');
  const kit = app.content.coaching.find(
    (known) => known.competence === code && !isWithdrawn(known, app.now()),
  );
  const competence = competencesOf(app.content.framework).find((known) => known.code === code);
  return kit && competence ? { kit, competence } : null;
}

function showAll(visit: Visit<Viewer>): Response {
  const { content, now } = visit.app;
  const { framework } = content;
  const coaching = content.coaching.filter((kit) => !isWithdrawn(kit, now()));
  return page(
    visit,
    { title: 'S’observer entre pairs', narrow: true },
    <>
      <h1>S’observer entre pairs</h1>
      <p class="lede">
        Une ou un collègue regarde un quart d’heure, note des faits, puis vous en parlez un quart d’heure.
        C’est vous qui choisissez ce qui est regardé. Rien n’est rapporté à personne, hors un danger pour un
        élève.
      </p>
      {framework.domains.map(({ title, competences }) => (
        <section>
          <h2>{title}</h2>
          <ul class="listing">
            {competences.flatMap(({ code, title: skill }) =>
              coaching
                .filter(({ competence }) => competence === code)
                .map((kit) => (
                  <li>
                    <p class="listing__title">
                      <a href={`/entre-pairs/${code}`}>{kit.title}</a>
                    </p>
                    <p class="listing__why">{skill}</p>
                  </li>
                )),
            )}
          </ul>
        </section>
      ))}
    </>,
  );
}

function showKit(visit: Visit<Viewer>): Response | Promise<Response> {
  const found = kitOf(visit);
  if (!found) return refuse(visit, 'absent');
  const { kit, competence } = found;
  const { facts } = visit.app.content;
  return page(
    visit,
    { title: `${kit.title} : observer entre pairs`, narrow: true },
    <article class="handout handout--kit">
      <p class="above-title">Entre pairs · {competence.title}</p>
      <h1>{kit.title}</h1>
      <p class="lede on-screen">Un quart d’heure pour regarder, un quart d’heure pour en parler.</p>
      <p class="actions">
        <a class="fr-btn" href={`/entre-pairs/${kit.competence}/grille.pdf`}>
          La grille et le guide en PDF
        </a>
      </p>
      <p class="handout__blanks" aria-hidden="true">
        <span>Avec</span>
        <span>Le</span>
        <span>De … à …</span>
      </p>
      <section>
        <h2>Avant</h2>
        <p>{kit.occasion}</p>
        <p>{kit.asks}</p>
      </section>
      <section>
        <h2>Ce que l’on regarde</h2>
        <ol class="observation">
          {kit.observe.map(({ act, sign, skill }) => (
            <li>
              <p class="observation__act">{act}</p>
              <p>{sign}</p>
              <p class="observation__skill">Savoir-faire : {competence.skills[skill - 1]}</p>
              <p class="observation__boxes" aria-hidden="true">
                <span>vu</span>
                <span>sans occasion</span>
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>Du côté de l’élève ou de sa famille</h2>
        <ul class="observation observation--open">
          {kit.pupil.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <Debrief kit={kit} />
      <p class="handout__about">
        {kit.levels} {reviewState(kit)}
      </p>
      <p class="handout__printed">Sources : {sourceLine(kit.sources, facts)}.</p>
      <div class="on-screen">
        <SourceList sources={kit.sources} facts={facts} />
      </div>
    </article>,
  );
}

function Debrief({ kit }: { kit: CoachKit }) {
  const minutes = kit.debrief.reduce((total, step) => total + step.minutes, 0);
  return (
    <section class="handout__debrief">
      <h2>En parler, {minutes} minutes</h2>
      <ol>
        {kit.debrief.map((step) => (
          <li>
            {step.question} <span class="debrief__minutes">{step.minutes} min</span>
          </li>
        ))}
      </ol>
      <h3>À garder en tête</h3>
      <ul>
        {kit.careful.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h3>Pour commencer un plan</h3>
      <ul>
        {kit.next.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="on-screen">
        <a href="/plans/nouveau">Écrire mon plan « Si… alors… »</a>
      </p>
    </section>
  );
}

async function sendKit(visit: Visit<Viewer>): Promise<Response> {
  const found = kitOf(visit);
  if (!found) return refuse(visit, 'absent');
  const { app, http } = visit;
  const pdf = await renderPdf(kitDocument(found.kit, found.competence, app.content.facts, app.now()));
  return http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`Entre pairs – ${found.kit.title}.pdf`),
    'Cache-Control': 'private, no-store',
  });
}
