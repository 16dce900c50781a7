import {
  longDate,
  originOf,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../web/index.ts';
import { findAchievement } from './achievement.ts';
import { type Earned, findBadges, findEarned, makeBadge, type OwnBadge, revokeBadge } from './badge.store.ts';
import { findSigningKey } from './key.store.ts';

/** For whoever earned them. */
export const badgeRoutes: Route[] = [
  route('GET', '/badges', staff, showBadges),
  route('POST', '/badges', staff, make),
  route('GET', '/badges/nouveau', staff, showPreview),
  route('GET', '/badges/:id/retrait', staff, askRevocation),
  route('POST', '/badges/:id/retrait', staff, revoke),
];

const isOf =
  ({ achievement, confirmation }: Earned) =>
  (badge: OwnBadge) =>
    badge.achievement === achievement.id && badge.confirmation === confirmation;

const addressFor = ({ achievement, confirmation }: Earned) =>
  `/badges/nouveau?pour=${achievement.id}${confirmation ? `&confirmation=${confirmation}` : ''}`;

async function showBadges(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const badges = await findBadges(app.db, viewer);
  const earned = await findEarned(app.db, viewer, app.content);
  const possible = earned.filter((one) => !badges.some(isOf(one)));
  return page(
    visit,
    { title: 'Mes badges', narrow: true },
    <>
      <h1>Mes badges</h1>
      <p class="lede">
        Un badge est un fichier signé, que vous donnez à qui vous voulez. Il se vérifie sans nous demander qui
        vous êtes, ne dit aucun niveau, et vous pouvez le retirer.
      </p>
      {badges.length > 0 && (
        <ul class="listing">
          {badges.map(({ id, achievement, madeAt }) => {
            const name = findAchievement(app.content, achievement)?.name ?? achievement;
            return (
              <li>
                <p class="listing__title">{name}</p>
                <p class="listing__why">Signé le {longDate(madeAt)}</p>
                <p class="links">
                  <a href={`/badges/${id}`}>
                    Ce que voit qui le reçoit<span class="fr-sr-only"> : {name}</span>
                  </a>
                  <a href={`/badges/${id}/badge.jwt`}>
                    Le fichier du badge<span class="fr-sr-only"> : {name}</span>
                  </a>
                  <a href={`/badges/${id}/retrait`}>
                    Retirer<span class="fr-sr-only"> : {name}</span>
                  </a>
                </p>
              </li>
            );
          })}
        </ul>
      )}
      <h2>Ce qui peut devenir un badge</h2>
      {possible.length === 0 ? (
        <p>
          {badges.length > 0 ? 'Rien d’autre pour l’instant.' : 'Rien encore.'} Un{' '}
          <a href="/mon-parcours">parcours</a> devient un badge quand vous avez terminé un module de chaque
          compétence d’un domaine ; une <a href="/certificat/dossier/pairs">pratique</a>, quand un pair la
          confirme.
        </p>
      ) : (
        <ul class="listing">
          {possible.map((one) => (
            <li>
              <p class="listing__title">
                <a href={addressFor(one)}>{one.achievement.name}</a>
              </p>
              <p class="listing__why">{one.evidence.narrative}</p>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

async function earnedFor(
  { app, viewer }: Visit<Viewer>,
  pour: string | undefined,
  confirmation: string | undefined,
): Promise<Earned | undefined> {
  const badges = await findBadges(app.db, viewer);
  return (await findEarned(app.db, viewer, app.content)).find(
    (one) =>
      one.achievement.id === pour &&
      (one.confirmation ?? '') === (confirmation ?? '') &&
      !badges.some(isOf(one)),
  );
}

async function showPreview(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const earned = await earnedFor(visit, http.req.query('pour'), http.req.query('confirmation'));
  if (!earned) return refuse(visit, 'absent');
  const key = await findSigningKey(app.db, app.settings, originOf(http, app.settings), app.now());
  return page(
    visit,
    { title: 'Faire un badge', narrow: true },
    <>
      <h1>Faire ce badge ?</h1>
      <p class="lede">{earned.achievement.name}</p>
      <h2>Ce qu’il dira</h2>
      <ul>
        <li>{earned.achievement.description}</li>
        <li>{earned.evidence.narrative}</li>
        <li>La date du jour, et que l’Application Persévérance l’a signé.</li>
        {viewer.email !== null && (
          <li>
            Une empreinte de votre adresse électronique : qui connaît déjà votre adresse peut vérifier que le
            badge est à vous, personne ne peut l’y lire.
          </li>
        )}
      </ul>
      <h2>Ce qu’il ne dira pas</h2>
      <p>
        Ni niveau, ni réponse, ni le nom de la personne qui a confirmé, ni ce qu’elle a écrit
        {viewer.email === null ? '.' : ', ni votre nom si vous ne le voulez pas.'}
      </p>
      {key ? (
        <form method="post" action="/badges">
          <input type="hidden" name="pour" value={earned.achievement.id} />
          <input type="hidden" name="confirmation" value={earned.confirmation ?? ''} />
          {viewer.email === null ? (
            <p>Il portera votre nom, « {viewer.name} » : votre compte n’a pas d’adresse.</p>
          ) : (
            <label class="choice">
              <input type="checkbox" name="nom" value="oui" />
              <span>Y écrire aussi mon nom en clair, « {viewer.name} »</span>
            </label>
          )}
          <p class="actions">
            <button class="fr-btn" type="submit">
              Faire signer ce badge
            </button>
            <a class="fr-btn fr-btn--tertiary" href="/badges">
              Y renoncer
            </a>
          </p>
        </form>
      ) : (
        <p>Ce site ne signe pas encore de badges : son exploitant n’a pas posé de clé.</p>
      )}
    </>,
  );
}

async function make(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const fields = await readForm(http);
  const earned = await earnedFor(visit, fields.pour?.[0], fields.confirmation?.[0]);
  const origin = originOf(http, app.settings);
  const key = await findSigningKey(app.db, app.settings, origin, app.now());
  if (!earned || !key) return http.redirect('/badges', 303);
  const name = fields.nom?.[0] === 'oui';
  await makeBadge(app.db, viewer, earned, { name, key, origin, now: app.now() });
  return http.redirect('/badges', 303);
}

async function ownBadge({ app, viewer, http }: Visit<Viewer>): Promise<OwnBadge | undefined> {
  return (await findBadges(app.db, viewer)).find(({ id }) => id === http.req.param('id'));
}

async function askRevocation(visit: Visit<Viewer>): Promise<Response> {
  const badge = await ownBadge(visit);
  if (!badge) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Retirer un badge', narrow: true },
    <>
      <h1>Retirer ce badge ?</h1>
      <p class="lede">{findAchievement(visit.app.content, badge.achievement)?.name ?? badge.achievement}</p>
      <p>
        Son fichier restera chez celles et ceux qui l’ont reçu, mais toute vérification dira qu’il est retiré.
        Seul un numéro sans nom en restera. Vous pourrez en faire un autre.
      </p>
      <form method="post" action={`/badges/${badge.id}/retrait`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Retirer
          </button>
          <a class="fr-btn fr-btn--secondary" href="/badges">
            Le garder
          </a>
        </p>
      </form>
    </>,
  );
}

async function revoke(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const revoked = await revokeBadge(app.db, viewer, http.req.param('id') ?? '', app.now());
  return revoked ? http.redirect('/badges', 303) : refuse(visit, 'absent');
}
