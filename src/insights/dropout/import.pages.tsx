import type { Child } from 'hono/jsx';
import { dayOf, schoolYearOf } from '../../calendar/index.ts';
import { parseUai } from '../../identity/index.ts';
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
import { FIGURE_FIELDS } from './figure.ts';
import { findSchoolsOf, recordComparison, recordFigures } from './figures.store.ts';
import { type LineProblem, readComparison, readSchoolFigures } from './import.ts';

export const importRoutes: Route[] = [
  route('GET', '/effets/import', staff, showImport),
  route('POST', '/effets/import', staff, importFigures),
  route('POST', '/effets/comparaison', staff, importComparison),
];

/** The licences under which others' figures may be used here. */
const LICENCES = ['Licence Ouverte 2.0', 'ODbL 1.0', 'Accord écrit du producteur'] as const;

type Typed = { table: string; comparison: string; source: string; licence: string };
const NOTHING: Typed = { table: '', comparison: '', source: '', licence: '' };
type State = {
  typed: Typed;
  problems: FieldError[];
  lines: LineProblem[];
  wrong: 'table' | 'comparison' | null;
};

function academieOf(viewer: Viewer): string | undefined {
  return viewer.memberships.find(({ role }) => role === 'academie')?.academie ?? undefined;
}

function showImport(visit: Visit<Viewer>): Response {
  return academieOf(visit.viewer)
    ? importPage(visit, { typed: NOTHING, problems: [], lines: [], wrong: null })
    : refuse(visit, 'absent');
}

async function importFigures(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const academie = academieOf(viewer);
  if (!academie) return refuse(visit, 'absent');
  const table = (await readForm(http)).table?.[0] ?? '';
  const now = app.now();
  const read = readSchoolFigures(table, {
    currentYear: schoolYearOf(dayOf(now)),
    readUai: parseUai,
    schools: await findSchoolsOf(app.db, academie),
  });
  if ('problems' in read) {
    return importPage(visit, {
      typed: { ...NOTHING, table },
      problems: [
        { field: 'table', message: 'Rien n’a été importé : corrigez ces lignes, puis recommencez.' },
      ],
      lines: read.problems,
      wrong: 'table',
    });
  }
  await recordFigures(app.db, viewer, read.lines, { now, how: 'school-figures-imported' });
  return http.redirect(`/effets/sorties?lieu=${academie}`, 303);
}

async function importComparison(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const academie = academieOf(viewer);
  if (!academie) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed = {
    ...NOTHING,
    comparison: form.comparison?.[0] ?? '',
    source: (form.source?.[0] ?? '').trim(),
    licence: form.licence?.[0] ?? '',
  };
  const now = app.now();
  const read = readComparison(typed.comparison, schoolYearOf(dayOf(now)));
  const licence = LICENCES.find((known) => known === typed.licence);
  const problems: FieldError[] = [];
  if ('problems' in read)
    problems.push({
      field: 'comparison',
      message: 'Rien n’a été importé : corrigez ces lignes, puis recommencez.',
    });
  if (typed.source === '' || typed.source.length > 200)
    problems.push({ field: 'source', message: 'Dites d’où vient ce fichier, en 200 caractères au plus.' });
  if (!licence) problems.push({ field: 'licence', message: 'Choisissez la licence qui permet cet usage.' });
  if ('problems' in read || !licence || problems.length > 0) {
    const lines = 'problems' in read ? read.problems : [];
    return importPage(visit, { typed, problems, lines, wrong: 'comparison' });
  }
  await recordComparison(app.db, viewer, academie, read.lines, { source: typed.source, licence, now });
  return http.redirect(`/effets/sorties?lieu=${academie}`, 303);
}

function importPage(visit: Visit<Viewer>, { typed, problems, lines, wrong }: State): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Importer des chiffres`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Importer les chiffres des établissements</h1>
      <ErrorSummary errors={problems} />
      <p class="lede">
        Collez un tableau : une ligne par établissement et par année, les noms des colonnes sur la première.
        Tout est pris, ou rien.
      </p>
      <dl class="facts">
        <dt>uai</dt>
        <dd>Sept chiffres et une lettre</dd>
        <dt>annee</dt>
        <dd>2025 ou 2025-2026</dd>
        {Object.values(FIGURE_FIELDS).map(({ column, label }) => (
          <>
            <dt>{column}</dt>
            <dd>{label}</dd>
          </>
        ))}
        <dt>source</dt>
        <dd>D’où viennent ces chiffres</dd>
      </dl>
      <form method="post" action="/effets/import" novalidate>
        <TableField name="table" label="Tableau (CSV)" value={typed.table} error={errorOf(problems, 'table')}>
          {wrong === 'table' && <LineProblems lines={lines} />}
        </TableField>
        <button class="fr-btn" type="submit">
          Importer
        </button>
      </form>
      <h2>Établissements de comparaison</h2>
      <p>
        Pour savoir ce qui se serait passé sans accompagnement, il faut des établissements comparables qui ne
        participent pas. Collez leurs totaux par année : <code>annee;inscrits;sortis_sans_solution</code>. Ils
        remplacent ceux d’avant. Les trois champs sont obligatoires.
      </p>
      <form method="post" action="/effets/comparaison" novalidate>
        <TableField
          name="comparison"
          label="Totaux par année (CSV)"
          value={typed.comparison}
          error={errorOf(problems, 'comparison')}
        >
          {wrong === 'comparison' && <LineProblems lines={lines} />}
        </TableField>
        <TextField
          name="source"
          label="Source"
          hint="Qui a produit ces chiffres, quand, pour quels établissements."
          value={typed.source}
          error={errorOf(problems, 'source')}
          maxlength={200}
        />
        <LicenceField value={typed.licence} error={errorOf(problems, 'licence')} />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Importer la comparaison
        </button>
      </form>
    </>,
  );
}

function TableField({
  name,
  label,
  value,
  error,
  children,
}: {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  children: Child;
}) {
  return (
    <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
      <label class="fr-label" for={name}>
        {label}
      </label>
      <textarea
        class="fr-input table-field"
        id={name}
        name={name}
        rows={8}
        spellcheck={false}
        aria-describedby={error ? `${name}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
      {error && (
        <div id={`${name}-erreur`}>
          <p class="fr-error-text">{error}</p>
          {children}
        </div>
      )}
    </div>
  );
}

function LineProblems({ lines }: { lines: readonly LineProblem[] }) {
  return (
    <ul>
      {lines.map(({ line, message }) => (
        <li>
          Ligne {line} : {message}
        </li>
      ))}
    </ul>
  );
}

function LicenceField({ value, error }: { value: string; error: string | undefined }) {
  return (
    <div class={`fr-select-group${error ? ' fr-select-group--error' : ''}`}>
      <label class="fr-label" for="licence">
        Licence
      </label>
      <select
        class="fr-select"
        id="licence"
        name="licence"
        aria-describedby={error ? 'licence-erreur' : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">Choisissez</option>
        {LICENCES.map((licence) => (
          <option value={licence} selected={licence === value}>
            {licence}
          </option>
        ))}
      </select>
      {error && (
        <p class="fr-error-text" id="licence-erreur">
          {error}
        </p>
      )}
    </div>
  );
}
