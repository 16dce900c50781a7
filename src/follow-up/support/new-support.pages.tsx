import { dayOf, daysAfter } from '../../calendar/index.ts';
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
import { findColleagues } from '../meeting/decisions/decision.store.ts';
import { fileOf } from '../open-file.pages.ts';
import { SelectField } from '../select-field.tsx';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { SUPPORT_KINDS } from '../vocabulary.ts';
import { planSupport, plansSupports } from './support.store.ts';
import { parsePlan, type TypedPlan } from './support.ts';

export const newSupportRoutes: Route[] = [
  route('GET', '/suivi/:code/accompagnement', staff, askSupport),
  route('POST', '/suivi/:code/accompagnement', staff, plan),
];

const FIELDS = ['prévention', 'intervention', 'remédiation'] as const;

/** The file of the address, when the viewer may plan for it. */
async function plannedOf(visit: Visit<Viewer>): Promise<SeenFollowUp | undefined> {
  const file = await fileOf(visit);
  return file && plansSupports(file) && file.closedOn === null ? file : undefined;
}

async function askSupport(visit: Visit<Viewer>): Promise<Response> {
  const file = await plannedOf(visit);
  if (!file) return refuse(visit, 'absent');
  const today = dayOf(visit.app.now());
  return supportPage(
    visit,
    file,
    { kind: '', from: today, until: daysAfter(today, 42), hours: '', tutor: '' },
    [],
  );
}

async function plan(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const file = await plannedOf(visit);
  if (!file) return refuse(visit, 'absent');
  const form = await readForm(http);
  const one = (name: string) => form[name]?.[0]?.trim() ?? '';
  const typed: TypedPlan = {
    kind: one('kind'),
    from: one('from'),
    until: one('until'),
    hours: one('hours'),
    tutor: one('tutor'),
  };
  const parsed = parsePlan(typed, {
    tutors: (await findColleagues(app.db, file.school)).map(({ id }) => id),
    procedures: app.content.procedures,
    today: dayOf(app.now()),
  });
  if ('problems' in parsed) return supportPage(visit, file, typed, parsed.problems);
  const id = await planSupport(app.db, viewer, file, parsed.plan, app.now());
  return http.redirect(`/suivi/${file.code}/accompagnement/${id}`, 303);
}

async function supportPage(
  visit: Visit<Viewer>,
  file: SeenFollowUp,
  typed: TypedPlan,
  problems: FieldError[],
): Promise<Response> {
  const { app } = visit;
  const colleagues = await findColleagues(app.db, file.school);
  const kinds = Object.entries(SUPPORT_KINDS);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Accompagner ${file.code}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href={`/suivi/${file.code}`}>Suivi {file.code}</a>
      </p>
      <h1 data-follow-up={file.code}>Prévoir un accompagnement</h1>
      <form method="post" action={`/suivi/${file.code}/accompagnement`} novalidate>
        <SelectField
          name="kind"
          label="Ce qui est proposé à l’élève"
          groups={FIELDS.map((field) => ({
            label: field.charAt(0).toUpperCase() + field.slice(1),
            choices: Object.fromEntries(
              kinds.filter(([, kind]) => kind.field === field).map(([id, { name }]) => [id, name]),
            ),
          }))}
          value={typed.kind}
          error={errorOf(problems, 'kind')}
        />
        <TextField
          name="from"
          type="date"
          label="À partir du"
          value={typed.from}
          error={errorOf(problems, 'from')}
          class="date-field"
        />
        <TextField
          name="until"
          type="date"
          label="Bilan le"
          hint="Sans date de fin, un accompagnement s’use. Il pourra reprendre."
          value={typed.until}
          error={errorOf(problems, 'until')}
          class="date-field"
        />
        <TextField
          name="hours"
          label="Heures prévues (facultatif)"
          value={typed.hours}
          error={errorOf(problems, 'hours')}
          class="date-field"
          autocomplete="off"
        />
        <SelectField
          name="tutor"
          label="Qui l’assure (facultatif)"
          empty="Plusieurs personnes, ou quelqu’un d’extérieur"
          choices={Object.fromEntries(colleagues.map(({ id, name }) => [id, name]))}
          value={typed.tutor}
          error={undefined}
        />
        <button class="fr-btn" type="submit">
          Prévoir
        </button>
      </form>
      <p>
        <a href="/suivi/voies">Ce que la loi permet, selon l’âge</a>
      </p>
    </>,
  );
}
