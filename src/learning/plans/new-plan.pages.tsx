import { dayOf, daysAfter } from '../../calendar/index.ts';
import type { Module } from '../../content/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { WAYS, wayNamed } from './next-step.ts';
import { findPlan, makePlan } from './plan.store.ts';
import { LONGEST, parsePlan } from './plan.ts';

export const newPlanRoutes: Route[] = [
  route('GET', '/plans/nouveau', staff, showNew),
  route('POST', '/plans', staff, create),
];

type Typed = Record<'situation' | 'act' | 'help' | 'due', string>;

function moduleOf({ app }: Visit, id: string | undefined): Module | null {
  return app.content.modules.find((module) => module.id === id) ?? null;
}

/** Empty, or a plan already lived taken up again: what to change is said, and what was written is there. */
async function showNew(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const due = daysAfter(dayOf(app.now()), 7);
  const former = await findPlan(app.db, viewer, http.req.query('suite') ?? '');
  const module = moduleOf(visit, former?.module ?? http.req.query('module'));
  if (!former) return newPlanPage(visit, module, { situation: '', act: '', help: '', due }, []);
  const way = wayNamed(http.req.query('pas')) ?? 'again';
  const { situation, act, help } = former;
  const typed = { situation: way === 'elsewhere' ? '' : situation, act, help, due };
  return newPlanPage(visit, module, typed, [], WAYS[way].hint);
}

function newPlanPage(
  visit: Visit<Viewer>,
  module: Module | null,
  typed: Typed,
  problems: FieldError[],
  advice?: string,
): Response {
  const today = dayOf(visit.app.now());
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Mon plan « Si… alors… »`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      {module && <p class="above-title">{module.title}</p>}
      <h1>Mon plan « Si… alors… »</h1>
      <p class="lede">
        Dire à l’avance quand et comment on agira aide à le faire vraiment. Ce plan reste à vous : personne
        d’autre ne peut l’ouvrir, sauf si vous le montrez à quelqu’un.
      </p>
      {advice && <p class="caution">{advice}</p>}
      <ErrorSummary errors={problems} />
      <form method="post" action="/plans" novalidate>
        {module && <input type="hidden" name="module" value={module.id} />}
        <PlanField
          name="situation"
          label="Si…"
          hint="Une situation précise. N’écrivez pas le nom d’un élève."
          ideas={module?.plan.if}
          value={typed.situation}
          problems={problems}
        />
        <PlanField
          name="act"
          label="… alors je…"
          hint="Un seul acte, que l’on pourrait vous voir faire."
          ideas={module?.plan.then}
          value={typed.act}
          problems={problems}
        />
        <PlanField
          name="help"
          label="Qui ou quoi peut m’aider (facultatif)"
          hint="Une ou un collègue, un moment, un outil."
          ideas={module?.plan.help}
          value={typed.help}
          problems={problems}
        />
        <TextField
          name="due"
          label="Date à laquelle j’y reviendrai"
          type="date"
          class="date-field"
          value={typed.due}
          min={today}
          error={errorOf(problems, 'due')}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Garder ce plan
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/mon-parcours">
            Pas maintenant
          </a>
        </p>
      </form>
    </>,
  );
}

type PlanFieldProps = {
  name: string;
  label: string;
  hint: string;
  ideas: readonly string[] | undefined;
  value: string;
  problems: readonly FieldError[];
};

/** What a person writes, with beginnings to take up: choosing one is enough, writing goes first. */
function PlanField({ name, label, hint, ideas = [], value, problems }: PlanFieldProps) {
  return (
    <div class="plan__field">
      <TextField
        name={name}
        label={label}
        hint={hint}
        value={value}
        maxlength={LONGEST}
        error={errorOf(problems, name)}
      />
      {ideas.length > 0 && (
        <fieldset class="plan__ideas">
          <legend>ou reprenez une proposition</legend>
          {ideas.map((idea) => (
            <label class="choice">
              <input type="radio" name={`${name}-idee`} value={idea} />
              <span>{idea}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

async function create(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const module = moduleOf(visit, fields.module?.[0]);
  const read = (name: string) => {
    const written = fields[name]?.[0]?.trim() ?? '';
    return written === '' ? (fields[`${name}-idee`]?.[0] ?? '') : written;
  };
  const typed = {
    situation: read('situation'),
    act: read('act'),
    help: read('help'),
    due: fields.due?.[0] ?? '',
  };
  const plan = parsePlan(typed, dayOf(app.now()));
  if ('problems' in plan) return newPlanPage(visit, module, typed, plan.problems);
  await makePlan(app.db, viewer, { ...plan, module: module?.id ?? null }, app.now());
  return http.redirect('/plans', 303);
}
