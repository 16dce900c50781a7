import { randomUUID } from 'node:crypto';
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
import { type Doubt, DoubtsToConfirm, doubtMessage } from '../../writing/index.ts';
import { may } from '../access-rights.ts';
import { isUuid } from '../identifier.ts';
import { fileOf, sheetOf } from '../open-file.pages.ts';
import { SelectField } from '../select-field.tsx';
import type { OpenedFollowUp } from '../situations/follow-up.store.ts';
import { WITH_WHOM } from '../vocabulary.ts';
import { findInterviews, recordInterview } from './interview.store.ts';
import { type Interview, LONGEST_GOAL, parseInterview, type TypedInterview } from './interview.ts';
import { notesSessions } from './support.store.ts';

export const interviewRoutes: Route[] = [
  route('GET', '/suivi/:code/entretiens', staff, showInterviews),
  route('POST', '/suivi/:code/entretiens', staff, record),
];

async function showInterviews(visit: Visit<Viewer>): Promise<Response> {
  const file = await fileOf(visit);
  if (!file || !may(file, 'read-support')) return refuse(visit, 'absent');
  const heldOn = dayOf(visit.app.now());
  const typed = { id: randomUUID(), withWhom: '', heldOn, goal: '', nextOn: '', confirmed: '' };
  return interviewsPage(visit, file, typed, [], []);
}

async function record(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await fileOf(visit);
  const form = await readForm(http);
  const one = (name: string) => form[name]?.[0]?.trim() ?? '';
  const typed: TypedInterview = {
    id: one('interview'),
    withWhom: one('withWhom'),
    heldOn: one('heldOn'),
    goal: one('goal'),
    nextOn: one('nextOn'),
    confirmed: one('confirmed'),
  };
  if (!file || !notesSessions(file) || !isUuid(typed.id)) return refuse(visit, 'absent');
  const parsed = parseInterview(typed, dayOf(app.now()));
  if ('problems' in parsed) {
    const { problems, doubts } = parsed;
    const said = doubts.length > 0 ? [...problems, doubtMessage('goal')] : problems;
    return interviewsPage(visit, file, typed, said, doubts);
  }
  const recorded = await recordInterview(app.db, viewer, file, parsed.interview, app.now());
  return recorded ? http.redirect(`/suivi/${file.code}/entretiens`, 303) : refuse(visit, 'absent');
}

async function interviewsPage(
  visit: Visit<Viewer>,
  file: OpenedFollowUp,
  typed: TypedInterview,
  problems: FieldError[],
  doubts: Doubt[],
): Promise<Response> {
  const interviews = await findInterviews(visit.app.db, file);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Entretiens avec ${file.code}`,
      sheet: sheetOf(`Entretiens avec ${file.code}`, file),
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>Entretiens</h1>
      {interviews.length > 0 && (
        <ul>
          {interviews.map((interview) => (
            <li>{interviewText(interview)}</li>
          ))}
        </ul>
      )}
      {notesSessions(file) && file.closedOn === null && (
        <InterviewForm file={file} typed={typed} problems={problems} doubts={doubts} />
      )}
    </>,
  );
}

export function interviewText({ withWhom, heldOn, goal, nextOn }: Interview): string {
  return [
    `${dayText(heldOn)}, ${WITH_WHOM[withWhom].toLowerCase()}`,
    ...(goal === '' ? [] : [`son but : « ${goal} »`]),
    ...(nextOn === null ? [] : [`prochain rendez-vous le ${dayText(nextOn)}`]),
  ].join(' ; ');
}

function InterviewForm({
  file,
  typed,
  problems,
  doubts,
}: {
  file: OpenedFollowUp;
  typed: TypedInterview;
  problems: readonly FieldError[];
  doubts: readonly Doubt[];
}) {
  return (
    <form method="post" action={`/suivi/${file.code}/entretiens`} novalidate>
      <h2>Noter un entretien</h2>
      <input type="hidden" name="interview" value={typed.id} />
      <SelectField
        name="withWhom"
        label="Avec"
        choices={WITH_WHOM}
        value={typed.withWhom}
        error={errorOf(problems, 'withWhom')}
      />
      <TextField
        name="heldOn"
        type="date"
        label="Le"
        value={typed.heldOn}
        error={errorOf(problems, 'heldOn')}
        class="date-field"
      />
      <TextField
        name="goal"
        label="Le but que l’élève se donne, avec ses mots (facultatif)"
        hint={`${LONGEST_GOAL} signes au plus. Rien de ce qu’il vous a confié : ni nom, ni santé, ni famille.`}
        value={typed.goal}
        error={errorOf(problems, 'goal')}
        maxlength={LONGEST_GOAL}
        autocomplete="off"
      />
      <DoubtsToConfirm doubts={doubts} text={typed.goal} />
      <TextField
        name="nextOn"
        type="date"
        label="Prochain rendez-vous (facultatif)"
        value={typed.nextOn}
        error={errorOf(problems, 'nextOn')}
        class="date-field"
      />
      <button class="fr-btn" type="submit">
        Enregistrer
      </button>
    </form>
  );
}
