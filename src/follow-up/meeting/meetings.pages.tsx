import { dayOf, daysAfter, isDay } from '../../calendar/index.ts';
import {
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findGate } from '../gate/gate.store.ts';
import { findMeetings, prepareMeeting, schoolsMet } from './meeting.store.ts';

export const meetingRoutes: Route[] = [
  route('GET', '/gpds', staff, showMeetings),
  route('POST', '/gpds', staff, prepare),
];

async function showMeetings(visit: Visit<Viewer>): Promise<Response> {
  return meetingsPage(visit, dayOf(visit.app.now()), []);
}

async function prepare(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const now = app.now();
  const [school] = await schoolsMet(app.db, viewer, now);
  if (!school) return refuse(visit, 'absent');
  const heldOn = (await readForm(http)).heldOn?.[0]?.trim() ?? '';
  const problem = meetingDayProblem(heldOn, dayOf(now));
  if (problem) return meetingsPage(visit, heldOn, [problem]);
  const prepared = await prepareMeeting(app.db, viewer, { school, heldOn }, now);
  return http.redirect('refused' in prepared ? '/gpds' : `/gpds/${prepared.id}`, 303);
}

export function meetingDayProblem(heldOn: string, today: string): FieldError | null {
  if (isDay(heldOn) && heldOn >= daysAfter(today, -31) && heldOn <= daysAfter(today, 366)) return null;
  return { field: 'heldOn', message: 'Choisissez le jour de la réunion, dans l’année qui vient.' };
}

async function meetingsPage(visit: Visit<Viewer>, heldOn: string, problems: FieldError[]): Promise<Response> {
  const { app, viewer } = visit;
  const now = app.now();
  const [school] = await schoolsMet(app.db, viewer, now);
  if (!school) return refuse(visit, 'absent');
  const gate = await findGate(app.db, school);
  const meetings = await findMeetings(app.db, viewer, now);
  const open = meetings.find(({ closedAt }) => closedAt === null);
  const past = meetings.filter(({ closedAt }) => closedAt !== null);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Réunions du GPDS`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Réunions du GPDS</h1>
      {open && (
        <section>
          <h2>À venir</h2>
          <p>
            <a class="fr-btn" href={`/gpds/${open.id}`}>
              {open.begunAt ? 'Reprendre' : 'Voir'} la réunion du {dayText(open.heldOn)}
            </a>
          </p>
        </section>
      )}
      {!open && gate && (
        <form method="post" action="/gpds" novalidate>
          <h2>Préparer une réunion</h2>
          <p>
            L’ordre du jour se remplit seul : les décisions échues d’abord, puis les nouvelles situations,
            celles qui ont changé et les points à six mois. Vous le changez ensuite comme vous voulez.
          </p>
          <TextField
            name="heldOn"
            type="date"
            label="Jour de la réunion"
            value={heldOn}
            error={errorOf(problems, 'heldOn')}
            class="date-field"
          />
          <button class="fr-btn" type="submit">
            Préparer
          </button>
        </form>
      )}
      {!open && !gate && (
        <p>
          Le suivi n’est pas encore ouvert dans votre établissement : la direction écrit d’abord{' '}
          <a href="/suivi/cadre">de quel droit il se fait</a>.
        </p>
      )}
      {past.length > 0 && (
        <section>
          <h2>Comptes rendus</h2>
          <ul>
            {past.map((meeting) => (
              <li>
                <a href={`/gpds/${meeting.id}/compte-rendu`}>Réunion du {dayText(meeting.heldOn)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}
