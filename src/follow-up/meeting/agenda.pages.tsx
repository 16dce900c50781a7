import { dayOf } from '../../calendar/index.ts';
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
import { isUuid } from '../identifier.ts';
import { SelectField } from '../select-field.tsx';
import { readCode } from '../situations/code.ts';
import { LEVELS } from '../vocabulary.ts';
import { moved, type Reason } from './agenda.ts';
import {
  arrangeAgenda,
  changeDay,
  closeMeeting,
  findItems,
  findMeeting,
  findReasons,
  type Item,
  type Meeting,
} from './meeting.store.ts';
import { meetingDayProblem } from './meetings.pages.tsx';
import { reasonText } from './reason-text.ts';

export const agendaRoutes: Route[] = [
  route('GET', '/gpds/:id', staff, showAgenda),
  route('POST', '/gpds/:id/ordre', staff, arrange),
  route('POST', '/gpds/:id/situations', staff, add),
  route('POST', '/gpds/:id/jour', staff, moveDay),
  route('POST', '/gpds/:id/fin', staff, close),
];

/** The meeting of the address, when the viewer leads it. */
export async function meetingOf({ app, viewer, http }: Visit<Viewer>): Promise<Meeting | undefined> {
  const id = http.req.param('id') ?? '';
  return isUuid(id) ? findMeeting(app.db, viewer, id, app.now()) : undefined;
}

/** The meeting of the address, when it is not closed yet. */
export async function openMeetingOf(visit: Visit<Viewer>): Promise<Meeting | undefined> {
  const meeting = await meetingOf(visit);
  return meeting?.closedAt === null ? meeting : undefined;
}

async function showAgenda(visit: Visit<Viewer>): Promise<Response> {
  const meeting = await meetingOf(visit);
  if (!meeting) return refuse(visit, 'absent');
  if (meeting.closedAt !== null) return visit.http.redirect(`/gpds/${meeting.id}/compte-rendu`, 303);
  return agendaPage(visit, meeting, meeting.heldOn, []);
}

async function arrange(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const meeting = await openMeetingOf(visit);
  if (!meeting) return refuse(visit, 'absent');
  const form = await readForm(http);
  const codes = (await findItems(app.db, viewer, meeting, app.now())).map(({ code }) => code);
  const [earlier, later, removed] = ['plus-tot', 'plus-tard', 'retirer'].map((name) => form[name]?.[0]);
  const order = earlier
    ? moved(codes, earlier, 'earlier')
    : later
      ? moved(codes, later, 'later')
      : codes.filter((code) => code !== removed);
  await arrangeAgenda(app.db, viewer, meeting, order, app.now());
  const shown = earlier ?? later;
  return http.redirect(
    `/gpds/${meeting.id}${shown && codes.includes(shown) ? `#s-${shown}` : '#ordre'}`,
    303,
  );
}

async function add(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const meeting = await openMeetingOf(visit);
  if (!meeting) return refuse(visit, 'absent');
  const form = await readForm(http);
  const code = readCode(form.code?.[0] ?? '');
  const all = form.toutes !== undefined;
  if (code === null && !all)
    return agendaPage(visit, meeting, meeting.heldOn, [
      { field: 'code', message: 'Choisissez la situation à ajouter.' },
    ]);
  const codes = (await findItems(app.db, viewer, meeting, app.now())).map((item) => item.code);
  const added = all
    ? (await findReasons(app.db, viewer, meeting, app.now())).map((one) => one.code)
    : [code!];
  const agenda = [...codes, ...added.filter((one) => !codes.includes(one))];
  await arrangeAgenda(app.db, viewer, meeting, agenda, app.now());
  return http.redirect(`/gpds/${meeting.id}#ordre`, 303);
}

async function moveDay(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const meeting = await openMeetingOf(visit);
  if (!meeting) return refuse(visit, 'absent');
  const heldOn = (await readForm(http)).heldOn?.[0]?.trim() ?? '';
  const problem = meetingDayProblem(heldOn, dayOf(app.now()));
  if (problem) return agendaPage(visit, meeting, heldOn, [problem]);
  await changeDay(app.db, viewer, meeting, heldOn, app.now());
  return http.redirect(`/gpds/${meeting.id}`, 303);
}

async function close(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const meeting = await openMeetingOf(visit);
  if (!meeting) return refuse(visit, 'absent');
  await closeMeeting(app.db, viewer, meeting, app.now());
  return http.redirect(`/gpds/${meeting.id}/compte-rendu`, 303);
}

async function agendaPage(
  visit: Visit<Viewer>,
  meeting: Meeting,
  heldOn: string,
  problems: FieldError[],
): Promise<Response> {
  const { app, viewer } = visit;
  const [items, reasons] = await Promise.all([
    findItems(app.db, viewer, meeting, app.now()),
    findReasons(app.db, viewer, meeting, app.now()),
  ]);
  const others = reasons.filter(({ code }) => !items.some((item) => item.code === code));
  const first = items.find(({ discussedAt }) => discussedAt === null) ?? items[0];
  const left = items.filter(({ discussedAt }) => discussedAt === null).length;
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}GPDS du ${dayText(meeting.heldOn)}`,
      sheet: `GPDS du ${dayText(meeting.heldOn)} · ${meeting.schoolName} · document interne au GPDS`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title on-screen">
        <a href="/gpds">Réunions du GPDS</a>
      </p>
      <h1>GPDS du {dayText(meeting.heldOn)}</h1>
      <p class="meeting__school">{meeting.schoolName}</p>
      {first && (
        <p>
          <a class="fr-btn" href={`/gpds/${meeting.id}/situations/${first.code}`}>
            {left === 0 ? (
              'Revoir la première situation'
            ) : meeting.begunAt ? (
              <span data-follow-up={first.code}>Reprendre à {first.code}</span>
            ) : (
              'Commencer la réunion'
            )}
          </a>
        </p>
      )}
      <section id="ordre">
        <h2>Ordre du jour</h2>
        {items.length === 0 ? (
          <p>Rien n’est dû et rien n’est nouveau. Vous pouvez ajouter une situation plus bas.</p>
        ) : (
          <AgendaList
            meeting={meeting}
            items={items}
            reasonsOf={(code) => reasons.find((one) => one.code === code)?.reasons ?? []}
          />
        )}
      </section>
      {others.length > 0 && (
        <form
          class="agenda__add on-screen"
          method="post"
          action={`/gpds/${meeting.id}/situations`}
          novalidate
        >
          <SelectField
            name="code"
            label="Ajouter une situation"
            choices={Object.fromEntries(
              others.map(({ code, level }) => [code, `${code} · ${LEVELS[level]}`]),
            )}
            value=""
            error={errorOf(problems, 'code')}
            ofFollowUps
          />
          <button class="fr-btn fr-btn--secondary" type="submit">
            Ajouter
          </button>
          {others.length > 1 && (
            <button class="fr-btn fr-btn--tertiary" type="submit" name="toutes" value="oui">
              Ajouter les {others.length} autres
            </button>
          )}
        </form>
      )}
      <details open={errorOf(problems, 'heldOn') !== undefined}>
        <summary>Changer le jour</summary>
        <form method="post" action={`/gpds/${meeting.id}/jour`} novalidate>
          <TextField
            name="heldOn"
            type="date"
            label="Jour de la réunion"
            value={heldOn}
            error={errorOf(problems, 'heldOn')}
            class="date-field"
          />
          <button class="fr-btn fr-btn--secondary" type="submit">
            Changer
          </button>
        </form>
      </details>
      {meeting.begunAt && (
        <form class="on-screen" method="post" action={`/gpds/${meeting.id}/fin`}>
          <h2>Terminer</h2>
          <p>
            {left === 0
              ? 'Toutes les situations ont été examinées.'
              : left === 1
                ? 'Une situation n’a pas été examinée : elle reviendra à la prochaine réunion.'
                : `${left} situations n’ont pas été examinées : elles reviendront à la prochaine réunion.`}{' '}
            Le compte rendu est prêt aussitôt ; la réunion ne pourra plus être changée.
          </p>
          <button class="fr-btn fr-btn--secondary" type="submit">
            Terminer et lire le compte rendu
          </button>
        </form>
      )}
    </>,
  );
}

function AgendaList({
  meeting,
  items,
  reasonsOf,
}: {
  meeting: Meeting;
  items: readonly Item[];
  reasonsOf: (code: string) => Reason[];
}) {
  return (
    <form method="post" action={`/gpds/${meeting.id}/ordre`}>
      <ol class="agenda">
        {items.map(({ code, level, discussedAt }, index) => (
          <li id={`s-${code}`}>
            <div class="agenda__what">
              <a href={`/gpds/${meeting.id}/situations/${code}`} data-follow-up={code}>
                {code}
              </a>{' '}
              {LEVELS[level]}
              <span class="agenda__why">
                <span class="fr-sr-only"> : </span>
                {discussedAt
                  ? 'examinée'
                  : reasonsOf(code)
                      .map((reason) => reasonText(reason, dayText))
                      .join(' ; ') || 'ajoutée par vous'}
              </span>
            </div>
            <div class="agenda__moves">
              {index > 0 && <Move name="plus-tot" code={code} sign="↑" says="Plus tôt" />}
              {index < items.length - 1 && <Move name="plus-tard" code={code} sign="↓" says="Plus tard" />}
              {!discussedAt && <Move name="retirer" code={code} sign="Retirer" says="Retirer" />}
            </div>
          </li>
        ))}
      </ol>
    </form>
  );
}

function Move({ name, code, sign, says }: { name: string; code: string; sign: string; says: string }) {
  return (
    <button
      class="fr-btn fr-btn--tertiary fr-btn--sm"
      type="submit"
      name={name}
      value={code}
      data-follow-up={code}
      aria-label={`${says} : ${code}`}
    >
      {sign}
    </button>
  );
}
