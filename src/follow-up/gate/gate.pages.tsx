import {
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
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
import { schoolsHeaded, schoolsRun } from '../scope.store.ts';
import { findGate, type RecordedGate, recordGate } from './gate.store.ts';
import { GATE_FIELDS, type Gate, parseGate } from './gate.ts';

export const gateRoutes: Route[] = [
  route('GET', '/suivi/cadre', staff, showGate),
  route('POST', '/suivi/cadre', staff, saveGate),
];

const FIELDS = Object.keys(GATE_FIELDS) as (keyof Gate)[];

/** The head writes it; whoever runs the GPDS may read it. */
async function showGate(visit: Visit<Viewer>): Promise<Response> {
  const [headed] = schoolsHeaded(visit.viewer);
  const [run] = schoolsRun(visit.viewer);
  const school = headed ?? run;
  if (!school) return refuse(visit, 'absent');
  const gate = await findGate(visit.app.db, school);
  return headed ? gatePage(visit, gate, valuesOf(gate), []) : readGatePage(visit, gate);
}

function valuesOf(gate: Gate | undefined): Record<keyof Gate, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, gate?.[field] ?? ''])) as Record<
    keyof Gate,
    string
  >;
}

async function saveGate(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [school] = schoolsHeaded(viewer);
  if (!school) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed = Object.fromEntries(FIELDS.map((field) => [field, form[field]?.[0] ?? ''])) as Record<
    keyof Gate,
    string
  >;
  const parsed = parseGate(typed);
  if ('problems' in parsed) {
    return gatePage(visit, await findGate(app.db, school), typed, parsed.problems);
  }
  await recordGate(app.db, viewer, school, parsed.gate, app.now());
  return http.redirect('/suivi', 303);
}

function gatePage(
  visit: Visit<Viewer>,
  recorded: RecordedGate | undefined,
  values: Record<keyof Gate, string>,
  problems: FieldError[],
): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Cadre du suivi`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <h1>Le cadre du suivi des jeunes</h1>
      <p class="lede">
        Aucun jeune n’est suivi ici avant que l’établissement ait écrit de quel droit il le fait.{' '}
        {recorded && `Enregistré le ${longDate(recorded.recordedAt)}.`}
      </p>
      <form method="post" action="/suivi/cadre" novalidate>
        {FIELDS.map((field) => (
          <TextField
            name={field}
            label={GATE_FIELDS[field].label}
            hint={GATE_FIELDS[field].hint}
            value={values[field]}
            error={errorOf(problems, field)}
            maxlength={200}
          />
        ))}
        <button class="fr-btn" type="submit">
          Enregistrer
        </button>
      </form>
    </>,
  );
}

function readGatePage(visit: Visit<Viewer>, gate: RecordedGate | undefined): Response {
  return page(
    visit,
    { title: 'Cadre du suivi', narrow: true },
    <>
      <h1>Le cadre du suivi des jeunes</h1>
      {gate ? (
        <dl class="facts">
          {FIELDS.map((field) => (
            <>
              <dt>{GATE_FIELDS[field].label}</dt>
              <dd>{gate[field]}</dd>
            </>
          ))}
        </dl>
      ) : (
        <p>Rien n’est encore écrit : la direction de l’établissement peut remplir cette page.</p>
      )}
    </>,
  );
}
