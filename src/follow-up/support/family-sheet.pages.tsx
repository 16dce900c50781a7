import { dayOf } from '../../calendar/index.ts';
import { dayText, page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { may } from '../access-rights.ts';
import { findDecisions } from '../meeting/decisions/decision.store.ts';
import { fileOf } from '../open-file.pages.ts';
import { findInterviews } from './interview.store.ts';
import { findSupports } from './support.store.ts';
import { inFull, supportName } from './support-text.ts';

export const familySheetRoutes: Route[] = [route('GET', '/suivi/:code/feuille', staff, showSheet)];

/** What is agreed with the pupil, on a sheet the family can read, keep and have corrected. */
async function showSheet(visit: Visit<Viewer>): Promise<Response> {
  const { app } = visit;
  const file = await fileOf(visit);
  if (!file || !may(file, 'read-support') || !may(file, 'read-decisions')) return refuse(visit, 'absent');
  const [interviews, supports, decisions] = await Promise.all([
    findInterviews(app.db, file),
    findSupports(app.db, file),
    findDecisions(app.db, file),
  ]);
  const goal = interviews.find((interview) => interview.goal !== '')?.goal;
  const next = interviews.find(({ nextOn }) => nextOn !== null && nextOn >= dayOf(app.now()))?.nextOn;
  const current = supports.filter(({ endedOn }) => endedOn === null);
  const waiting = decisions.filter(({ outcome }) => outcome === null);
  return page(
    visit,
    {
      title: `Feuille de ${file.code}`,
      narrow: true,
      sheet: `Ce que nous faisons ensemble · ${file.schoolName}`,
    },
    <>
      <p class="on-screen">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a> · Imprimez cette page, relisez-la avec l’élève
        et remettez-la à sa famille.
      </p>
      <h1>Ce que nous faisons ensemble</h1>
      <p>
        {file.schoolName}, code <span data-follow-up={file.code}>{file.code}</span>, le{' '}
        {dayText(dayOf(app.now()))}. Le nom de l’élève n’est pas enregistré dans l’application.
      </p>
      <h2>Mon but</h2>
      <p class="lede">{goal ? `« ${goal} »` : 'À choisir ensemble, au prochain rendez-vous.'}</p>
      <h2>Ce que le collège ou le lycée fait</h2>
      {current.length + waiting.length === 0 ? (
        <p>Rien n’est encore décidé.</p>
      ) : (
        <ul>
          {current.map(({ kind, plannedFrom, plannedUntil }) => (
            <li>
              {supportName(kind)}, du {dayText(plannedFrom)} au {dayText(plannedUntil)}
            </li>
          ))}
          {waiting.map(({ act, who, due }) => (
            <li>
              {act} ({inFull(who)}), pour le {dayText(due)}
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p>
          <strong>Prochain rendez-vous : le {dayText(next)}.</strong>
        </p>
      )}
      <h2>Vos droits</h2>
      <p>
        Vous pouvez lire tout ce qui est écrit sous ce code, le faire corriger, ou vous opposer à ce suivi :
        avec la feuille d’information (page « Élèves suivis et familles » du site), ou en le demandant au
        référent décrochage ou à la direction. Ce qui est écrit s’efface au plus tard à la fin de l’année
        scolaire qui suit la sortie.
      </p>
    </>,
  );
}
