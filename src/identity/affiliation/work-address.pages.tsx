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
import { readForm } from '../form.pages.ts';
import { trySending } from '../mail.ts';
import { domainsOf } from '../schools/academies.ts';
import { createCode, isWithinLimit } from '../sign-in/code.store.ts';
import { CODE_MINUTES, parseCode, parseEmail } from '../sign-in/code.ts';
import { isAddressOf } from './affiliation.ts';
import { addressMail } from './affiliation-mails.ts';
import { findOwnMemberships, showWorkEmail } from './membership.store.ts';
import { showOwn } from './own.pages.tsx';

export const workAddressRoutes: Route[] = [
  route('POST', '/mon-compte/rattachement/adresse', staff, sendCode),
  route('POST', '/mon-compte/rattachement/adresse/code', staff, takesCode),
];

/** Somebody who reads an address of the académie works for it: a code sent there says so. */
async function sendCode(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const typed = text('courriel');
  const email = parseEmail(typed);
  const own = await findOwnMemberships(app.db, viewer);
  const refused = (message: string) => showOwn(visit, [{ field: 'courriel', message }], typed);
  if (!own.some(({ school }) => school !== null)) return refuse(visit, 'absent');
  if (!email || !own.some(({ academie }) => isAddressOf(email, domainsOf(academie ?? ''))))
    return refused('Écrivez une adresse de l’académie de votre établissement, comme prenom.nom@ac-lille.fr.');
  if (
    !(await isWithinLimit(app.db, 'workCodesByEmail', email, app.now())) ||
    !(await isWithinLimit(app.db, 'affiliationMailsByPerson', viewer.personId, app.now()))
  )
    return refused('Trop de codes ont été demandés. Réessayez dans une heure.');
  const { code } = await createCode(app.db, email, app.now(), viewer.personId);
  if (!(await trySending(app.sendMail, addressMail(email, code))))
    return refused('Le message n’a pas pu partir. Réessayez dans une minute.');
  return showCode(visit, email);
}

async function takesCode(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const email = parseEmail(text('courriel'));
  if (!email) return refuse(visit, 'absent');
  const code = parseCode(text('code'));
  const wrong = (message: string) => showCode(visit, email, [{ field: 'code', message }]);
  if (!code) return wrong('Le code a six chiffres : recopiez-le tel qu’il est dans le courriel.');
  const shown = await showWorkEmail(app.db, viewer, { email, code }, app.now());
  return shown
    ? http.redirect('/mon-compte/rattachement?fait=adresse', 303)
    : wrong('Ce code n’est pas le bon, ou il n’est plus valable.');
}

function showCode(visit: Visit<Viewer>, email: string, errors: FieldError[] = []): Response {
  const failed = errors.length > 0;
  return page(
    visit,
    {
      title: `${failed ? 'Erreur : ' : ''}Vérifier une adresse académique`,
      status: failed ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Vérifier une adresse académique</h1>
      <ErrorSummary errors={errors} />
      <p>
        Nous avons envoyé six chiffres à <strong class="address">{email}</strong>.
        {visit.app.settings.demonstration && (
          <>
            {' '}
            <a href="/demo/courriels">Lire le courriel de la démonstration</a>
          </>
        )}
      </p>
      <form method="post" action="/mon-compte/rattachement/adresse/code" novalidate>
        <input type="hidden" name="courriel" value={email} />
        <TextField
          name="code"
          label="Code à six chiffres"
          hint={`Valable ${CODE_MINUTES} minutes, une seule fois`}
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          required
          error={errorOf(errors, 'code')}
        />
        <p class="buttons">
          <button class="fr-btn" type="submit">
            Vérifier
          </button>
          <a class="fr-link" href="/mon-compte/rattachement">
            Ne rien changer
          </a>
        </p>
      </form>
    </>,
  );
}
