import { attachment, renderPdf } from '../../pdf/index.ts';
import { dayText, page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { DECISION_OUTCOMES, LEVELS, LEVERS } from '../vocabulary.ts';
import { meetingOf } from './agenda.pages.tsx';
import type { Decision } from './decisions/decision.ts';
import { decisionText } from './decisions/decision-text.ts';
import { type Minutes, type MinutesItem, readMinutes } from './minutes.store.ts';
import { countText, minutesDocument, minutesFileName } from './minutes-pdf.ts';

export const minutesRoutes: Route[] = [
  route('GET', '/gpds/:id/compte-rendu', staff, showMinutes),
  route('GET', '/gpds/:id/compte-rendu.pdf', staff, sendMinutes),
];

async function minutesOf(visit: Visit<Viewer>): Promise<Minutes | undefined> {
  const { app, viewer } = visit;
  const meeting = await meetingOf(visit);
  return meeting && readMinutes(app.db, viewer, meeting, app.now());
}

async function showMinutes(visit: Visit<Viewer>): Promise<Response> {
  const minutes = await minutesOf(visit);
  if (!minutes) return refuse(visit, 'absent');
  const discussed = minutes.items.filter(({ discussed }) => discussed);
  const left = minutes.items.filter(({ discussed }) => !discussed);
  const title = `Compte rendu du GPDS du ${dayText(minutes.heldOn)}`;
  return page(
    visit,
    { title, narrow: true, sheet: `${title} · ${minutes.schoolName} · document interne au GPDS` },
    <>
      <p class="above-title on-screen">
        <a href="/gpds">Réunions du GPDS</a>
      </p>
      <h1>{title}</h1>
      <p class="meeting__school">{minutes.schoolName}</p>
      <p class="lede">
        {minutes.closedAt === null && 'La réunion n’est pas terminée. '}
        {countText(discussed.length)} Les élèves sont désignés par leur code.
      </p>
      <p class="on-screen">
        <a href={`/gpds/${visit.http.req.param('id')}/compte-rendu.pdf`}>Télécharger en PDF</a>
      </p>
      {discussed.map((item) => (
        <MinutesPart item={item} />
      ))}
      {left.length > 0 && (
        <section>
          <h2>Pour la prochaine réunion</h2>
          <p>
            {left.length === 1 ? 'Non examinée' : 'Non examinées'} :{' '}
            {left.map(({ code }, index) => (
              <>
                {index > 0 && ', '}
                <span data-follow-up={code}>{code}</span>
              </>
            ))}
            .
          </p>
        </section>
      )}
    </>,
  );
}

function MinutesPart({ item }: { item: MinutesItem }) {
  const { code, level, levers, decided, lookedBack } = item;
  return (
    <section class="minutes__item">
      <h2 data-follow-up={code}>
        {code} <span class="meeting__class">{LEVELS[level]}</span>
      </h2>
      {lookedBack.length > 0 && (
        <>
          <h3>Ce qui était décidé</h3>
          <ul>
            {lookedBack.map((decision) => (
              <li>
                {decisionText(decision)} : <strong>{outcomeText(decision)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {levers.length > 0 && (
        <p>Ce que l’École peut bouger : {levers.map((lever) => LEVERS[lever].toLowerCase()).join(' ; ')}.</p>
      )}
      <h3>Décisions</h3>
      {decided.length === 0 ? (
        <p>Aucune décision nouvelle.</p>
      ) : (
        <ul>
          {decided.map((decision) => (
            <li>
              {decisionText(decision)}, pour le <strong>{dayText(decision.due)}</strong>
              {decision.outcome && ` : ${outcomeText(decision)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const outcomeText = ({ outcome }: Decision) => (outcome ? DECISION_OUTCOMES[outcome].toLowerCase() : '');

async function sendMinutes(visit: Visit<Viewer>): Promise<Response> {
  const minutes = await minutesOf(visit);
  if (!minutes) return refuse(visit, 'absent');
  const pdf = await renderPdf(minutesDocument(minutes, visit.app.now()));
  return visit.http.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(minutesFileName(minutes.heldOn)),
    'Cache-Control': 'private, no-store',
  });
}
