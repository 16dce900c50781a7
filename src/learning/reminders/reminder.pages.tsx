import {
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
  whoHoldsTheLink,
} from '../../web/index.ts';
import { parseWish, RHYTHMS, USUAL_WEEKDAY, WEEKDAYS, type Wish } from './rhythm.ts';
import { findWish, isStopLink, saveWish, stopMails } from './wish.store.ts';

export const reminderRoutes: Route[] = [
  route('GET', '/mon-compte/rappels', staff, showWish),
  route('POST', '/mon-compte/rappels', staff, choose),
  route('GET', '/desinscription/:token', whoHoldsTheLink, askToStop),
  route('POST', '/desinscription/:token', whoHoldsTheLink, stop),
];

const NOT_ASKED: Wish = { rhythm: 'never', weekday: USUAL_WEEKDAY, plans: false };

async function showWish(visit: Visit<Viewer>): Promise<Response> {
  return wishPage(visit, (await findWish(visit.app.db, visit.viewer)) ?? NOT_ASKED, null);
}

function wishPage(visit: Visit<Viewer>, wish: Wish, problem: string | null): Response {
  const { viewer, http } = visit;
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Rappels par courriel`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Rappels par courriel</h1>
      {http.req.query('enregistre') && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>C’est enregistré.</p>
        </div>
      )}
      <p class="lede">
        Un courriel ne part que si quelque chose vous attend : des cartes à réviser, ou un plan dont la date
        arrive. Il ne dit ni quoi, ni où vous en êtes. Sans choix de votre part, rien ne part.
      </p>
      {viewer.email === null ? (
        <p>Votre compte n’a pas d’adresse électronique : aucun courriel ne peut vous être envoyé.</p>
      ) : (
        <form method="post" action="/mon-compte/rappels" novalidate>
          <fieldset class="answer" aria-describedby={problem ? 'probleme' : undefined}>
            <legend class="answer__legend">À quel rythme ?</legend>
            {problem && (
              <p class="answer__problem" id="probleme" tabindex={-1} data-read-first>
                {problem}
              </p>
            )}
            {Object.entries(RHYTHMS).map(([value, text]) => (
              <label class="choice">
                <input type="radio" name="rythme" value={value} checked={wish.rhythm === value} />
                <span>
                  {text}
                  {HINTS[value] && <span class="fr-hint-text">{HINTS[value]}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <div class="fr-select-group">
            <label class="fr-label" for="jour">
              Le jour <span class="fr-hint-text">Le courriel part le matin, après sept heures.</span>
            </label>
            <select class="fr-select date-field" id="jour" name="jour">
              {WEEKDAYS.map((name, index) => (
                <option value={String(index + 1)} selected={wish.weekday === index + 1}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <fieldset class="answer">
            <legend class="answer__legend">Et pour vos plans ?</legend>
            <label class="choice">
              <input type="checkbox" name="plans" value="oui" checked={wish.plans} />
              <span>
                M’écrire à la date d’un plan : qu’est-ce qui s’est passé ?
                <span class="fr-hint-text">
                  Et quand la personne à qui je montre un plan m’a écrit un mot.
                </span>
              </span>
            </label>
          </fieldset>
          <p class="actions">
            <button class="fr-btn" type="submit">
              Enregistrer
            </button>
            <a class="fr-btn fr-btn--tertiary" href="/mon-compte">
              Mon compte
            </a>
          </p>
          <p class="about">
            Les courriels partiront à <span class="address">{viewer.email}</span>. Chacun contient un lien
            pour tout arrêter en un clic.
          </p>
        </form>
      )}
    </>,
  );
}

const HINTS: Record<string, string> = {
  'twice-monthly': 'La première et la troisième semaine du mois.',
  monthly: 'La première semaine du mois.',
};

async function choose(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const wish = parseWish({
    rhythm: fields.rythme?.[0],
    weekday: fields.jour?.[0] ?? String(USUAL_WEEKDAY),
    plans: fields.plans?.[0],
  });
  if (!wish) {
    const kept = { ...NOT_ASKED, plans: fields.plans?.[0] === 'oui' };
    return wishPage(visit, kept, 'Choisissez un rythme et un jour.');
  }
  await saveWish(app.db, viewer, wish, app.now());
  const back = fields.retour?.[0] === 'parcours' ? '/mon-parcours' : '/mon-compte/rappels?enregistre=oui';
  return http.redirect(back, 303);
}

/** Asked once, after a first module: « no » is an answer too. */
export function AskForReminders() {
  return (
    <section class="invitation">
      <h2 class="fr-h5">Voulez-vous un courriel quand quelque chose vous attend ?</h2>
      <p>Les questions de votre module vont revenir, de plus en plus espacées : c’est ainsi qu’on retient.</p>
      <form class="actions" method="post" action="/mon-compte/rappels">
        <input type="hidden" name="rythme" value="never" />
        <input type="hidden" name="retour" value="parcours" />
        <a class="fr-btn fr-btn--secondary" href="/mon-compte/rappels">
          Choisir un rythme
        </a>
        <button class="fr-btn fr-btn--tertiary" type="submit">
          Non merci
        </button>
      </form>
    </section>
  );
}

/** Programs that follow links read this page and change nothing. */
async function askToStop(visit: Visit): Promise<Response> {
  const token = visit.http.req.param('token') ?? '';
  if (!(await isStopLink(visit.app.db, token))) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Ne plus recevoir de rappels', narrow: true, headers: NO_TRACE },
    <>
      <h1>Ne plus recevoir de rappels ?</h1>
      <p class="lede">
        Vous ne recevrez plus de courriel quand une carte revient ou qu’un plan arrive à sa date. Votre compte
        et votre parcours restent comme ils sont.
      </p>
      <form method="post" action={`/desinscription/${token}`}>
        <button class="fr-btn" type="submit">
          Arrêter les rappels
        </button>
      </form>
    </>,
  );
}

/** The person's click, or the mail program's own button (RFC 8058): the link alone says who. */
async function stop(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  if (!(await stopMails(app.db, http.req.param('token') ?? '', app.now()))) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Rappels arrêtés', narrow: true, headers: NO_TRACE },
    <>
      <h1>Les rappels sont arrêtés</h1>
      <p class="lede">
        Il n’y en aura plus. Seuls les codes que vous demandez pour vous connecter partiront.
      </p>
      <p>
        Vous changez d’avis ? <a href="/mon-compte/rappels">Choisissez un autre rythme</a> dans votre compte.
      </p>
    </>,
  );
}

/** The address is a key: no page it leads to is told of it. */
const NO_TRACE = { 'Referrer-Policy': 'no-referrer' };
