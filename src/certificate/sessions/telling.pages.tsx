import { dayOf, isDay } from '../../calendar/index.ts';
import {
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
import { readShortText } from '../short-text.ts';
import { doubtProblem, ShortTextField } from '../short-text-field.tsx';
import { sessionOf } from './planning.pages.tsx';
import { tellSession } from './session.store.ts';
import { type KeptSession, LONGEST } from './session-plan.ts';

export const tellingRoutes: Route[] = [
  route('GET', '/certificat/seances/:id/apres', staff, showTelling),
  route('POST', '/certificat/seances/:id/apres', staff, tell),
];

/** The questions of the content, then those answered under a former wording. */
function questionsOf(visit: Visit, { told }: KeptSession): string[] {
  const asked = visit.app.content.examination?.sessions.debrief ?? ['Que s’est-il passé ?'];
  return [...new Set([...asked, ...(told?.answers ?? []).map(({ question }) => question)])];
}

async function showTelling(visit: Visit<Viewer>): Promise<Response> {
  const session = await sessionOf(visit);
  if (!session) return refuse(visit, 'absent');
  const answers = questionsOf(visit, session).map(
    (question) => session.told?.answers.find((known) => known.question === question)?.answer ?? '',
  );
  return tellingPage(visit, session, { heldOn: session.told?.heldOn ?? '', answers }, []);
}

type Typed = { heldOn: string; answers: string[] };

function tellingPage(
  visit: Visit<Viewer>,
  session: KeptSession,
  typed: Typed,
  problems: FieldError[],
  doubts: readonly (readonly string[])[] = [],
): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Relire une séance`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">{session.title}</p>
      <h1>Après la séance</h1>
      <p class="lede">
        Répondez à ce qui vous sert, une seule question suffit. Ces lignes préparent l’échange avec la
        commission ; personne d’autre que vous ne les lit.
      </p>
      <ErrorSummary errors={problems} />
      <form method="post" action={`/certificat/seances/${session.id}/apres`} novalidate>
        <TextField
          name="jour"
          type="date"
          label="Faite le"
          value={typed.heldOn}
          error={errorOf(problems, 'jour')}
          class="date-field"
        />
        {questionsOf(visit, session).map((question, index) => (
          <ShortTextField
            name={`reponse-${index + 1}`}
            label={question}
            value={typed.answers[index] ?? ''}
            longest={LONGEST.answer}
            rows={3}
            problems={problems}
            doubts={doubts[index] ?? []}
          />
        ))}
        <p class="actions">
          <button class="fr-btn" type="submit">
            Garder
          </button>
          <a class="fr-btn fr-btn--tertiary" href={`/certificat/seances/${session.id}`}>
            Y renoncer
          </a>
        </p>
      </form>
    </>,
  );
}

async function tell(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const session = await sessionOf(visit);
  if (!session) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const today = dayOf(app.now());
  const heldOn = fields.jour?.[0] ?? '';
  const questions = questionsOf(visit, session);
  const read = questions.map((_, index) => {
    const field = `reponse-${index + 1}`;
    return readShortText(fields[field]?.[0] ?? '', {
      field,
      longest: LONGEST.answer,
      confirmed: fields[`${field}-confirme`]?.[0],
      today,
      namesOnly: true,
    });
  });
  const problems: FieldError[] = [
    ...(!isDay(heldOn) || heldOn > today
      ? [{ field: 'jour', message: 'Choisissez le jour de la séance, aujourd’hui ou avant.' }]
      : []),
    ...(read.every(({ text }) => text === '')
      ? [{ field: 'reponse-1', message: 'Répondez à une question au moins.' }]
      : []),
    ...read.flatMap((one) => one.problems),
  ];
  const doubts = read.map((one) => one.doubts);
  if (problems.length === 0) {
    problems.push(
      ...doubts.flatMap((some, index) => (some.length > 0 ? [doubtProblem(`reponse-${index + 1}`)] : [])),
    );
  }
  if (problems.length > 0) {
    return tellingPage(visit, session, { heldOn, answers: read.map(({ text }) => text) }, problems, doubts);
  }
  const answers = questions.flatMap((question, index) =>
    read[index]!.text === '' ? [] : [{ question, answer: read[index]!.text }],
  );
  await tellSession(app.db, viewer, session.id, { heldOn, answers }, app.now());
  return http.redirect(`/certificat/seances/${session.id}`, 303);
}
