import {
  ErrorSummary,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findPlan } from '../plans/plan.store.ts';
import type { Plan } from '../plans/plan.ts';
import { PlanText } from '../plans/plan-text.tsx';
import {
  findCompanions,
  findDemonstrationColleagues,
  hidePlan,
  MOST_A_DAY,
  type ShowRefusal,
  showPlan,
} from './companion.store.ts';
import { type Companion, parseAddress } from './companion.ts';
import { ToWhom } from './to-whom.tsx';

/** For the owner of a plan. */
export const showPlanRoutes: Route[] = [
  route('GET', '/plans/:id/partage', staff, showSharing),
  route('POST', '/plans/:id/partage', staff, share),
  route('POST', '/plans/:id/partage/retrait', staff, withdraw),
];

const planOf = ({ app, viewer, http }: Visit<Viewer>) => findPlan(app.db, viewer, http.req.param('id') ?? '');

async function showSharing(visit: Visit<Viewer>): Promise<Response> {
  const plan = await planOf(visit);
  if (!plan) return refuse(visit, 'absent');
  const companion = (await findCompanions(visit.app.db, visit.viewer)).get(plan.id);
  return companion
    ? shownPage(visit, plan, companion)
    : sharingPage(visit, plan, { email: '', outcome: false });
}

async function sharingPage(
  visit: Visit<Viewer>,
  plan: Plan,
  typed: { email: string; outcome: boolean },
  problem?: string,
): Promise<Response> {
  const { app, viewer } = visit;
  const problems = problem ? [{ field: 'courriel', message: problem }] : [];
  const colleagues = app.settings.demonstration ? await findDemonstrationColleagues(app.db, viewer) : [];
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Montrer un plan à quelqu’un`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Montrer ce plan à une ou un collègue</h1>
      <PlanText plan={plan} />
      <p class="lede">
        En parler à quelqu’un aide à le faire. Cette personne verra ce plan-là, sa date et votre nom, rien
        d’autre : ni vos autres plans, ni vos résultats. Elle pourra vous écrire un mot, ou refuser. Vous
        pourrez le lui retirer à tout moment.
      </p>
      <ErrorSummary errors={problems} />
      <form method="post" action={`/plans/${plan.id}/partage`} novalidate>
        <ToWhom
          colleagues={colleagues}
          typed={typed.email}
          hint="Un courriel lui dira qu’un plan l’attend, sans rien en dire."
          problems={problems}
        />
        <label class="choice">
          <input type="checkbox" name="resultat" value="oui" checked={typed.outcome} />
          <span>
            Lui montrer aussi si c’est fait, en partie ou pas encore
            <span class="fr-hint-text">Le récit que vous en écrivez reste pour vous.</span>
          </span>
        </label>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Montrer ce plan
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/plans">
            Le garder pour moi
          </a>
        </p>
      </form>
    </>,
  );
}

function shownPage(visit: Visit<Viewer>, plan: Plan, companion: Companion): Response {
  return page(
    visit,
    { title: 'Un plan montré à quelqu’un', narrow: true },
    <>
      <h1>Ce plan est montré à quelqu’un</h1>
      <PlanText plan={plan} />
      <CompanionText companion={companion} />
      <p>
        {companion.outcomeShown
          ? 'Cette personne voit aussi si c’est fait, en partie ou pas encore.'
          : 'Cette personne ne voit pas ce que le plan est devenu.'}
      </p>
      <form method="post" action={`/plans/${plan.id}/partage/retrait`}>
        <p class="actions">
          <button class="fr-btn fr-btn--secondary" type="submit">
            {companion.declined ? 'Choisir quelqu’un d’autre' : 'Ne plus le montrer'}
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/plans">
            Mes plans
          </a>
        </p>
      </form>
    </>,
  );
}

/** Where it stands, and the word received. */
export function CompanionText({ companion: { email, opened, declined, word } }: { companion: Companion }) {
  if (declined) return <p>La personne à qui vous l’aviez montré a préféré ne pas le suivre.</p>;
  return (
    <>
      <p>
        Montré à <span class="address">{email}</span>
        {!opened && ', qui ne l’a pas encore ouvert'}.
      </p>
      {word && (
        <figure class="fr-quote own-words">
          <blockquote>
            <p>« {word} »</p>
          </blockquote>
        </figure>
      )}
    </>
  );
}

const REFUSALS: Record<Exclude<ShowRefusal, 'absent' | 'already'>, string> = {
  'own-address': 'C’est votre propre adresse : choisissez quelqu’un d’autre.',
  'too-many': `Vous avez montré ${MOST_A_DAY} plans aujourd’hui : réessayez demain.`,
};

async function share(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const plan = await planOf(visit);
  if (!plan) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const typed = { email: fields.courriel?.[0] ?? '', outcome: fields.resultat?.[0] === 'oui' };
  const email = parseAddress(typed.email);
  if (!email) {
    const missing =
      typed.email === '' ? 'Choisissez une personne.' : 'Écrivez une adresse comme nom@example.fr.';
    return sharingPage(visit, plan, typed, missing);
  }
  const outcome = await showPlan(app.db, viewer, plan.id, { email, outcomeShown: typed.outcome }, app.now());
  if (outcome === 'absent') return refuse(visit, 'absent');
  if (outcome === 'own-address' || outcome === 'too-many') {
    return sharingPage(visit, plan, typed, REFUSALS[outcome]);
  }
  return http.redirect(`/plans/${plan.id}/partage`, 303);
}

async function withdraw(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const plan = await planOf(visit);
  if (!plan) return refuse(visit, 'absent');
  await hidePlan(app.db, viewer, plan.id, app.now());
  return http.redirect(`/plans/${plan.id}/partage`, 303);
}
