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
import { schoolsHeaded, schoolsRun } from '../scope.store.ts';
import { chooseMails, isMailStopLink, stopFollowUpMails, wantsMails } from './mail.store.ts';

export const mailRoutes: Route[] = [
  route('GET', '/mon-compte/suivi', staff, showChoice),
  route('POST', '/mon-compte/suivi', staff, choose),
  route('GET', '/mon-compte/suivi/desinscription/:token', whoHoldsTheLink, askToStop),
  route('POST', '/mon-compte/suivi/desinscription/:token', whoHoldsTheLink, stop),
];

/** Those one writes to: who runs the GPDS of a school, or may chair it. */
const isWrittenTo = (viewer: Viewer) => schoolsRun(viewer).length + schoolsHeaded(viewer).length > 0;

async function showChoice(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  if (!isWrittenTo(viewer)) return refuse(visit, 'absent');
  const wanted = await wantsMails(app.db, viewer);
  return page(
    visit,
    { title: 'Courriels du suivi', narrow: true },
    <>
      <h1>Courriels du suivi</h1>
      {http.req.query('enregistre') && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>C’est enregistré.</p>
        </div>
      )}
      <p class="lede">
        Un collègue a donné une alerte, un élève demande à parler à un adulte, une famille s’oppose ou demande
        une correction : un courriel vous dit que quelque chose vous attend. Il ne dit ni quoi, ni de qui il
        s’agit.
      </p>
      <p>
        Un par jour de semaine au plus. Si personne n’a lu, un second part le lendemain, puis plus rien. Il va
        à qui anime le GPDS, et à la direction quand elle le préside.
      </p>
      {viewer.email === null ? (
        <p>Votre compte n’a pas d’adresse électronique : aucun courriel ne peut vous être envoyé.</p>
      ) : (
        <form method="post" action="/mon-compte/suivi">
          <fieldset class="answer">
            <legend class="answer__legend">Voulez-vous ces courriels ?</legend>
            <label class="choice">
              <input type="radio" name="courriels" value="oui" checked={wanted} />
              <span>
                Oui, m’écrire à <span class="address">{viewer.email}</span>
              </span>
            </label>
            <label class="choice">
              <input type="radio" name="courriels" value="non" checked={!wanted} />
              <span>Non, je regarde de moi-même</span>
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
          <p class="about">Chaque courriel contient un lien pour tout arrêter en un clic.</p>
        </form>
      )}
    </>,
  );
}

async function choose(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  if (!isWrittenTo(viewer)) return refuse(visit, 'absent');
  const wanted = (await readForm(http)).courriels?.[0] !== 'non';
  await chooseMails(app.db, viewer, wanted, app.now());
  return http.redirect('/mon-compte/suivi?enregistre=oui', 303);
}

/** The address is a key: no page it leads to is told of it. */
const NO_TRACE = { 'Referrer-Policy': 'no-referrer' };

/** Programs that follow links read this page and change nothing. */
async function askToStop(visit: Visit): Promise<Response> {
  const token = visit.http.req.param('token') ?? '';
  if (!(await isMailStopLink(visit.app.db, token))) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Ne plus recevoir les courriels du suivi', narrow: true, headers: NO_TRACE },
    <>
      <h1>Ne plus recevoir les courriels du suivi ?</h1>
      <p class="lede">
        Les alertes et les demandes resteront sur la page du suivi. Pensez à l’ouvrir chaque semaine : des
        collègues et des familles comptent sur votre réponse.
      </p>
      <form method="post" action={`/mon-compte/suivi/desinscription/${token}`}>
        <button class="fr-btn" type="submit">
          Arrêter ces courriels
        </button>
      </form>
    </>,
  );
}

/** The person's click, or the mail program's own button (RFC 8058): the link alone says who. */
async function stop(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  if (!(await stopFollowUpMails(app.db, http.req.param('token') ?? '', app.now())))
    return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Courriels du suivi arrêtés', narrow: true, headers: NO_TRACE },
    <>
      <h1>Les courriels du suivi sont arrêtés</h1>
      <p class="lede">Il n’y en aura plus. Ce qui arrive vous attend sur la page du suivi.</p>
      <p>
        Vous changez d’avis ? <a href="/mon-compte/suivi">Reprenez-les</a> dans votre compte.
      </p>
    </>,
  );
}
