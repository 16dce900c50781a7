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
import { OUTCOMES } from '../plans/plan.ts';
import { dayText } from '../plans/plan-text.tsx';
import { decline, findAccompanied, noteOpened, writeWord } from './companion.store.ts';
import { type AccompaniedPlan, LONGEST_WORD, parseWord } from './companion.ts';

/** For the colleague a plan is shown to. */
export const accompanyRoutes: Route[] = [
  route('GET', '/accompagnements', staff, showAccompanied),
  route('POST', '/accompagnements/:id', staff, write),
  route('POST', '/accompagnements/:id/refus', staff, refuseToAccompany),
];

async function showAccompanied(visit: Visit<Viewer>): Promise<Response> {
  await noteOpened(visit.app.db, visit.viewer, visit.app.now());
  return accompaniedPage(visit, null);
}

type Refused = { id: string; problem: string; typed: string };

async function accompaniedPage(visit: Visit<Viewer>, refused: Refused | null): Promise<Response> {
  const plans = await findAccompanied(visit.app.db, visit.viewer);
  return page(
    visit,
    {
      title: `${refused ? 'Erreur : ' : ''}Plans que l’on m’a montrés`,
      status: refused ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Plans que l’on m’a montrés</h1>
      <p class="lede">
        Une ou un collègue vous montre ce qu’il ou elle a prévu de faire. Un encouragement, une question :
        c’est tout ce qui est attendu de vous. Gardez pour vous ce que vous lisez ici.
      </p>
      {plans.length === 0 && <p>Personne ne vous montre de plan en ce moment.</p>}
      {plans.map((plan) => (
        <Accompanied plan={plan} refused={refused?.id === plan.planId ? refused : null} />
      ))}
      <p>
        <a href="/plans">Mes plans</a>
      </p>
    </>,
  );
}

function Accompanied({ plan, refused }: { plan: AccompaniedPlan; refused: Refused | null }) {
  const { planId, owner, situation, act, due, outcome, word } = plan;
  const field = `mot-${planId}`;
  return (
    <article class="ruled">
      <h2 class="fr-h5">{owner}</h2>
      <p class="plan__text">
        « Si {situation}, alors je {act}. »
      </p>
      <p class="plan__when">
        {dayText(due)}
        {outcome && ` · ${OUTCOMES[outcome]}`}
      </p>
      {word === null ? (
        <form method="post" action={`/accompagnements/${planId}`} novalidate>
          <div class={`fr-input-group${refused ? ' fr-input-group--error' : ''}`}>
            <label class="fr-label" for={field}>
              Votre mot
              <span class="fr-hint-text">
                Un encouragement ou une question, {LONGEST_WORD} caractères au plus, une seule fois. N’écrivez
                pas le nom d’un élève.
              </span>
            </label>
            <textarea
              class="fr-input"
              id={field}
              name="mot"
              rows={3}
              maxlength={LONGEST_WORD}
              aria-describedby={refused ? `${field}-erreur` : undefined}
              aria-invalid={refused ? 'true' : undefined}
            >
              {refused?.typed ?? ''}
            </textarea>
            {refused && (
              <p class="fr-error-text" id={`${field}-erreur`} tabindex={-1} data-read-first>
                {refused.problem}
              </p>
            )}
          </div>
          <button class="fr-btn" type="submit">
            Envoyer ce mot
          </button>
        </form>
      ) : (
        <p>Vous avez écrit : « {word} »</p>
      )}
      <form class="second-act" method="post" action={`/accompagnements/${planId}/refus`}>
        <button class="fr-btn fr-btn--tertiary" type="submit">
          {word === null ? 'Ne pas suivre ce plan' : 'Ne plus suivre ce plan'}
          <span class="fr-sr-only"> de {owner}</span>
        </button>
      </form>
    </article>
  );
}

async function write(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  if (!(await findAccompanied(app.db, viewer)).some(({ planId }) => planId === id)) {
    return refuse(visit, 'absent');
  }
  const typed = (await readForm(http)).mot?.[0] ?? '';
  const read = parseWord(typed);
  if ('problem' in read) return accompaniedPage(visit, { id, problem: read.problem, typed });
  const outcome = await writeWord(app.db, viewer, id, read.word, app.now());
  return outcome === 'absent' ? refuse(visit, 'absent') : http.redirect('/accompagnements', 303);
}

async function refuseToAccompany(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const declined = await decline(app.db, viewer, http.req.param('id') ?? '', app.now());
  return declined ? http.redirect('/accompagnements', 303) : refuse(visit, 'absent');
}
