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
import { may } from '../access-rights.ts';
import { fileOf } from '../open-file.pages.ts';
import { SelectField } from '../select-field.tsx';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { MILESTONES, type Milestone, SITUATIONS } from '../vocabulary.ts';
import { findMilestones, recordMilestone, recordsMilestones, removeMilestone } from './milestone.store.ts';
import { asksSituation, parseMilestone, type Reached } from './milestone.ts';

export const milestoneRoutes: Route[] = [
  route('GET', '/suivi/:code/etapes', staff, showMilestones),
  route('POST', '/suivi/:code/etapes', staff, saveMilestone),
];

type Typed = { kind: string; on: string; situation: string };

async function showMilestones(visit: Visit<Viewer>): Promise<Response> {
  const file = await fileOf(visit);
  return file && may(file, 'read-milestones')
    ? milestonesPage(visit, file, null, [])
    : refuse(visit, 'absent');
}

async function saveMilestone(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await fileOf(visit);
  if (!file || !recordsMilestones(file)) return refuse(visit, 'absent');
  const form = await readForm(http);
  const kind = form.kind?.[0] ?? '';
  const typed: Typed = {
    kind,
    on: form[`on-${kind}`]?.[0]?.trim() ?? '',
    situation: form[`situation-${kind}`]?.[0] ?? '',
  };
  const back = form.retour?.[0] === 'appels' ? '/suivi/appels' : `/suivi/${file.code}/etapes#${kind}`;
  if (form.retirer) {
    const removed = (Object.keys(MILESTONES) as Milestone[]).find((known) => known === kind);
    if (removed) await removeMilestone(app.db, viewer, file, removed, app.now());
    return http.redirect(`/suivi/${file.code}/etapes`, 303);
  }
  const exitOn = (await findMilestones(app.db, file.id)).find((reached) => reached.kind === 'exit')?.on;
  const parsed = parseMilestone(typed, {
    openedOn: file.openedOn,
    exitOn: exitOn ?? null,
    today: dayOf(app.now()),
  });
  if ('problems' in parsed) return milestonesPage(visit, file, typed, parsed.problems);
  await recordMilestone(app.db, viewer, file, parsed.reached, app.now());
  return http.redirect(back, 303);
}

async function milestonesPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  typed: Typed | null,
  problems: FieldError[],
): Promise<Response> {
  const { app } = visit;
  const reached = await findMilestones(app.db, file.id);
  const records = recordsMilestones(file);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Étapes de ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>
        Le chemin de <span class="code-whole">{file.code}</span>
      </h1>
      <p class="lede">
        Notez ce qui est arrivé, rien de plus. « On ne sait pas » est une réponse honnête, et elle compte.
      </p>
      <ol class="milestones" id="etapes">
        {(Object.keys(MILESTONES) as Milestone[]).map((kind) => (
          <MilestoneLine
            file={file}
            kind={kind}
            known={reached.find((one) => one.kind === kind)}
            typed={typed?.kind === kind ? typed : null}
            problems={problems}
            records={records}
            today={dayOf(app.now())}
          />
        ))}
      </ol>
    </>,
  );
}

function MilestoneLine({
  file,
  kind,
  known,
  typed,
  problems,
  records,
  today,
}: {
  file: SeenFollowUp;
  kind: Milestone;
  known: Reached | undefined;
  typed: Typed | null;
  problems: readonly FieldError[];
  records: boolean;
  today: string;
}) {
  return (
    <li id={kind}>
      <h2>{MILESTONES[kind]}</h2>
      <p>{known ? reachedText(known) : 'Pas encore noté.'}</p>
      {records && (
        <details open={typed !== null}>
          <summary>
            {known ? 'Corriger' : 'Noter'} <span class="fr-sr-only">: {MILESTONES[kind]}</span>
          </summary>
          <form method="post" action={`/suivi/${file.code}/etapes`} novalidate>
            <input type="hidden" name="kind" value={kind} />
            <TextField
              name={`on-${kind}`}
              type="date"
              label="Le"
              value={typed?.on ?? known?.on ?? today}
              error={errorOf(problems, `on-${kind}`)}
              class="date-field"
            />
            {asksSituation(kind) && (
              <SelectField
                name={`situation-${kind}`}
                label="Situation"
                choices={SITUATIONS}
                value={typed?.situation ?? known?.situation ?? ''}
                error={errorOf(problems, `situation-${kind}`)}
              />
            )}
            <p class="meeting__send">
              <button class="fr-btn" type="submit">
                Enregistrer<span class="fr-sr-only"> : {MILESTONES[kind]}</span>
              </button>
              {known && kind !== 'spotted' && (
                <button class="fr-btn fr-btn--tertiary" type="submit" name="retirer" value="oui">
                  Retirer, noté par erreur<span class="fr-sr-only"> : {MILESTONES[kind]}</span>
                </button>
              )}
            </p>
          </form>
        </details>
      )}
    </li>
  );
}

function reachedText({ on, situation }: Reached): string {
  return `Le ${dayText(on)}${situation ? ` : ${SITUATIONS[situation].toLowerCase()}` : ''}.`;
}
