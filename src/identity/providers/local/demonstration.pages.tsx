import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Db } from '../../../database/index.ts';
import { say } from '../../../log/index.ts';
import {
  type IdentityProvider,
  page,
  type Route,
  refuse,
  route,
  type Visit,
  visitorOfDemonstration,
} from '../../../web/index.ts';
import { listCharacters } from '../../demonstration.store.ts';
import type { Character } from '../../demonstration.ts';
import { readForm } from '../../form.pages.ts';
import { type LocalAccount, localProvider } from './local-provider.ts';

const ID = 'demonstration';
const MOUNT = '/demo/fournisseur';

type Sockets = { incoming: IncomingMessage; outgoing: ServerResponse };

export type DemonstrationProvider = {
  settings: IdentityProvider;
  /** Answers what is addressed to the provider; false for anything else. */
  answers: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
};

let running: Promise<Provider> | null = null;

/**
 * The provider behind the button of the demonstration: made at its first use, set as ProConnect is, so that signing in there runs
 * what ProConnect would run. People choose a character instead of typing a password.
 */
export function demonstrationProvider(db: Db, home: string): DemonstrationProvider {
  const settings: IdentityProvider = {
    id: ID,
    label: 'ProConnect (fournisseur d’essai)',
    issuer: `${home}${MOUNT}`,
    clientId: 'perseverance',
    clientSecret: crypto.randomUUID(),
    proconnect: true,
  };
  const make = () =>
    localProvider({
      issuer: settings.issuer,
      clients: [
        {
          settings,
          redirectUri: `${home}/connexion/retour/${ID}`,
          afterLogoutUri: `${home}/deconnexion/retour`,
        },
      ],
      interactionUrl: (uid) => `/demo/identite/${uid}`,
      findAccount: async (id) =>
        accountOf((await listCharacters(db)).find((character) => character.id === id)),
    });
  return {
    settings,
    answers(incoming, outgoing) {
      if (!incoming.url?.startsWith(`${MOUNT}/`)) return false;
      running ??= make();
      running.then(
        (provider) => {
          // As a server mounts another under a path: the provider finds its own addresses from the difference.
          Object.assign(incoming, { originalUrl: incoming.url });
          incoming.url = incoming.url!.slice(MOUNT.length);
          provider.callback()(incoming, outgoing);
        },
        (error: Error) => {
          running = null;
          say('error', { event: 'provider-failed', provider: 'demonstration', reason: error.message });
          outgoing.writeHead(503).end();
        },
      );
      return true;
    },
  };
}

function accountOf(character: Character | undefined): LocalAccount | undefined {
  if (!character) return undefined;
  const [givenName, ...family] = character.name.split(' ');
  return {
    id: character.id,
    givenName: givenName!,
    usualName: family.join(' '),
    email: character.email,
    methods: ['pwd', 'mfa'],
  };
}

export const demonstrationProviderRoutes: Route[] = [
  route('GET', '/demo/identite/:uid', visitorOfDemonstration, showChoice),
  route('POST', '/demo/identite/:uid', visitorOfDemonstration, choose),
];

async function showChoice(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  if (!(await isExpected(visit))) return refuse(visit, 'absent');
  return page(
    visit,
    { title: 'Fournisseur d’identité d’essai', narrow: true, plain: true },
    <>
      <h1>Qui êtes-vous ?</h1>
      <p class="lede">
        Cette page tient la place de ProConnect. Là-bas, vous donneriez votre mot de passe ; ici, choisissez
        un personnage inventé.
      </p>
      <form method="post" action={`/demo/identite/${http.req.param('uid')}`}>
        <fieldset class="fr-fieldset">
          <legend class="fr-fieldset__legend">Personnage</legend>
          {(await listCharacters(app.db)).map(({ id, name, about }, index) => (
            <div class="fr-fieldset__element">
              <div class="fr-radio-group">
                <input type="radio" id={`personne-${id}`} name="personne" value={id} checked={index === 0} />
                <label class="fr-label" for={`personne-${id}`}>
                  {name}
                  <span class="fr-hint-text">{about}</span>
                </label>
              </div>
            </div>
          ))}
        </fieldset>
        <button class="fr-btn" type="submit">
          Continuer
        </button>
      </form>
    </>,
  );
}

async function choose(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const { text } = await readForm(http);
  const account = accountOf((await listCharacters(app.db)).find(({ id }) => id === text('personne')));
  if (!account || !(await isExpected(visit))) return refuse(visit, 'absent');
  const { incoming, outgoing } = http.env as Sockets;
  const next = await (await running!).interactionResult(incoming, outgoing, {
    login: { accountId: account.id, amr: [...account.methods] },
  });
  return http.redirect(next, 303);
}

/** Whether the provider waits for somebody under this address, in this browser. */
async function isExpected({ http }: Visit): Promise<boolean> {
  if (!running) return false;
  const { incoming, outgoing } = http.env as Sockets;
  try {
    const { uid } = await (await running).interactionDetails(incoming, outgoing);
    return uid === http.req.param('uid');
  } catch {
    return false;
  }
}
