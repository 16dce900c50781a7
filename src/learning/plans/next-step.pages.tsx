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
import { findProgress } from '../modules/module.store.ts';
import { nextSteps } from './next-step.ts';
import { findPlan, tellObstacle } from './plan.store.ts';
import { OBSTACLES, type Obstacle, type Outcome, type Plan } from './plan.ts';
import { PlanText } from './plan-text.tsx';

export const nextStepRoutes: Route[] = [
  route('GET', '/plans/:id/suite', staff, showNextStep),
  route('POST', '/plans/:id/suite', staff, sayObstacle),
];

async function showNextStep(visit: Visit<Viewer>): Promise<Response> {
  const plan = await findPlan(visit.app.db, visit.viewer, visit.http.req.param('id') ?? '');
  if (!plan) return refuse(visit, 'absent');
  if (plan.outcome === null) return visit.http.redirect('/plans', 303);
  return nextStepPage(visit, plan, plan.outcome, null);
}

const TITLES: Record<Outcome, string> = {
  done: 'C’est fait. Et maintenant ?',
  partly: 'En partie : c’est un pas. Et maintenant ?',
  'not-yet': 'Pas encore. Et maintenant ?',
};

async function nextStepPage(
  visit: Visit<Viewer>,
  plan: Plan,
  outcome: Outcome,
  problem: string | null,
): Promise<Response> {
  const steps = nextSteps(plan, await furtherModule(visit, plan));
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}${TITLES[outcome]}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>{TITLES[outcome]}</h1>
      <PlanText plan={plan} />
      {steps.length === 0 ? (
        <form method="post" action={`/plans/${plan.id}/suite`} novalidate>
          <fieldset class="answer" aria-describedby={problem ? 'probleme' : undefined}>
            <legend class="answer__legend">
              Qu’est-ce qui vous en a empêché ?
              <span class="fr-hint-text">C’est souvent le plan qu’il faut changer, pas vous.</span>
            </legend>
            {problem && (
              <p class="answer__problem" id="probleme" tabindex={-1} data-read-first>
                {problem}
              </p>
            )}
            {Object.entries(OBSTACLES).map(([value, text]) => (
              <label class="choice">
                <input type="radio" name="obstacle" value={value} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          <p class="actions">
            <button class="fr-btn" type="submit">
              Voir ce qui peut aider
            </button>
            <a class="fr-btn fr-btn--tertiary" href="/plans">
              Ne pas répondre
            </a>
          </p>
        </form>
      ) : (
        <>
          {plan.obstacle && (
            <p>Vous avez répondu : « {OBSTACLES[plan.obstacle]} ». Voici ce qui peut aider, au choix.</p>
          )}
          <ul class="listing">
            {steps.map(({ title, why, to }) => (
              <li>
                <p class="listing__title">
                  <a href={to}>{title}</a>
                </p>
                <p>{why}</p>
              </li>
            ))}
          </ul>
          <p>
            <a href="/plans">Rien pour l’instant : revenir à mes plans</a>
          </p>
        </>
      )}
    </>,
  );
}

/** Another module of the competence of the plan, not finished yet; the next level first. */
async function furtherModule({ app, viewer }: Visit<Viewer>, plan: Plan) {
  const { modules } = app.content;
  const competence = modules.find(({ id }) => id === plan.module)?.competence;
  if (!competence) return null;
  const finished = (await findProgress(app.db, viewer)).filter(({ finishedAt }) => finishedAt !== null);
  const known = new Set([plan.module, ...finished.map(({ module }) => module)]);
  return modules.find((module) => module.competence === competence && !known.has(module.id)) ?? null;
}

async function sayObstacle(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const plan = await findPlan(app.db, viewer, http.req.param('id') ?? '');
  if (plan?.outcome !== 'not-yet') return refuse(visit, 'absent');
  const said = (await readForm(http)).obstacle?.[0];
  const obstacle = (Object.keys(OBSTACLES) as Obstacle[]).find((known) => known === said);
  if (!obstacle)
    return nextStepPage(visit, { ...plan, obstacle: null }, plan.outcome, 'Choisissez une réponse.');
  await tellObstacle(app.db, viewer, plan.id, obstacle, app.now());
  return http.redirect(`/plans/${plan.id}/suite`, 303);
}
