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
import { findAccompanied, findCompanions } from '../companions/companion.store.ts';
import type { Companion } from '../companions/companion.ts';
import { CompanionText } from '../companions/show-plan.pages.tsx';
import { findPlan, findPlans, lookBack, removePlan } from './plan.store.ts';
import { isDue, LONGEST_STORY, OUTCOMES, type Outcome, type Plan } from './plan.ts';
import { PlanText } from './plan-text.tsx';

export const planRoutes: Route[] = [
  route('GET', '/plans', staff, showPlans),
  route('POST', '/plans/:id/bilan', staff, tellWhatHappened),
  route('GET', '/plans/:id/suppression', staff, askRemoval),
  route('POST', '/plans/:id/suppression', staff, remove),
];

async function showPlans(visit: Visit<Viewer>): Promise<Response> {
  return plansPage(visit, null);
}

async function plansPage(
  visit: Visit<Viewer>,
  refused: { id: string; message: string; story: string } | null,
): Promise<Response> {
  const { app, viewer } = visit;
  const plans = await findPlans(app.db, viewer);
  const companions = await findCompanions(app.db, viewer);
  const accompanied = (await findAccompanied(app.db, viewer)).length;
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
      {accompanied > 0 && (
        <p class="caution">
          <a href="/accompagnements">
            {accompanied === 1 ? 'Un plan que l’on vous montre' : `${accompanied} plans que l’on vous montre`}
          </a>{' '}
          : un encouragement ou une question ?
        </p>
      )}
      {due.length > 0 && (
        <section>
          <h2>Qu’est-ce qui s’est passé ?</h2>
          {due.map((plan) => (
            <LookBack
              plan={plan}
              companion={companions.get(plan.id)}
              refused={refused?.id === plan.id ? refused : null}
            />
          ))}
        </section>
      )}
      {coming.length > 0 && (
        <section>
          <h2>À venir</h2>
          {coming.map((plan) => (
            <article class="ruled">
              <PlanText plan={plan} />
              <details open={refused?.id === plan.id}>
                <summary>Dire dès maintenant ce qui s’est passé</summary>
                <LookBackForm plan={plan} refused={refused?.id === plan.id ? refused : null} />
              </details>
              <PlanLinks plan={plan} companion={companions.get(plan.id)} />
            </article>
          ))}
        </section>
      )}
      {past.length > 0 && (
        <section>
          <h2>Déjà vécus</h2>
          {past.map((plan) => (
            <article class="ruled">
              <PlanText plan={plan} />
              <p>
                <strong>{OUTCOMES[plan.outcome!]}.</strong> {plan.whatHappened}
              </p>
              <PlanLinks plan={plan} companion={companions.get(plan.id)} />
            </article>
          ))}
        </section>
      )}
    </>,
  );
}

type LookBackProps = {
  plan: Plan;
  companion: Companion | undefined;
  refused: { message: string; story: string } | null;
};

function LookBack(props: LookBackProps) {
  return (
    <article class="ruled">
      <PlanText plan={props.plan} />
      <LookBackForm {...props} />
      <PlanLinks {...props} />
    </article>
  );
}

/** To whom it is shown, and what can be done with it. */
function PlanLinks({ plan: { id, outcome }, companion }: { plan: Plan; companion: Companion | undefined }) {
  return (
    <>
      {companion && <CompanionText companion={companion} />}
      <p class="links plan__links">
        {outcome && <a href={`/plans/${id}/suite`}>Et maintenant ?</a>}
        <a href={`/plans/${id}/partage`}>{companion ? 'Ne plus le montrer' : 'Le montrer à quelqu’un'}</a>
        <a href={`/plans/${id}/suppression`}>Supprimer ce plan</a>
      </p>
    </>
  );
}

function LookBackForm({ plan, refused }: Pick<LookBackProps, 'plan' | 'refused'>) {
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
          <span class="fr-hint-text">Personne d’autre ne le lit. N’écrivez pas le nom d’un élève.</span>
        </label>
        <textarea class="fr-input" id={`recit-${plan.id}`} name="story" rows={3} maxlength={LONGEST_STORY}>
          {refused?.story ?? ''}
        </textarea>
      </div>
      <button class="fr-btn" type="submit">
        Enregistrer
      </button>
    </form>
  );
}

async function tellWhatHappened(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const plan = await findPlan(app.db, viewer, http.req.param('id') ?? '');
  if (!plan) return refuse(visit, 'absent');
  const { id } = plan;
  const story = fields.story?.[0]?.trim() ?? '';
  const outcome = (Object.keys(OUTCOMES) as Outcome[]).find((known) => known === fields.outcome?.[0]);
  if (!outcome) return plansPage(visit, { id, message: 'Choisissez une réponse.', story });
  if (story.length > LONGEST_STORY) {
    return plansPage(visit, { id, message: `${LONGEST_STORY} caractères au plus pour le récit.`, story });
  }
  await lookBack(app.db, viewer, { id, outcome, whatHappened: story }, app.now());
  return http.redirect(`/plans/${id}/suite`, 303);
}

async function askRemoval(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const plan = await findPlan(app.db, viewer, http.req.param('id') ?? '');
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
  const plan = await findPlan(app.db, viewer, http.req.param('id') ?? '');
  if (!plan) return refuse(visit, 'absent');
  await removePlan(app.db, viewer, plan.id, app.now());
  return http.redirect('/plans', 303);
}
