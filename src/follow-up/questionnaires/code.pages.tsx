import { readSecret } from '../../codes/index.ts';
import { isWithinLimit, visitorAddress } from '../../identity/index.ts';
import {
  anyone,
  ErrorSummary,
  type FieldError,
  type Route,
  readForm,
  route,
  TextField,
  type Visit,
} from '../../web/index.ts';
import { clearHolder, readHolder, writeHolder } from '../holder-cookie.ts';
import { findSheet, openSheet } from './sheet.store.ts';
import { youngPage } from './young-page.pages.tsx';

export const codeRoutes: Route[] = [
  route('GET', '/q', anyone, askCode),
  route('POST', '/q', anyone, enterCode),
];

/** The address of a code, drawn on the slip: it fills the code in and opens nothing by itself. */
export const addressOf = (origin: string, code: string) => `${origin}/q?code=${code}`;

async function askCode(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const typed = readSecret(http.req.query('code') ?? '') ?? '';
  const session = readHolder(http, app.settings, 'questionnaire');
  const sheet = session && typed === '' ? await findSheet(app.db, session, app.now()) : null;
  if (sheet && !sheet.sent) return http.redirect('/q/debut', 303);
  if (session) clearHolder(http, app.settings, 'questionnaire');
  return codePage(visit, typed, [], 200);
}

async function enterCode(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const typed = (await readForm(http)).code?.[0] ?? '';
  const now = app.now();
  if (!(await isWithinLimit(app.db, 'questionnairesByAddress', visitorAddress(http, app.settings), now))) {
    return codePage(visit, typed, [{ field: 'code', message: TOO_MANY }], 429);
  }
  const code = readSecret(typed);
  const session = code && (await openSheet(app.db, code, now));
  if (!session) return codePage(visit, typed, [{ field: 'code', message: WRONG }], 422);
  writeHolder(http, app.settings, 'questionnaire', session);
  return http.redirect('/q/debut', 303);
}

/** The same for a code that never was, one that served, one that is over and one taken back. */
const WRONG =
  'Ce code ne marche pas. Vérifie chaque signe. Il a peut-être déjà servi, ou sa date est passée : demande un nouveau code.';
const TOO_MANY = 'Il y a eu beaucoup d’essais ici. Attends une heure, ou demande de l’aide à un adulte.';

function codePage(visit: Visit, typed: string, errors: FieldError[], status: 200 | 422 | 429): Response {
  const closed = visit.http.req.query('ferme') !== undefined;
  return youngPage(
    visit,
    errors.length > 0 ? 'Erreur : ton code' : 'Ton code',
    <>
      <ErrorSummary errors={errors} />
      <h1>Ton code</h1>
      {closed && (
        <p role="status">
          <strong>Cette page s’est refermée.</strong> Tape ton code pour reprendre là où tu en étais.
        </p>
      )}
      <p class="lede">Tape le code écrit sur ta feuille. Pas besoin de ton nom, ni d’une adresse.</p>
      <form method="post" action="/q" novalidate>
        <TextField
          name="code"
          label="Ton code"
          hint="Huit lettres ou chiffres, comme ABCD-2345"
          value={typed}
          error={errors[0]?.message}
          class="young-code"
          autocomplete="off"
          maxlength={20}
        />
        <button class="fr-btn fr-btn--lg young-go" type="submit">
          Ouvrir
        </button>
      </form>
    </>,
    { status },
  );
}
