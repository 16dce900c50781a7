import { say } from '../../log/index.ts';
import {
  anyone,
  type IdentityProvider,
  originOf,
  page,
  type Route,
  refuse,
  route,
  type Visit,
} from '../../web/index.ts';
import { clearAttemptCookie, readAttemptCookie, readSessionCookie, writeAttemptCookie } from '../cookie.ts';
import { readReturnPath } from '../form.pages.ts';
import { enter } from '../sign-in/enter.pages.ts';
import { withReturnPath } from '../sign-in/return-path.ts';
import { signInWithIdentity } from './link.store.ts';
import { newAttempt, readAttempt, writeAttempt } from './provider.ts';
import { authorizationUrl, endSessionUrl, identify, ProviderAway, ProviderRefused } from './relying-party.ts';

export const providerRoutes: Route[] = [
  route('GET', '/connexion/fournisseur/:id', anyone, leaveForProvider),
  route('GET', '/connexion/retour/:id', anyone, comeBack),
  route('GET', '/deconnexion/retour', anyone, ({ http }) => http.redirect('/connexion?depart=oui', 303)),
];

/** The way in by the providers of this place, when there are some. */
export function ProviderButtons({
  providers,
  returnPath,
}: {
  providers: readonly IdentityProvider[];
  returnPath: string | null;
}) {
  return (
    <section class="first-way" aria-labelledby="par-fournisseur">
      <h2 id="par-fournisseur">Avec votre compte professionnel</h2>
      <ul>
        {providers.map(({ id, label }) => (
          <li>
            <a class="fr-btn" href={withReturnPath(`/connexion/fournisseur/${id}`, returnPath)}>
              S’identifier avec {label}
            </a>
          </li>
        ))}
      </ul>
      <p>
        Nous recevons votre nom et votre adresse professionnelle. Votre établissement et votre rôle se disent
        ici, ensuite.
      </p>
    </section>
  );
}

/** The provider of the demonstration is on this machine: from another address the way back would not be found. */
export function reachable(
  { app, http }: Visit,
  providers: readonly IdentityProvider[],
): readonly IdentityProvider[] {
  const origin = originOf(http, app.settings);
  return providers.filter(({ id, issuer }) => id !== 'demonstration' || new URL(issuer).origin === origin);
}

const providerOf = ({ app, http }: Visit) =>
  app.settings.identityProviders.find(({ id }) => id === http.req.param('id'));

const returnUriOf = ({ app, http }: Visit, path: string) => `${originOf(http, app.settings)}${path}`;

async function leaveForProvider(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const provider = providerOf(visit);
  if (!provider) return refuse(visit, 'absent');
  const returnPath = readReturnPath(http);
  const attempt = newAttempt(provider, returnPath);
  try {
    const url = await authorizationUrl(
      provider,
      attempt,
      returnUriOf(visit, `/connexion/retour/${provider.id}`),
    );
    writeAttemptCookie(http, app.settings, writeAttempt(attempt));
    return http.redirect(url.href, 303);
  } catch (error) {
    return showFailure(visit, provider, error, returnPath);
  }
}

async function comeBack(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const provider = providerOf(visit);
  if (!provider) return refuse(visit, 'absent');
  const attempt = readAttempt(readAttemptCookie(http, app.settings));
  // Once only: coming back again with the same address finds no attempt.
  clearAttemptCookie(http, app.settings);
  if (attempt?.provider !== provider.id) return showFailure(visit, provider, NO_ATTEMPT, null);
  const { returnPath } = attempt;
  if (http.req.query('error') === 'access_denied' && http.req.query('state') === attempt.state) {
    return http.redirect(withReturnPath('/connexion', returnPath), 303);
  }
  const { pathname, search } = new URL(http.req.url);
  try {
    const identity = await identify(provider, attempt, new URL(returnUriOf(visit, `${pathname}${search}`)));
    const outcome = await signInWithIdentity(app.db, {
      identity,
      provider: provider.id,
      formerToken: readSessionCookie(http, app.settings),
      now: app.now(),
    });
    if ('refused' in outcome) return showNoAddress(visit, provider, returnPath);
    return enter(visit, outcome, returnPath);
  } catch (error) {
    return showFailure(visit, provider, error, returnPath);
  }
}

const NO_ATTEMPT = new ProviderRefused('no attempt in this browser');

function showFailure(
  visit: Visit,
  provider: IdentityProvider,
  error: unknown,
  returnPath: string | null,
): Response {
  const away = error instanceof ProviderAway;
  if (!away && !(error instanceof ProviderRefused)) throw error;
  say('warn', { event: 'provider-failed', provider: provider.id, reason: error.message });
  visit.app.watch?.happened('sign-in-failed');
  return page(
    visit,
    { title: 'La connexion n’a pas abouti', status: away ? 503 : 422, narrow: true },
    <>
      <h1>La connexion n’a pas abouti</h1>
      <p class="lede">
        {away
          ? `${provider.label} ne répond pas pour l’instant. Rien n’est perdu : réessayez dans quelques minutes.`
          : 'Cette page a peut-être été ouverte deux fois, ou la demande a expiré. Recommencez : cela suffit presque toujours.'}
      </p>
      <p>
        <a class="fr-btn" href={withReturnPath(`/connexion/fournisseur/${provider.id}`, returnPath)}>
          Recommencer avec {provider.label}
        </a>
      </p>
      <p>
        <a href={withReturnPath('/connexion', returnPath)}>Se connecter autrement</a>
      </p>
    </>,
  );
}

function showNoAddress(visit: Visit, { label }: IdentityProvider, returnPath: string | null): Response {
  return page(
    visit,
    { title: 'Il manque votre adresse', status: 422, narrow: true },
    <>
      <h1>Il manque votre adresse</h1>
      <p class="lede">
        {label} vous connaît, mais ne garantit pas d’adresse électronique à votre nom. Sans elle, nous ne
        pouvons ni retrouver votre espace, ni en créer un.
      </p>
      <p>
        <a class="fr-btn" href={withReturnPath('/connexion', returnPath)}>
          Recevoir un code par courriel
        </a>
      </p>
    </>,
  );
}

/** Where to close the session at its provider too; null when it had none, or when the provider is away. */
export async function farewellUrl(
  visit: Visit,
  session: { provider: string; idToken: string } | null,
): Promise<string | null> {
  const provider = visit.app.settings.identityProviders.find(({ id }) => id === session?.provider);
  if (!provider || !session) return null;
  try {
    const { state } = newAttempt(provider, null);
    const url = await endSessionUrl(
      provider,
      session.idToken,
      state,
      returnUriOf(visit, '/deconnexion/retour'),
    );
    return url?.href ?? null;
  } catch (error) {
    if (!(error instanceof ProviderAway)) throw error;
    say('warn', { event: 'provider-failed', provider: provider.id, reason: error.message });
    return null;
  }
}
