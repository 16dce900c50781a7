import type { Context } from 'hono';
import { type Gate, originOf, page, type Settings, type Visit } from '../web/index.ts';
import { readSessionCookie } from './cookie.ts';
import { isStrong } from './providers/provider.ts';
import { withholding } from './roles.ts';
import { findViewer } from './session.store.ts';
import { isWithinLimit } from './sign-in/code.store.ts';
import { parseReturnPath, returnPathOfWrite, withReturnPath } from './sign-in/return-path.ts';

/** Who is behind a request, and what somebody signed out is shown instead of the page they asked for. */
export const gate: Gate = {
  async findViewer(http, app, along) {
    const token = readSessionCookie(http, app.settings);
    const values = along?.values(http);
    const found = token
      ? await findViewer(
          app.db,
          token,
          app.now(),
          along && values ? { reading: along.reading, values } : null,
        )
      : null;
    if (!found || (found.viewer.demonstration && !app.settings.demonstration)) return null;
    if (!app.settings.strongSignIn || isStrong(found.methods)) return found;
    return { ...found, viewer: withholding(found.viewer) };
  },

  mayTake: (app, viewer) => isWithinLimit(app.db, 'documentsByPerson', viewer.personId, app.now()),

  async signInFirst(visit) {
    const { http, app } = visit;
    if (http.req.method !== 'POST') {
      const { pathname, search } = new URL(http.req.url);
      return http.redirect(withReturnPath('/connexion', parseReturnPath(`${pathname}${search}`)), 303);
    }
    const fields = Object.entries(await http.req.parseBody({ all: true })).flatMap(([name, value]) =>
      [value].flat().flatMap((item) => (typeof item === 'string' ? [[name, item] as const] : [])),
    );
    const { returnPath, keepsDraft } = returnPathOfWrite(
      http.req.path,
      fields,
      refererOf(http, app.settings),
    );
    return showSignedOut(visit, returnPath, keepsDraft);
  },
};

/** The path of the page a form was on, when it is one of ours. */
function refererOf(http: Context, settings: Settings): string | null {
  const url = URL.parse(http.req.header('referer') ?? '');
  return url && url.origin === originOf(http, settings) ? `${url.pathname}${url.search}` : null;
}

function showSignedOut(visit: Visit, returnPath: string | null, keepsDraft: boolean): Response {
  return page(
    visit,
    { title: 'Votre session est terminée', status: 401, narrow: true },
    <>
      <h1>Votre session est terminée</h1>
      <p class="lede">Vous n’êtes plus en session. Tout ce qui était déjà enregistré est en sécurité.</p>
      <p>
        {keepsDraft
          ? 'La réponse que vous venez d’envoyer n’est pas enregistrée. Après connexion, vous la retrouverez telle quelle : il suffira de la valider.'
          : 'Ce que vous venez d’envoyer n’est pas enregistré. Après connexion, vous reviendrez à la même page pour recommencer.'}
      </p>
      <p>
        <a class="fr-btn" href={withReturnPath('/connexion', returnPath ?? '/mon-espace')}>
          Se connecter et reprendre
        </a>
      </p>
    </>,
  );
}
