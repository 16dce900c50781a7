import { say } from '../../log/index.ts';
import {
  anyone,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  route,
  TextField,
  type Visit,
} from '../../web/index.ts';
import {
  clearPendingEmail,
  clearSessionCookie,
  readPendingEmail,
  readSessionCookie,
  writePendingEmail,
} from '../cookie.ts';
import { listCharacters } from '../demonstration.store.ts';
import { groupCharacters } from '../demonstration.ts';
import { readForm, readReturnPath } from '../form.pages.ts';
import { MailFailure } from '../mail.ts';
import { findProviderSession } from '../providers/link.store.ts';
import { farewellUrl, ProviderButtons, reachable } from '../providers/provider.pages.tsx';
import { ReturnPathField } from '../return-path-field.tsx';
import { closeSession } from '../session.store.ts';
import { Characters } from './characters.pages.tsx';
import {
  createCode,
  isWithinEmailLimits,
  isWithinLimit,
  signInWithCode,
  withdrawCode,
} from './code.store.ts';
import { CODE_MINUTES, codeMail, parseCode, parseEmail } from './code.ts';
import { enter } from './enter.pages.ts';
import { withReturnPath } from './return-path.ts';
import { visitorAddress } from './visitor-address.pages.ts';

export const signInRoutes: Route[] = [
  route('GET', '/connexion', anyone, (visit) =>
    showSignIn(visit, { returnPath: readReturnPath(visit.http) }),
  ),
  route('POST', '/connexion/code', anyone, sendCode),
  route('GET', '/connexion/code', anyone, (visit) =>
    showCode(visit, {
      email: readPendingEmail(visit.http, visit.app.settings) ?? '',
      returnPath: readReturnPath(visit.http),
    }),
  ),
  route('POST', '/connexion', anyone, signIn),
  route('POST', '/deconnexion', anyone, signOut),
  route('GET', '/compte-efface', anyone, showErased),
];

type Status = 200 | 422 | 429 | 503;
type SignInForm = { returnPath: string | null; email?: string; errors?: FieldError[]; status?: Status };

async function showSignIn(visit: Visit, form: SignInForm): Promise<Response> {
  const { app, http, viewer } = visit;
  const { returnPath, errors = [], status = 200 } = form;
  const groups = app.settings.demonstration ? groupCharacters(await listCharacters(app.db)) : [];
  const byEmail = <EmailForm form={form} demonstration={app.settings.demonstration} />;
  const byCharacter = groups.length > 0 && <Characters groups={groups} returnPath={returnPath} />;
  // A mistake to correct comes first.
  const providers = reachable(visit, app.settings.identityProviders);
  const byProvider = providers.length > 0 && (
    <ProviderButtons providers={providers} returnPath={returnPath} />
  );
  const sections =
    errors.length > 0 ? [byEmail, byProvider, byCharacter] : [byCharacter, byProvider, byEmail];
  return page(
    visit,
    { title: errors.length > 0 ? 'Erreur : se connecter' : 'Se connecter', status, narrow: true },
    <>
      <h1>Se connecter</h1>
      {http.req.query('depart') && !viewer && (
        <div class="fr-alert fr-alert--success fr-mb-4w">
          <h2 class="fr-alert__title">Votre session est fermée</h2>
          <p>Personne ne peut plus ouvrir votre espace depuis cet appareil sans se connecter de nouveau.</p>
        </div>
      )}
      {viewer && (
        <p class="lede">
          La session de {viewer.name} est ouverte sur cet appareil.{' '}
          <a class="fr-link" href={returnPath ?? '/mon-espace'}>
            Continuer
          </a>
        </p>
      )}
      <ErrorSummary errors={errors} />
      {sections}
    </>,
  );
}

function EmailForm({ form, demonstration }: { form: SignInForm; demonstration: boolean }) {
  const { returnPath, email, errors = [] } = form;
  const second = demonstration && errors.length === 0;
  return (
    <section class={second ? 'other-way' : 'first-way'} aria-labelledby="par-courriel">
      <h2 id="par-courriel">
        {second ? 'Ou avec une adresse électronique' : 'Avec votre adresse électronique'}
      </h2>
      <p>
        {demonstration
          ? 'Inventez une adresse : aucun courriel ne part. Le message se lit sur une page ouverte à tout le monde.'
          : 'Nous vous envoyons un code à six chiffres. Pas de mot de passe à retenir. La première fois, le code crée votre espace.'}
      </p>
      <form method="post" action="/connexion/code" novalidate>
        <ReturnPathField returnPath={returnPath} />
        <TextField
          name="courriel"
          label="Adresse électronique"
          hint="Format attendu : prenom.nom@domaine.fr"
          type="email"
          autocomplete="email"
          required
          value={email}
          error={errorOf(errors, 'courriel')}
        />
        <button class="fr-btn" type="submit">
          Recevoir un code
        </button>
      </form>
    </section>
  );
}

const MAIL_NOT_SENT = 'Le message n’a pas pu partir. Rien n’est perdu : réessayez dans une minute.';

async function sendCode(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const { text, returnPath } = await readForm(http);
  const typed = text('courriel');
  const refuse = (status: Status, message: string) =>
    showSignIn(visit, { returnPath, email: typed, status, errors: [{ field: 'courriel', message }] });

  const email = parseEmail(typed);
  if (!email) return refuse(422, 'Écrivez une adresse complète, comme prenom.nom@domaine.fr.');
  const now = app.now();
  const address = visitorAddress(http, app.settings);
  if (!(await isWithinLimit(app.db, 'codesByAddress', address, now))) {
    return refuse(
      429,
      'Trop de codes ont été demandés depuis votre établissement ou votre réseau. Réessayez dans une heure.',
    );
  }
  if (!(await isWithinEmailLimits(app.db, { email, address, now }))) {
    return refuse(
      429,
      'Plusieurs codes sont déjà partis vers cette adresse. Cherchez le dernier dans vos courriels, même indésirables, ou réessayez dans une heure.',
    );
  }
  const { id, code } = await createCode(app.db, email, now);
  try {
    await app.sendMail(codeMail(email, code));
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    say('warn', { event: 'mail-not-sent', reason: error.message });
    await withdrawCode(app.db, { id, email, address, now });
    return refuse(503, MAIL_NOT_SENT);
  }
  writePendingEmail(http, app.settings, email);
  return http.redirect(withReturnPath('/connexion/code', returnPath), 303);
}

type CodeForm = {
  email: string;
  code?: string;
  returnPath: string | null;
  errors?: FieldError[];
  status?: Status;
};

function showCode(visit: Visit, { email, code, returnPath, errors = [], status = 200 }: CodeForm): Response {
  const known = email !== '' && errorOf(errors, 'courriel') === undefined;
  return page(
    visit,
    { title: errors.length > 0 ? 'Erreur : entrer le code' : 'Entrer le code', status, narrow: true },
    <>
      <h1>Entrez le code reçu</h1>
      <ErrorSummary errors={errors} />
      <p class="lede">
        {known ? (
          <>
            Nous avons envoyé six chiffres à <strong class="address">{email}</strong>.
          </>
        ) : (
          'Le code a six chiffres. Il se trouve dans le courriel que nous vous avons envoyé.'
        )}
      </p>
      {visit.app.settings.demonstration && (
        <p>
          <a class="fr-link" href={withReturnPath('/demo/courriels', returnPath)}>
            Lire le courriel de la démonstration
          </a>
        </p>
      )}
      <form method="post" action="/connexion" novalidate>
        <ReturnPathField returnPath={returnPath} />
        {known ? (
          <input type="hidden" name="courriel" value={email} />
        ) : (
          <TextField
            name="courriel"
            label="Adresse électronique"
            hint="Celle à laquelle le code a été envoyé (obligatoire)"
            type="email"
            autocomplete="email"
            required
            value={email}
            error={errorOf(errors, 'courriel')}
          />
        )}
        <TextField
          name="code"
          label="Code à six chiffres"
          hint={`Valable ${CODE_MINUTES} minutes, une seule fois${known ? '' : ' (obligatoire)'}`}
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          required
          value={code}
          error={errorOf(errors, 'code')}
        />
        <button class="fr-btn" type="submit">
          Se connecter
        </button>
      </form>
      <section class="other-way" aria-labelledby="rien-recu">
        <h2 id="rien-recu">Rien reçu ?</h2>
        <p>Le courriel met parfois une minute ou deux. Regardez aussi dans les indésirables.</p>
        {known && (
          <form method="post" action="/connexion/code">
            <ReturnPathField returnPath={returnPath} />
            <input type="hidden" name="courriel" value={email} />
            <button class="fr-btn fr-btn--secondary" type="submit">
              Envoyer un autre code
            </button>
          </form>
        )}
        <p>
          <a class="fr-link" href={withReturnPath('/connexion', returnPath)}>
            Changer d’adresse
          </a>
        </p>
      </section>
    </>,
  );
}

const WRONG_CODE =
  'Ce code n’est pas le bon, ou il n’est plus valable. Vérifiez les six chiffres, ou demandez un autre code plus bas.';

async function signIn(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const { text, returnPath } = await readForm(http);
  const typed = { email: text('courriel'), code: text('code') };
  const refuse = (status: Status, field: 'courriel' | 'code', message: string) =>
    showCode(visit, { ...typed, returnPath, status, errors: [{ field, message }] });

  const email = parseEmail(typed.email);
  if (!email) return refuse(422, 'courriel', 'Écrivez l’adresse à laquelle le code a été envoyé.');
  const code = parseCode(typed.code);
  if (!code)
    return refuse(422, 'code', 'Le code a six chiffres : recopiez-le tel qu’il est dans le courriel.');
  if (!(await isWithinLimit(app.db, 'attemptsByAddress', visitorAddress(http, app.settings), app.now()))) {
    return refuse(
      429,
      'code',
      'Trop d’essais depuis votre établissement ou votre réseau. Réessayez dans une heure.',
    );
  }
  const formerToken = readSessionCookie(http, app.settings);
  const outcome = await signInWithCode(app.db, { email, code, formerToken, now: app.now() });
  if ('refused' in outcome) {
    app.watch?.happened('sign-in-failed');
    return refuse(422, 'code', WRONG_CODE);
  }
  clearPendingEmail(http, app.settings);
  return enter(visit, outcome, returnPath);
}

async function signOut(visit: Visit): Promise<Response> {
  const { app, http, viewer } = visit;
  const token = readSessionCookie(http, app.settings);
  const elsewhere = viewer && token ? await findProviderSession(app.db, token) : null;
  if (viewer && token) await closeSession(app.db, token, viewer.auditActor, app.now());
  clearSessionCookie(http, app.settings);
  clearPendingEmail(http, app.settings);
  // What the browser kept for this session leaves with it, with or without JavaScript.
  http.header('Clear-Site-Data', '"storage"');
  return http.redirect((await farewellUrl(visit, elsewhere)) ?? '/connexion?depart=oui', 303);
}

/** Where the erasure of an account ends; somebody still signed in has not come from there. */
function showErased(visit: Visit): Response {
  const { app, http, viewer } = visit;
  if (viewer) return http.redirect('/mes-donnees', 303);
  clearSessionCookie(http, app.settings);
  clearPendingEmail(http, app.settings);
  return page(
    visit,
    { title: 'Votre compte est effacé', narrow: true },
    <>
      <h1>Votre compte est effacé</h1>
      <p class="lede">
        Votre nom, votre adresse, vos réponses et vos résultats n’existent plus dans notre base. Personne ne
        peut les faire revenir, pas même nous.
      </p>
      <p>
        Les copies de sauvegarde, s’il y en a, disparaissent selon le calendrier indiqué à la page{' '}
        <a href="/donnees-personnelles">Données personnelles</a>.
      </p>
      <p>
        <a class="fr-btn" href="/">
          Page d’accueil
        </a>
      </p>
    </>,
  );
}
