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
import { fileOf } from '../open-file.pages.ts';
import { SelectField } from '../select-field.tsx';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { CLOSE_REASONS, SITUATIONS } from '../vocabulary.ts';
import { closeFollowUp, endsFollowUps, findMilestones } from './milestone.store.ts';
import { parseClosing } from './milestone.ts';
import { purgeDay } from './purge.ts';

export const endRoutes: Route[] = [
  route('GET', '/suivi/:code/fin', staff, askEnd),
  route('POST', '/suivi/:code/fin', staff, end),
];

type Typed = { reason: string; on: string; situation: string };

/** The file of the address, when the viewer may end it. */
async function endingOf(visit: Visit<Viewer>) {
  const file = await fileOf(visit);
  if (!file || !endsFollowUps(file) || file.closedOn !== null) return undefined;
  const exit = (await findMilestones(visit.app.db, file.id)).find(({ kind }) => kind === 'exit');
  return { file, exitOn: exit?.on ?? null };
}

async function askEnd(visit: Visit<Viewer>): Promise<Response> {
  const ending = await endingOf(visit);
  if (!ending) return refuse(visit, 'absent');
  const typed = { reason: '', on: dayOf(visit.app.now()), situation: '' };
  return endPage(visit, ending, typed, []);
}

async function end(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const ending = await endingOf(visit);
  if (!ending) return refuse(visit, 'absent');
  const { file, exitOn } = ending;
  const form = await readForm(http);
  const typed: Typed = {
    reason: form.reason?.[0] ?? '',
    on: form.on?.[0]?.trim() ?? '',
    situation: form.situation?.[0] ?? '',
  };
  const parsed = parseClosing(typed, {
    openedOn: file.openedOn,
    exitKnown: exitOn !== null,
    today: dayOf(app.now()),
  });
  if ('problems' in parsed) return endPage(visit, ending, typed, parsed.problems);
  await closeFollowUp(app.db, viewer, file, parsed.closing, app.now());
  return http.redirect(file.access === 'chair' ? '/suivi' : `/suivi/${file.code}`, 303);
}

function endPage(
  visit: Visit<Viewer>,
  { file, exitOn }: { file: SeenFollowUp; exitOn: string | null },
  typed: Typed,
  problems: FieldError[],
): Response {
  const today = dayOf(visit.app.now());
  const purgeOn = purgeDay({ closedOn: today, exitOn, opposed: false });
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Terminer le suivi ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Terminer le suivi de <span class="code-whole">{file.code}</span>
      </h1>
      <p class="lede">
        Terminé aujourd’hui, ce suivi serait effacé le {dayText(purgeOn)} : le temps de savoir où en est le
        jeune six et douze mois après. En cas d’opposition, il l’est dans le mois.
      </p>
      <form method="post" action={`/suivi/${file.code}/fin`} novalidate>
        <SelectField
          name="reason"
          label="Pourquoi"
          choices={CLOSE_REASONS}
          value={typed.reason}
          error={errorOf(problems, 'reason')}
        />
        <TextField
          name="on"
          type="date"
          label="Terminé le"
          value={typed.on}
          error={errorOf(problems, 'on')}
          class="date-field"
        />
        {exitOn === null && (
          <SelectField
            name="situation"
            label="Où en est l’élève"
            hint="« On ne sait pas » est une réponse. Inutile en cas d’opposition."
            choices={SITUATIONS}
            value={typed.situation}
            error={errorOf(problems, 'situation')}
          />
        )}
        <button class="fr-btn" type="submit">
          Terminer le suivi
        </button>
      </form>
    </>,
  );
}
