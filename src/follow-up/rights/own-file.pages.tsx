import { readSecret } from '../../codes/index.ts';
import { isWithinLimit, visitorAddress } from '../../identity/index.ts';
import {
  anyone,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  route,
  TextField,
  type Visit,
} from '../../web/index.ts';
import { clearHolder, writeHolder } from '../holder-cookie.ts';
import { readCode } from '../situations/code.ts';
import { again, held, plain } from './held.pages.ts';
import { readOwnFile } from './own-file.store.ts';
import { OwnFileText } from './own-file-text.tsx';
import { OPEN_MINUTES } from './rights.ts';
import { closeOwnFile, keepOwnFileOpen, openOwnFile, renewSecret } from './secret.store.ts';

export const ownFileRoutes: Route[] = [
  route('GET', '/acces', anyone, askSecret),
  route('POST', '/acces', anyone, enterSecret),
  route('GET', '/acces/dossier', anyone, showOwnFile),
  route('POST', '/acces/secret', anyone, giveNextSecret),
  route('POST', '/acces/prolongation', anyone, stay),
  route('POST', '/acces/fermeture', anyone, leave),
];

function askSecret(visit: Visit): Response {
  const code = readCode(visit.http.req.query('code') ?? '') ?? '';
  return secretPage(visit, { code, secret: '' }, [], 200);
}

async function enterSecret(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const form = await readForm(http);
  const typed = { code: form.code?.[0] ?? '', secret: form.secret?.[0] ?? '' };
  const now = app.now();
  const code = readCode(typed.code);
  const secret = readSecret(typed.secret);
  const [here, forIt] = [
    await isWithinLimit(app.db, 'ownFileByAddress', visitorAddress(http, app.settings), now),
    await isWithinLimit(app.db, 'ownFileByCode', code ?? '', now),
  ];
  if (!here || (code && !forIt)) return secretPage(visit, typed, [{ field: 'code', message: TOO_MANY }], 429);
  const session = code && secret ? await openOwnFile(app.db, { code, secret }, now) : null;
  if (!session) return secretPage(visit, typed, [{ field: 'code', message: WRONG }], 422);
  writeHolder(http, app.settings, 'own-file', session);
  return http.redirect('/acces/dossier', 303);
}

/** The same for a code nobody has, a secret that is another’s, and one that has served. */
const WRONG =
  'Ce code et ce mot secret ne vont pas ensemble, ou le mot secret a déjà servi. Vérifiez chaque signe, ou demandez une nouvelle feuille à l’établissement.';
const TOO_MANY = 'Il y a eu beaucoup d’essais. Attendez une heure, ou demandez une nouvelle feuille.';

function secretPage(
  visit: Visit,
  typed: { code: string; secret: string },
  errors: FieldError[],
  status: 200 | 422 | 429,
): Response {
  const closed = visit.http.req.query('ferme') !== undefined;
  return page(
    visit,
    { ...plain, title: errors.length > 0 ? 'Erreur : ce qui est gardé' : 'Ce qui est gardé', status },
    <>
      <ErrorSummary errors={errors} />
      <h1>Lire ce qui est gardé sous un code</h1>
      {closed && (
        <p role="status">
          <strong>La page est refermée.</strong> Pour la rouvrir, il faut un nouveau mot secret.
        </p>
      )}
      <p class="lede">
        Un collège ou un lycée suit un élève sous un code, sans son nom. L’élève et sa famille ont reçu une
        feuille avec ce code et un mot secret. Avec les deux, ils lisent ce qui est gardé, le font corriger,
        ou s’y opposent.
      </p>
      <form method="post" action="/acces" novalidate>
        <TextField
          name="code"
          label="Code du suivi"
          hint="Cinq lettres ou chiffres, comme AB-C23"
          value={typed.code}
          error={errorOf(errors, 'code')}
          class="young-code"
          autocomplete="off"
          maxlength={20}
        />
        <TextField
          name="secret"
          label="Mot secret"
          hint="Huit lettres ou chiffres, comme ABCD-2345. Il ne sert qu’une fois."
          value={typed.secret}
          class="young-code"
          autocomplete="off"
          maxlength={20}
        />
        <button class="fr-btn" type="submit">
          Ouvrir
        </button>
      </form>
      <h2>Vous n’avez plus la feuille ?</h2>
      <p>
        Demandez-en une au référent décrochage ou à la direction de l’établissement. Vous pouvez aussi leur
        dire de vive voix que vous vous opposez au suivi, sans donner de raison.
      </p>
    </>,
  );
}

async function showOwnFile(visit: Visit): Promise<Response> {
  const { app } = visit;
  const own = await held(visit);
  if (!own) return again(visit);
  const file = await readOwnFile(app.db, own);
  const noted = visit.http.req.query('note') !== undefined;
  return page(
    visit,
    { ...plain, title: 'Ce que l’établissement garde' },
    <>
      <h1>Ce que l’établissement garde</h1>
      {noted && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>C’est noté. La personne qui s’occupe du suivi le lira et vous répondra.</p>
        </div>
      )}
      <p class="lede">
        Ouvert pour {OPEN_MINUTES} minutes sur cet appareil. Le mot secret a servi : prenez-en un nouveau pour
        la prochaine fois.
      </p>
      <ul class="pills on-screen">
        {file.opposedOn === null && (
          <li>
            <a href="/acces/opposition">S’opposer à ce suivi</a>
          </li>
        )}
        <li>
          <a href="/acces/correction">Faire corriger quelque chose</a>
        </li>
        <li>
          <a href="/acces/lectures">Demander qui a lu, et pourquoi</a>
        </li>
        <li>
          <form method="post" action="/acces/secret">
            <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
              Prendre un nouveau mot secret
            </button>
          </form>
        </li>
        <li>
          <form method="post" action="/acces/prolongation">
            <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
              Garder ouvert {OPEN_MINUTES} minutes de plus
            </button>
          </form>
        </li>
        <li>
          <form method="post" action="/acces/fermeture">
            <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">
              Refermer
            </button>
          </form>
        </li>
      </ul>
      <OwnFileText file={file} app={app} />
    </>,
  );
}

async function giveNextSecret(visit: Visit): Promise<Response> {
  const { app } = visit;
  const own = await held(visit);
  if (!own) return again(visit);
  const secret = await renewSecret(app.db, own, app.now());
  return page(
    visit,
    { ...plain, title: 'Le mot secret de la prochaine fois' },
    <>
      <h1>Le mot secret de la prochaine fois</h1>
      {secret ? (
        <>
          <p class="lede">Recopiez-le sur votre feuille : il n’est montré qu’une fois, et sert une fois.</p>
          <p class="slip__code">{secret}</p>
        </>
      ) : (
        <p class="lede">Un nouveau mot secret vous a déjà été donné. Il n’a pas encore servi.</p>
      )}
      <p>
        <a href="/acces/dossier">Revenir à ce qui est gardé</a>
      </p>
    </>,
  );
}

/** Whoever reads slowly is not hurried; the time counts again from now. */
async function stay(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const own = await held(visit);
  if (!own) return again(visit);
  await keepOwnFileOpen(app.db, own, app.now());
  return http.redirect('/acces/dossier', 303);
}

async function leave(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const own = await held(visit);
  if (own) await closeOwnFile(app.db, own, app.now());
  clearHolder(http, app.settings, 'own-file');
  return again(visit);
}
