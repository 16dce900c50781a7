import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readSessionCookie, writeSessionCookie } from '../cookie.ts';
import { readForm } from '../form.pages.ts';
import { ROLE_NAMES } from '../roles.ts';
import { isSessionLong, setSessionLength } from '../session.store.ts';
import { ABSOLUTE_HOURS, IDLE_HOURS, LONG_HOURS } from '../session.ts';
import { ProfessionField, readSchoolSearch, SchoolChoice } from './choices.pages.tsx';
import { findProfile, saveProfile, saveRereading, saveSchool } from './profile.store.ts';
import { NAME_REFUSALS, parseName, parseProfession } from './profile.ts';

export const accountRoutes: Route[] = [
  route('GET', '/mon-compte', staff, showAccount),
  route('POST', '/mon-compte', staff, changeAccount),
  route('POST', '/mon-compte/session', staff, changeSession),
  route('POST', '/mon-compte/relecture', staff, changeRereading),
];

async function showAccount(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const change = http.req.query('modifier');
  if (change === 'nom') return showName(visit, viewer.name);
  if (change === 'metier') return showProfession(visit);
  if (change === 'etablissement') return showSchool(visit);
  if (change !== undefined) return refuse(visit, 'absent');

  const { name, profession, school } = await findProfile(app.db, viewer);
  const professions: Record<string, { label: string }> = app.content.professions;
  const declared = viewer.memberships.some((one) => one.school === school?.uai && one.declared);
  const token = readSessionCookie(http, app.settings);
  const long = token !== undefined && (await isSessionLong(app.db, token));
  const roles = viewer.memberships.filter(({ role }) => role !== 'agent').map(({ role }) => ROLE_NAMES[role]);
  return page(
    visit,
    { title: 'Mon compte', narrow: true },
    <>
      <h1>Mon compte</h1>
      {http.req.query('enregistre') && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>C’est enregistré.</p>
        </div>
      )}
      <dl class="particulars">
        <Line term="Nom affiché" value={name} change="nom" />
        <Line
          term="Métier"
          value={(profession && professions[profession]?.label) ?? 'Non précisé'}
          change="metier"
        />
        <Line
          term="Établissement"
          value={school ? `${school.name}, ${school.city}${school.closedOn ? ' (fermé)' : ''}` : 'Aucun'}
          change="etablissement"
        />
        {school && (
          <Line
            term="Rattachement"
            value={declared ? 'En attente de confirmation' : 'Confirmé'}
            href="/mon-compte/rattachement"
          />
        )}
        {roles.length > 0 && <Line term="Rôle" value={roles.join(', ')} />}
        {viewer.email && <Line term="Adresse électronique" value={viewer.email} />}
      </dl>
      <WithheldRoles viewer={viewer} />
      <Rereading rereads={viewer.rereadsAnswers === true} />
      <SessionLength long={long} />
      <p class="fr-mt-3w">
        <a class="fr-link" href="/mon-compte/rappels">
          Rappels par courriel : choisir un rythme, ou aucun
        </a>
      </p>
      {viewer.memberships.some(({ role }) => role === 'referent' || role === 'direction') && (
        <p>
          <a class="fr-link" href="/mon-compte/suivi">
            Courriels du suivi : être prévenu qu’une alerte ou une demande attend
          </a>
        </p>
      )}
      <p>
        <a class="fr-link" href="/avis">
          Mon avis : quand il m’est demandé, ou jamais
        </a>
      </p>
      <p>
        <a class="fr-link" href="/mes-donnees">
          Télécharger mes données ou effacer mon compte
        </a>
      </p>
    </>,
  );
}

function WithheldRoles({ viewer: { withheld = [] } }: { viewer: Viewer }) {
  if (withheld.length === 0) return null;
  return (
    <div class="fr-alert fr-alert--info fr-mb-4w">
      <h2 class="fr-alert__title">Un rôle demande deux preuves</h2>
      <p>
        {[...new Set(withheld.map(({ role }) => ROLE_NAMES[role]))].join(', ')} : ces pages ne s’ouvrent
        qu’après une connexion avec deux preuves (mot de passe et code, clé ou carte). Fermez votre session,
        puis choisissez votre compte professionnel. Votre espace personnel, lui, reste ouvert.
      </p>
    </div>
  );
}

/** An answer once recorded cannot be changed: whoever wishes reads it once more before. */
function Rereading({ rereads }: { rereads: boolean }) {
  return (
    <section aria-labelledby="relecture">
      <h2 id="relecture">Mes réponses aux questions</h2>
      <p>
        {rereads
          ? 'Chaque réponse vous est montrée avant d’être enregistrée : vous la confirmez ou vous la changez.'
          : 'Une réponse validée est enregistrée aussitôt, et ne se change plus. Vous pouvez demander à relire chaque réponse avant de l’enregistrer.'}
      </p>
      <form class="buttons" method="post" action="/mon-compte/relecture">
        <input type="hidden" name="relecture" value={rereads ? 'non' : 'oui'} />
        <button class="fr-btn fr-btn--secondary" type="submit">
          {rereads ? 'Ne plus relire avant d’enregistrer' : 'Relire chaque réponse avant de l’enregistrer'}
        </button>
      </form>
    </section>
  );
}

async function changeRereading(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const rereads = text('relecture') === 'oui';
  if (!rereads && text('relecture') !== 'non') return refuse(visit, 'absent');
  await saveRereading(app.db, viewer, rereads, app.now());
  return http.redirect('/mon-compte?enregistre=oui', 303);
}

/** Two hours are short for whoever reads or writes slowly: a whole day is theirs for the asking. */
function SessionLength({ long }: { long: boolean }) {
  return (
    <section aria-labelledby="duree">
      <h2 id="duree">Ma session</h2>
      <p>
        {long
          ? `Elle reste ouverte ${LONG_HOURS} heures après la connexion, même sans rien faire. Pensez à la fermer si l’appareil n’est pas qu’à vous.`
          : `Elle se ferme après ${IDLE_HOURS} heures sans rien faire, et ${ABSOLUTE_HOURS} heures après la connexion. Vous pouvez la garder ${LONG_HOURS} heures, sur un appareil qui n’est qu’à vous.`}
      </p>
      <form class="buttons" method="post" action="/mon-compte/session">
        <input type="hidden" name="duree" value={long ? 'habituelle' : 'longue'} />
        <button class="fr-btn fr-btn--secondary" type="submit">
          {long ? 'Revenir à la durée habituelle' : `La garder ${LONG_HOURS} heures`}
        </button>
      </form>
    </section>
  );
}

async function changeSession(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const token = readSessionCookie(http, app.settings);
  const long = text('duree') === 'longue';
  if (!token || !(long || text('duree') === 'habituelle')) return refuse(visit, 'absent');
  await setSessionLength(app.db, { token, actor: viewer.auditActor }, long, app.now());
  writeSessionCookie(http, app.settings, token, long ? LONG_HOURS : ABSOLUTE_HOURS);
  return http.redirect('/mon-compte?enregistre=oui', 303);
}

function Line({
  term,
  value,
  change,
  href = change && `/mon-compte?modifier=${change}`,
}: {
  term: string;
  value: string;
  change?: string;
  href?: string | undefined;
}) {
  return (
    <div class="particulars__line">
      <dt>{term}</dt>
      <dd class="address">{value}</dd>
      {href && (
        <dd class="account__change">
          <a class="fr-link" href={href}>
            {change ? 'Modifier' : 'Voir'}
            <span class="fr-sr-only"> : {term}</span>
          </a>
        </dd>
      )}
    </div>
  );
}

async function changeAccount(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const done = () => http.redirect('/mon-compte?enregistre=oui', 303);
  switch (text('modifier')) {
    case 'nom': {
      const reading = parseName(text('nom'));
      if ('refused' in reading) return showName(visit, text('nom'), NAME_REFUSALS[reading.refused]);
      await saveProfile(app.db, viewer, { name: reading.name }, app.now());
      return done();
    }
    case 'metier': {
      const profession = parseProfession(text('metier'));
      if (!profession) return showProfession(visit, 'Choisissez votre métier.');
      await saveProfile(app.db, viewer, { profession }, app.now());
      return done();
    }
    case 'etablissement': {
      const saved = await saveSchool(app.db, viewer, text('etablissement'), app.now());
      if (saved !== 'saved') return showSchool(visit, 'Choisissez un établissement de la liste, ou aucun.');
      return done();
    }
    default:
      return refuse(visit, 'absent');
  }
}

function showName(visit: Visit<Viewer>, name: string, error?: string): Response {
  const errors: FieldError[] = error ? [{ field: 'nom', message: error }] : [];
  return page(
    visit,
    { title: error ? 'Erreur : changer de nom' : 'Changer de nom', status: error ? 422 : 200, narrow: true },
    <>
      <h1>Changer de nom</h1>
      <ErrorSummary errors={errors} />
      <form method="post" action="/mon-compte" novalidate>
        <input type="hidden" name="modifier" value="nom" />
        <TextField
          name="nom"
          label="Comment souhaitez-vous que l’on vous appelle ?"
          hint="Un prénom suffit."
          autocomplete="name"
          required
          value={name}
          error={errorOf(errors, 'nom')}
        />
        <Buttons />
      </form>
    </>,
  );
}

function showProfession(visit: Visit<Viewer>, error?: string): Response {
  return page(
    visit,
    {
      title: error ? 'Erreur : changer de métier' : 'Changer de métier',
      status: error ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Changer de métier</h1>
      <ErrorSummary errors={error ? [{ field: 'metier', message: error }] : []} />
      <form method="post" action="/mon-compte" novalidate>
        <input type="hidden" name="modifier" value="metier" />
        <ProfessionField
          content={visit.app.content}
          chosen={visit.viewer.profession}
          error={error}
          legend={
            <>
              Quel est votre métier ?{' '}
              <span class="fr-hint-text">
                Le changement vaut pour vos prochaines évaluations. Celles déjà commencées ne changent pas.
              </span>
            </>
          }
        />
        <Buttons />
      </form>
    </>,
  );
}

async function showSchool(visit: Visit<Viewer>, error?: string): Promise<Response> {
  const { school } = await findProfile(visit.app.db, visit.viewer);
  const search = await readSchoolSearch(visit);
  const roles = visit.viewer.memberships
    .filter((one) => one.school !== null && one.role !== 'agent')
    .map(({ role }) => ROLE_NAMES[role].toLowerCase());
  return page(
    visit,
    {
      title: error ? 'Erreur : changer d’établissement' : 'Changer d’établissement',
      status: error ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>{search.absent ? 'Votre établissement n’est pas dans la liste' : 'Changer d’établissement'}</h1>
      {error && <ErrorSummary errors={[{ field: 'recherche', message: error }]} />}
      {roles.length > 0 && (
        <div class="fr-alert fr-alert--warning fr-mb-3w">
          <h2 class="fr-alert__title">Ce que vous quitterez</h2>
          <p>
            Changer d’établissement met fin aussitôt à ce rôle : {roles.join(', ')}. Pensez à{' '}
            <a href="/suivi/passation">passer la main</a> avant.
          </p>
        </div>
      )}
      <SchoolChoice
        search={search}
        current={school}
        action="/mon-compte"
        fields={{ modifier: 'etablissement' }}
        returnPath={null}
        error={error}
      />
      <p class="fr-mt-4w">
        <a class="fr-link" href="/mon-compte">
          Ne rien changer
        </a>
      </p>
    </>,
  );
}

function Buttons() {
  return (
    <p class="buttons">
      <button class="fr-btn" type="submit">
        Enregistrer
      </button>
      <a class="fr-link" href="/mon-compte">
        Ne rien changer
      </a>
    </p>
  );
}
