import { dayOf } from '../../calendar/index.ts';
import { LEVELS } from '../../follow-up/index.ts';
import {
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readShortText } from '../short-text.ts';
import { doubtProblem } from '../short-text-field.tsx';
import { changeSession, findSessions, planSession } from './session.store.ts';
import { type Doubts, SessionForm, stepsText } from './session-form.tsx';
import {
  FEWEST_YOUNG,
  type KeptSession,
  LONGEST,
  MOST_STEPS,
  MOST_YOUNG,
  readSteps,
  readYoungPeople,
  type SessionPlan,
  type TypedPlan,
} from './session-plan.ts';

export const planningRoutes: Route[] = [
  route('GET', '/certificat/seances/nouvelle', staff, showNew),
  route('POST', '/certificat/seances', staff, (visit) => keep(visit, null)),
  route('GET', '/certificat/seances/:id/modifier', staff, showChange),
  route('POST', '/certificat/seances/:id', staff, change),
  route('POST', '/certificat/seances/:id/copie', staff, copy),
];

export async function sessionOf({ app, viewer, http }: Visit<Viewer>): Promise<KeptSession | undefined> {
  const id = http.req.param('id');
  return (await findSessions(app.db, viewer)).find((session) => session.id === id);
}

const EMPTY: TypedPlan = {
  title: '',
  aim: '',
  level: '',
  youngPeople: '',
  steps: [],
  adaptations: '',
  proofs: '',
};

/** Begins from the model of thirty minutes, to change at will. */
function showNew(visit: Visit<Viewer>): Response {
  const model = visit.app.content.examination?.sessions.steps ?? [];
  const steps = model.map(({ title, minutes }) => ({ title, minutes: String(minutes), doing: '' }));
  return formPage(visit, null, { ...EMPTY, steps }, []);
}

async function showChange(visit: Visit<Viewer>): Promise<Response> {
  const session = await sessionOf(visit);
  if (!session) return refuse(visit, 'absent');
  return formPage(visit, session, typedOf(session), []);
}

function typedOf({ youngPeople, steps, ...plan }: SessionPlan): TypedPlan {
  return {
    ...plan,
    youngPeople: String(youngPeople),
    steps: steps.map(({ minutes, ...step }) => ({ ...step, minutes: String(minutes) })),
  };
}

function formPage(
  visit: Visit<Viewer>,
  session: KeptSession | null,
  typed: TypedPlan,
  problems: FieldError[],
  doubts: Doubts = {},
): Response {
  const hints = visit.app.content.examination?.sessions.steps ?? [];
  const name = session ? 'Changer une séance' : 'Préparer une séance';
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}${name}`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <h1>{name}</h1>
      <p class="lede">
        Trente minutes avec plusieurs jeunes. Rien ici ne doit permettre d’en reconnaître un.
      </p>
      {hints.length > 0 && (
        <details class="pieces">
          <summary>Un modèle de trente minutes, expliqué</summary>
          <ol>
            {hints.map(({ title, minutes, hint }) => (
              <li>
                <strong>{title}</strong>, {minutes} minutes. {hint}
              </li>
            ))}
          </ol>
        </details>
      )}
      <SessionForm
        action={session ? `/certificat/seances/${session.id}` : '/certificat/seances'}
        typed={typed}
        problems={problems}
        doubts={doubts}
      />
    </>,
  );
}

async function change(visit: Visit<Viewer>): Promise<Response> {
  const session = await sessionOf(visit);
  return session ? keep(visit, session) : refuse(visit, 'absent');
}

async function keep(visit: Visit<Viewer>, session: KeptSession | null): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const field = (name: string) => fields[name]?.[0] ?? '';
  const typed: TypedPlan = {
    title: field('titre'),
    aim: field('but'),
    level: field('niveau'),
    youngPeople: field('nombre'),
    steps: Array.from({ length: MOST_STEPS }, (_, index) => ({
      title: field(`moment-${index + 1}`),
      minutes: field(`minutes-${index + 1}`),
      doing: field(`jeunes-${index + 1}`),
    })),
    adaptations: field('adaptations'),
    proofs: field('preuves'),
  };
  if (field('compter') === 'oui') return formPage(visit, session, typed, []);
  const read = readPlan(typed, field, dayOf(app.now()));
  if ('problems' in read) return formPage(visit, session, typed, read.problems, read.doubts);
  if (session) await changeSession(app.db, viewer, session.id, read, app.now());
  const id = session?.id ?? (await planSession(app.db, viewer, read, app.now()));
  return http.redirect(`/certificat/seances/${id}`, 303);
}

function readPlan(
  typed: TypedPlan,
  field: (name: string) => string,
  today: string,
): SessionPlan | { problems: FieldError[]; doubts: Doubts } {
  const text = (name: string, longest: number, missing?: string) =>
    readShortText(name === 'etapes' ? stepsText(typed) : field(name), {
      field: name,
      longest,
      ...(missing !== undefined && { missing }),
      confirmed: field(`${name}-confirme`),
      today,
      namesOnly: true,
    });
  const read = {
    titre: text('titre', LONGEST.title, 'Donnez un titre à la séance.'),
    but: text('but', LONGEST.aim, 'Dites ce que chacun saura faire.'),
    etapes: text('etapes', MOST_STEPS * (LONGEST.step + LONGEST.doing)),
    adaptations: text('adaptations', LONGEST.adaptations),
    preuves: text('preuves', LONGEST.proofs),
  };
  const { steps, problem } = readSteps(typed.steps);
  const youngPeople = readYoungPeople(typed.youngPeople);
  const levelKnown = Object.hasOwn(LEVELS, typed.level);
  const problems = [
    ...read.titre.problems,
    ...read.but.problems,
    ...(levelKnown ? [] : [{ field: 'niveau', message: 'Choisissez un niveau.' }]),
    ...(youngPeople === null
      ? [{ field: 'nombre', message: `Écrivez un nombre de jeunes, de ${FEWEST_YOUNG} à ${MOST_YOUNG}.` }]
      : []),
    ...(problem ? [{ field: 'etapes', message: problem }] : []),
    ...read.etapes.problems,
    ...read.adaptations.problems,
    ...read.preuves.problems,
  ];
  const doubts = Object.fromEntries(Object.entries(read).map(([name, one]) => [name, one.doubts]));
  if (problems.length === 0) {
    problems.push(
      ...Object.keys(doubts).flatMap((name) => (doubts[name]!.length > 0 ? [doubtProblem(name)] : [])),
    );
  }
  if (problems.length > 0 || youngPeople === null) return { problems, doubts };
  return {
    title: read.titre.text,
    aim: read.but.text,
    level: typed.level,
    youngPeople,
    steps,
    adaptations: read.adaptations.text,
    proofs: read.preuves.text,
  };
}

/** The same session for another group: what was told of the first stays with it. */
async function copy(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const session = await sessionOf(visit);
  if (!session) return refuse(visit, 'absent');
  const title = `${session.title} (copie)`.slice(0, LONGEST.title);
  const id = await planSession(app.db, viewer, { ...session, title }, app.now());
  return http.redirect(`/certificat/seances/${id}/modifier`, 303);
}
