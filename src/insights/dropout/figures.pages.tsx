import { dayOf, schoolYearName, schoolYearOf } from '../../calendar/index.ts';
import { schoolsHeaded } from '../../follow-up/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { FIGURE_FIELDS, type Figure, type FigureField, type NumberField, parseFigure } from './figure.ts';
import { findFigures, recordFigures } from './figures.store.ts';

export const figureRoutes: Route[] = [
  route('GET', '/effets/chiffres', staff, showFigures),
  route('POST', '/effets/chiffres', staff, saveFigures),
];

const NUMBERS = Object.keys(FIGURE_FIELDS) as NumberField[];
const FIELDS: readonly FigureField[] = [...NUMBERS, 'source'];
const YEARS_BACK = 5;

type Typed = Partial<Record<FigureField, string>>;

async function showFigures(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [school] = schoolsHeaded(viewer);
  if (!school) return refuse(visit, 'absent');
  const figures = await findFigures(app.db, school);
  const current = schoolYearOf(dayOf(app.now()));
  const asked = Number(readQuery(http).annee?.[0]);
  const year = yearsUntil(current).includes(asked) ? asked : current - 1;
  const known = figures.find((figure) => figure.year === year);
  return figuresPage(visit, { figures, typed: typedOf(year, known), problems: [] });
}

function typedOf(year: number, figure: Figure | undefined): Typed {
  const values = FIELDS.map((field) => [field, String(figure?.[field] ?? '')]);
  return { ...Object.fromEntries(values), year: String(year) };
}

function yearsUntil(current: number): number[] {
  return Array.from({ length: YEARS_BACK + 1 }, (_, ago) => current - ago);
}

async function saveFigures(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [school] = schoolsHeaded(viewer);
  if (!school) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed: Typed = Object.fromEntries(
    (['year', ...FIELDS] as const).map((field) => [field, form[field]?.[0] ?? '']),
  );
  const now = app.now();
  const parsed = parseFigure(typed, schoolYearOf(dayOf(now)));
  if ('problems' in parsed) {
    const figures = await findFigures(app.db, school);
    return figuresPage(visit, { figures, typed, problems: parsed.problems });
  }
  await recordFigures(app.db, viewer, [{ ...parsed.figure, school }], {
    now,
    how: 'school-figures-recorded',
  });
  return http.redirect('/effets/sorties', 303);
}

function figuresPage(
  visit: Visit<Viewer>,
  { figures, typed, problems }: { figures: readonly Figure[]; typed: Typed; problems: FieldError[] },
): Response {
  const current = schoolYearOf(dayOf(visit.app.now()));
  const year = Number(typed.year);
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Chiffres de l’établissement`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Les chiffres de l’établissement</h1>
      <ErrorSummary errors={problems} />
      <p class="lede">
        Une fois par an, quelques totaux : ils permettent de voir si les sorties sans solution diminuent.
        Laissez vide ce que vous ne savez pas, ou ce qui ne concerne pas votre établissement.
      </p>
      <nav aria-label="Choisir l’année">
        <ul class="year-list">
          {yearsUntil(current).map((one) => (
            <li>
              <a href={`/effets/chiffres?annee=${one}`} aria-current={one === year ? 'true' : undefined}>
                {schoolYearName(one)}
                {figures.some((figure) => figure.year === one) ? ' (donnés)' : ''}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action="/effets/chiffres" novalidate>
        <h2 id="year">{Number.isInteger(year) && year > 0 ? schoolYearName(year) : 'Année'}</h2>
        <input type="hidden" name="year" value={typed.year} />
        {NUMBERS.map((field) => (
          <TextField
            name={field}
            label={FIGURE_FIELDS[field].label}
            hint={FIGURE_FIELDS[field].hint}
            value={typed[field]}
            error={errorOf(problems, field)}
            inputmode="numeric"
            maxlength={12}
          />
        ))}
        <TextField
          name="source"
          label="Source"
          hint="Par exemple : base élèves, relevé du 1er octobre et du 15 juillet."
          value={typed.source}
          error={errorOf(problems, 'source')}
          maxlength={200}
        />
        <button class="fr-btn" type="submit">
          Enregistrer
        </button>
      </form>
    </>,
  );
}
