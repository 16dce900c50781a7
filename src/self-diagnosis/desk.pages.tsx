import { dayOf, schoolYearName, schoolYearOf } from '../calendar/index.ts';
import {
  longDate,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../web/index.ts';
import {
  cancelDiagnosis,
  closeDiagnosis,
  findDiagnoses,
  findDiagnosis,
  findProgress,
  findSchools,
  openDiagnosis,
  type Progress,
} from './diagnosis.store.ts';
import { type Diagnosis, FEWEST_SHEETS, leads } from './diagnosis.ts';
import { STATEMENTS } from './words.ts';

export const deskRoutes: Route[] = [
  route('GET', '/auto-diagnostic', staff, showDesk),
  route('POST', '/auto-diagnostic', staff, open),
  route('GET', '/auto-diagnostic/:id/clore', staff, askClosing),
  route('POST', '/auto-diagnostic/:id/clore', staff, close),
  route('POST', '/auto-diagnostic/:id/annuler', staff, cancel),
];

async function showDesk(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [schools, diagnoses] = await Promise.all([
    findSchools(app.db, viewer),
    findDiagnoses(app.db, viewer),
  ]);
  const progress = new Map(
    await Promise.all(
      diagnoses
        .filter(({ closedAt }) => closedAt === null)
        .map(async ({ id }): Promise<[string, Progress]> => [id, await findProgress(app.db, viewer, id)]),
    ),
  );
  const year = schoolYearOf(dayOf(app.now()));
  return page(
    visit,
    { title: 'Auto-diagnostic de l’établissement', narrow: true },
    <>
      <h1>Auto-diagnostic de l’établissement</h1>
      <p class="lede">
        Une fois par an, les personnels disent où en est leur établissement sur les {STATEMENTS}{' '}
        recommandations nationales contre le décrochage. Ce qu’ils ne voient pas de la même façon est ce dont
        il faut parler.
      </p>
      <p>
        Source : {app.content.policy.source.title}. Les cinq axes sont ceux du plan de 2014, tels qu’elle les
        cite ; ranger chaque recommandation sous un axe est notre choix.
      </p>
      {readQuery(http).envoye !== undefined && (
        <p role="status">
          <strong>Vos réponses sont envoyées. Merci.</strong> Elles ne portent plus votre nom : personne ne
          peut les retrouver, vous non plus.
        </p>
      )}
      {schools.length === 0 && (
        <p>
          Cette page est celle des personnels d’un établissement. Vous n’en avez pas indiqué : cela se fait
          dans <a href="/mon-compte">Mon compte</a>.
        </p>
      )}
      {schools.map((school) => (
        <School
          school={school}
          diagnoses={diagnoses.filter((one) => one.school === school.uai)}
          progress={progress}
          leading={leads(viewer, school.uai)}
          year={year}
        />
      ))}
      <h2>Comment cela se passe</h2>
      <ol>
        <li>La direction, ou qui anime le GPDS, ouvre le diagnostic de l’année.</li>
        <li>
          Chaque personne de l’établissement répond, en quinze minutes, en une ou plusieurs fois. « Je ne sais
          pas » est une réponse utile.
        </li>
        <li>
          À la clôture, s’il y a {FEWEST_SHEETS} réponses au moins, tout l’établissement voit les résultats.
          Les nombres sont arrondis à cinq près : jamais qui a répondu quoi.
        </li>
        <li>La direction, ou qui anime le GPDS, choisit trois priorités, et ce que l’on fera.</li>
      </ol>
      <p>
        L’académie et le ministère ne voient rien de votre établissement ici. Ce n’est pas une évaluation, et
        on ne compare pas les établissements.
      </p>
    </>,
  );
}

function School({
  school,
  diagnoses,
  progress,
  leading,
  year,
}: {
  school: { uai: string; name: string };
  diagnoses: readonly Diagnosis[];
  progress: ReadonlyMap<string, Progress>;
  leading: boolean;
  year: number;
}) {
  const current = diagnoses.find((diagnosis) => diagnosis.year === year);
  const former = diagnoses.filter((diagnosis) => diagnosis.year < year && diagnosis.closedAt !== null);
  return (
    <section class="diagnosis-school">
      <h2>{school.name}</h2>
      {!current && !leading && (
        <p>
          Le diagnostic {schoolYearName(year)} n’est pas ouvert. La direction, ou qui anime le GPDS, peut
          l’ouvrir.
        </p>
      )}
      {!current && leading && (
        <form method="post" action="/auto-diagnostic">
          <input type="hidden" name="school" value={school.uai} />
          <p>
            Le diagnostic {schoolYearName(year)} n’est pas ouvert. Prévoyez trois semaines pour les réponses.
          </p>
          <button class="fr-btn" type="submit">
            Ouvrir le diagnostic {schoolYearName(year)}
          </button>
        </form>
      )}
      {current && <Current diagnosis={current} progress={progress.get(current.id)} leading={leading} />}
      {former.length > 0 && (
        <>
          <h3>Années passées</h3>
          <ul>
            {former.map(({ id, year }) => (
              <li>
                <a href={`/auto-diagnostic/${id}`}>Résultats {schoolYearName(year)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Current({
  diagnosis: { id, year, openedAt, closedAt },
  progress,
  leading,
}: {
  diagnosis: Diagnosis;
  progress: Progress | undefined;
  leading: boolean;
}) {
  if (closedAt || !progress) {
    return (
      <>
        <p>
          Le diagnostic {schoolYearName(year)} est clos{closedAt && ` depuis le ${longDate(closedAt)}`}.
        </p>
        <p>
          <a class="fr-btn" href={`/auto-diagnostic/${id}`}>
            Voir les résultats {schoolYearName(year)}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        Le diagnostic {schoolYearName(year)} est ouvert depuis le {longDate(openedAt)}.{' '}
        {howMany(progress.sheets)}
      </p>
      {progress.sent ? (
        <p>Vous avez répondu. Les résultats seront ici à la clôture.</p>
      ) : (
        <p>
          <a class="fr-btn" href={`/auto-diagnostic/${id}/repondre`}>
            {progress.draft > 0 ? 'Reprendre mes réponses' : 'Répondre'}
          </a>
          {progress.draft > 0 && (
            <span class="diagnosis-school__draft">
              {progress.draft} sur {STATEMENTS}, gardées sans être envoyées
            </span>
          )}
        </p>
      )}
      {leading && progress.sheets === 0 && (
        <form method="post" action={`/auto-diagnostic/${id}/annuler`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Annuler l’ouverture
          </button>
        </form>
      )}
      {leading && progress.sheets > 0 && (
        <p>
          <a class="fr-btn fr-btn--secondary" href={`/auto-diagnostic/${id}/clore`}>
            Clore les réponses
          </a>
        </p>
      )}
    </>
  );
}

/** In whole fives while it is open: the head could otherwise see whose answer makes one more. */
function howMany(sheets: number): string {
  if (sheets < FEWEST_SHEETS) return `Moins de ${FEWEST_SHEETS} réponses pour le moment.`;
  return `${Math.floor(sheets / FEWEST_SHEETS) * FEWEST_SHEETS} réponses au moins.`;
}

async function open(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const school = (await readForm(http)).school?.[0] ?? '';
  const opened = await openDiagnosis(app.db, viewer, school, app.content.policy, app.now());
  return opened === 'not-theirs' ? refuse(visit, 'absent') : http.redirect('/auto-diagnostic', 303);
}

async function askClosing(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const diagnosis = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
  if (!diagnosis || diagnosis.closedAt || !leads(viewer, diagnosis.school)) return refuse(visit, 'absent');
  const { sheets } = await findProgress(app.db, viewer, diagnosis.id);
  const enough = sheets >= FEWEST_SHEETS;
  return page(
    visit,
    { title: 'Clore les réponses', narrow: true },
    <>
      <h1>Clore les réponses</h1>
      <p class="lede">
        {diagnosis.schoolName}, {schoolYearName(diagnosis.year)}. {howMany(sheets)}
      </p>
      {enough ? (
        <form method="post" action={`/auto-diagnostic/${diagnosis.id}/clore`}>
          <p>
            Après la clôture, personne ne peut plus répondre : une réponse de plus se devinerait par
            différence. Les réponses commencées et pas envoyées sont effacées. Prévenez vos collègues quelques
            jours avant.
          </p>
          <button class="fr-btn" type="submit">
            Clore et voir les résultats
          </button>
        </form>
      ) : (
        <p>
          Il faut {FEWEST_SHEETS} réponses au moins pour clore : en dessous, on pourrait reconnaître qui a
          répondu. Proposez un moment commun, par exemple vingt minutes au début d’une réunion.
        </p>
      )}
      <p>
        <a href="/auto-diagnostic">Revenir</a>
      </p>
    </>,
  );
}

async function close(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const diagnosis = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
  if (!diagnosis || !leads(viewer, diagnosis.school)) return refuse(visit, 'absent');
  const closed = diagnosis.closedAt ? 'closed' : await closeDiagnosis(app.db, viewer, diagnosis, app.now());
  const after = closed === 'closed' ? diagnosis.id : `${diagnosis.id}/clore`;
  return http.redirect(`/auto-diagnostic/${after}`, 303);
}

async function cancel(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const diagnosis = await findDiagnosis(app.db, viewer, http.req.param('id') ?? '');
  if (!diagnosis || !leads(viewer, diagnosis.school)) return refuse(visit, 'absent');
  await cancelDiagnosis(app.db, viewer, diagnosis, app.now());
  return http.redirect('/auto-diagnostic', 303);
}
