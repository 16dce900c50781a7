import type { Module } from '../../content/index.ts';
import {
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findPlans, lookBack, makePlan, removePlan } from './plan.store.ts';
import {
  dayOf,
  daysAfter,
  isDue,
  LONGEST,
  LONGEST_STORY,
  OUTCOMES,
  type Outcome,
  type Plan,
  type Problem,
  parsePlan,
} from './plan.ts';

export const planRoutes: Route[] = [
  route('GET', '/plans', staff, showPlans),
  route('GET', '/plans/nouveau', staff, showNew),
  route('POST', '/plans', staff, create),
  route('POST', '/plans/:id/bilan', staff, tellWhatHappened),
  route('GET', '/plans/:id/suppression', staff, askRemoval),
  route('POST', '/plans/:id/suppression', staff, remove),
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longDay = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' });
const dayText = (day: string) => longDay.format(new Date(`${day}T12:00:00Z`));

type Typed = Record<'situation' | 'act' | 'help' | 'due', string>;

function moduleOf({ app }: Visit, id: string | undefined): Module | null {
  return app.content.modules.find((module) => module.id === id) ?? null;
}

function showNew(visit: Visit<Viewer>): Response {
  const today = dayOf(visit.app.now());
  const module = moduleOf(visit, visit.http.req.query('module'));
  return newPlanPage(visit, module, { situation: '', act: '', help: '', due: daysAfter(today, 7) }, []);
}

function newPlanPage(
  visit: Visit<Viewer>,
  module: Module | null,
  typed: Typed,
  problems: Problem[],
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
      {module && <p class="series__name">{module.title}</p>}
      <h1>Mon plan « Si… alors… »</h1>
      <p class="lede">
        Dire à l’avance quand et comment on agira aide à le faire vraiment. Ce plan reste à vous : personne
        d’autre ne peut l’ouvrir.
      </p>
      {problems.length > 0 && (
        <div class="fr-alert fr-alert--error fr-mb-4w" tabindex={-1} data-read-first>
          <h2 class="fr-alert__title">{problems.length > 1 ? 'À corriger' : 'Un point à corriger'}</h2>
          <ul>
            {problems.map(({ field, message }) => (
              <li>
                <a href={`#${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
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
        <div class="fr-input-group">
          <label class="fr-label" for="due">
            Date à laquelle j’y reviendrai
          </label>
          <input
            class="fr-input plan__date"
            type="date"
            id="due"
            name="due"
            value={typed.due}
            min={today}
            aria-invalid={problems.some(({ field }) => field === 'due') ? 'true' : undefined}
            aria-describedby={problems.some(({ field }) => field === 'due') ? 'due-erreur' : undefined}
          />
          <FieldProblem name="due" problems={problems} />
        </div>
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

function FieldProblem({ name, problems }: { name: string; problems: readonly Problem[] }) {
  const problem = problems.find(({ field }) => field === name);
  return problem ? (
    <p class="fr-error-text" id={`${name}-erreur`}>
      {problem.message}
    </p>
  ) : null;
}

type PlanFieldProps = {
  name: string;
  label: string;
  hint: string;
  ideas: readonly string[] | undefined;
  value: string;
  problems: readonly Problem[];
};

/** What a person writes, with beginnings to take up: choosing one is enough, writing goes first. */
function PlanField({ name, label, hint, ideas = [], value, problems }: PlanFieldProps) {
  const refused = problems.some(({ field }) => field === name);
  return (
    <div class="fr-input-group plan__field">
      <label class="fr-label" for={name}>
        {label}
        <span class="fr-hint-text"> {hint}</span>
      </label>
      <input
        class="fr-input"
        type="text"
        id={name}
        name={name}
        value={value}
        maxlength={LONGEST}
        aria-describedby={refused ? `${name}-erreur` : undefined}
        aria-invalid={refused ? 'true' : undefined}
      />
      <FieldProblem name={name} problems={problems} />
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

async function showPlans(visit: Visit<Viewer>): Promise<Response> {
  return plansPage(visit, null);
}

async function plansPage(
  visit: Visit<Viewer>,
  refused: { id: string; message: string; story: string } | null,
): Promise<Response> {
  const { app, viewer } = visit;
  const plans = await findPlans(app.db, viewer);
  const now = app.now();
  const due = plans.filter((plan) => isDue(plan, now));
  const coming = plans.filter((plan) => plan.outcome === null && !isDue(plan, now));
  const past = plans.filter(({ outcome }) => outcome !== null).reverse();
  return page(
    visit,
    {
      title: `${refused ? 'Erreur : ' : ''}Mes plans`,
      status: refused ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Mes plans</h1>
      <p class="lede">« Si… alors je… » : ce que vous avez choisi de faire, et ce qui s’est passé.</p>
      {plans.length === 0 && (
        <p>
          Vous n’avez pas encore de plan. Chaque module en propose un ; vous pouvez aussi en écrire un tout de
          suite.
        </p>
      )}
      <p>
        <a class="fr-btn fr-btn--secondary" href="/plans/nouveau">
          Écrire un plan
        </a>
      </p>
      {due.length > 0 && (
        <section>
          <h2>Qu’est-ce qui s’est passé ?</h2>
          {due.map((plan) => (
            <LookBack plan={plan} refused={refused?.id === plan.id ? refused : null} today={dayOf(now)} />
          ))}
        </section>
      )}
      {coming.length > 0 && (
        <section>
          <h2>À venir</h2>
          {coming.map((plan) => (
            <article class="plan">
              <PlanText plan={plan} />
              <details open={refused?.id === plan.id}>
                <summary>Dire dès maintenant ce qui s’est passé</summary>
                <LookBackForm
                  plan={plan}
                  refused={refused?.id === plan.id ? refused : null}
                  today={dayOf(now)}
                />
              </details>
              <p>
                <a href={`/plans/${plan.id}/suppression`}>Supprimer ce plan</a>
              </p>
            </article>
          ))}
        </section>
      )}
      {past.length > 0 && (
        <section>
          <h2>Déjà vécus</h2>
          {past.map((plan) => (
            <article class="plan">
              <PlanText plan={plan} />
              <p>
                <strong>{OUTCOMES[plan.outcome!]}.</strong> {plan.whatHappened}
              </p>
              <p>
                <a href={`/plans/${plan.id}/suppression`}>Supprimer ce plan</a>
              </p>
            </article>
          ))}
        </section>
      )}
    </>,
  );
}

function PlanText({ plan }: { plan: Plan }) {
  return (
    <>
      <p class="plan__text">
        Si {plan.situation}, alors je {plan.act}.
      </p>
      <p class="plan__when">
        {dayText(plan.due)}
        {plan.help !== '' && ` · avec l’aide de : ${plan.help}`}
      </p>
    </>
  );
}

type LookBackProps = { plan: Plan; refused: { message: string; story: string } | null; today: string };

function LookBack(props: LookBackProps) {
  return (
    <article class="plan plan--due">
      <PlanText plan={props.plan} />
      <LookBackForm {...props} />
      <p>
        <a href={`/plans/${props.plan.id}/suppression`}>Supprimer ce plan</a>
      </p>
    </article>
  );
}

function LookBackForm({ plan, refused, today }: LookBackProps) {
  return (
    <form method="post" action={`/plans/${plan.id}/bilan`} novalidate>
      <fieldset class="answer" aria-describedby={refused ? `probleme-${plan.id}` : undefined}>
        <legend class="answer__legend">Où en êtes-vous ?</legend>
        {refused && (
          <p class="answer__problem" id={`probleme-${plan.id}`} tabindex={-1} data-read-first>
            {refused.message}
          </p>
        )}
        {Object.entries(OUTCOMES).map(([value, text]) => (
          <label class="choice">
            <input type="radio" name="outcome" value={value} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <div class="fr-input-group">
        <label class="fr-label" for={`recit-${plan.id}`}>
          Qu’est-ce qui s’est passé ? (facultatif)
          <span class="fr-hint-text">Pour vous seul. N’écrivez pas le nom d’un élève.</span>
        </label>
        <textarea class="fr-input" id={`recit-${plan.id}`} name="story" rows={3} maxlength={LONGEST_STORY}>
          {refused?.story ?? ''}
        </textarea>
      </div>
      <div class="fr-input-group">
        <label class="fr-label" for={`encore-${plan.id}`}>
          Je réessaie le… (facultatif)
        </label>
        <input class="fr-input plan__date" type="date" id={`encore-${plan.id}`} name="again" min={today} />
      </div>
      <button class="fr-btn" type="submit">
        Enregistrer
      </button>
    </form>
  );
}

async function tellWhatHappened(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const fields = await readForm(http);
  const plans = await findPlans(app.db, viewer);
  const plan = plans.find((own) => own.id === id);
  if (!plan) return refuse(visit, 'absent');
  const story = fields.story?.[0]?.trim() ?? '';
  const outcome = (Object.keys(OUTCOMES) as Outcome[]).find((known) => known === fields.outcome?.[0]);
  const again = fields.again?.[0]?.trim() || null;
  if (!outcome) return plansPage(visit, { id, message: 'Choisissez une réponse.', story });
  if (story.length > LONGEST_STORY) {
    return plansPage(visit, { id, message: `${LONGEST_STORY} caractères au plus pour le récit.`, story });
  }
  const next = again === null ? null : parsePlan({ ...plan, due: again }, dayOf(app.now()));
  if (next && 'problems' in next) {
    const [problem] = next.problems;
    return plansPage(visit, { id, message: problem!.message, story });
  }
  await lookBack(app.db, viewer, { id, outcome, whatHappened: story, again }, app.now());
  return http.redirect('/plans', 303);
}

async function askRemoval(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const plan = (await findPlans(app.db, viewer)).find(({ id }) => id === http.req.param('id'));
  if (!plan) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Supprimer un plan', narrow: true },
    <>
      <h1>Supprimer ce plan ?</h1>
      <PlanText plan={plan} />
      <form method="post" action={`/plans/${plan.id}/suppression`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Supprimer
          </button>
          <a class="fr-btn fr-btn--secondary" href="/plans">
            Le garder
          </a>
        </p>
      </form>
    </>,
  );
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const removed = UUID.test(id) && (await removePlan(app.db, viewer, id, app.now()));
  return removed ? http.redirect('/plans', 303) : refuse(visit, 'absent');
}
