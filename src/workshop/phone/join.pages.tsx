import { readSecret } from '../../codes/index.ts';
import { PROFESSIONS, type Profession } from '../../content/index.ts';
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
import { findWorkshopByCode, type LiveWorkshop } from '../live/live.store.ts';
import { joinWorkshop } from '../live/participants.store.ts';
import { writePlace } from './place-cookie.pages.ts';

export const joinRoutes: Route[] = [
  route('GET', '/atelier', anyone, askCode),
  route('POST', '/atelier', anyone, enterCode),
  route('POST', '/atelier/:code/metier', anyone, join),
];

function askCode(visit: Visit): Response {
  return codePage(visit, visit.http.req.query('code') ?? '', [], 200);
}

async function enterCode(visit: Visit): Promise<Response> {
  const typed = (await readForm(visit.http)).code?.[0] ?? '';
  const found = await workshopTyped(visit, typed);
  if (found instanceof Response) return found;
  return visit.http.redirect(`/atelier/${found.code}`, 303);
}

/** The workshop of a code, or the page that says what is wrong with it. Only wrong codes count: a school shares an address. */
export async function workshopTyped(visit: Visit, typed: string): Promise<LiveWorkshop | Response> {
  const { app, http } = visit;
  const code = readSecret(typed);
  const workshop = code && (await findWorkshopByCode(app.db, code));
  if (workshop) return workshop;
  const address = visitorAddress(http, app.settings);
  if (!(await isWithinLimit(app.db, 'workshopCodesByAddress', address, app.now())))
    return codePage(visit, typed, [{ field: 'code', message: TOO_MANY }], 429);
  const message = typed.trim() === '' ? 'Tapez le code affiché dans la salle.' : code ? UNKNOWN : MISTYPED;
  return codePage(visit, typed, [{ field: 'code', message }], 422);
}

const MISTYPED =
  'Un code a huit lettres ou chiffres, comme K7M4-RT2B. Il n’a ni I, ni O, ni 0, ni 1 : relisez-le sur l’écran.';
const UNKNOWN =
  'Aucun atelier ne porte ce code. Vérifiez chaque signe sur l’écran ; si l’atelier est terminé depuis plus d’un jour, son code est effacé.';
const TOO_MANY =
  'Il y a eu beaucoup de codes erronés depuis cet établissement. Attendez une heure, ou votez à main levée : l’atelier ne change pas.';

function codePage(visit: Visit, typed: string, errors: FieldError[], status: 200 | 422 | 429): Response {
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Rejoindre un atelier`,
      status,
      narrow: true,
      plain: true,
    },
    <>
      <h1>Rejoindre un atelier</h1>
      <ErrorSummary errors={errors} />
      <p class="lede">Tapez le code affiché dans la salle. Il ne faut ni compte, ni nom, ni adresse.</p>
      <form method="post" action="/atelier" novalidate>
        <TextField
          name="code"
          label="Code de l’atelier"
          hint="Huit lettres ou chiffres, comme K7M4-RT2B"
          value={typed}
          error={errorOf(errors, 'code')}
          class="phone-code"
          autocomplete="off"
          maxlength={20}
        />
        <button class="fr-btn fr-btn--lg phone-go" type="submit">
          Entrer
        </button>
      </form>
    </>,
  );
}

async function join(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const workshop = await workshopTyped(visit, http.req.param('code') ?? '');
  if (workshop instanceof Response) return workshop;
  const typed = (await readForm(http)).metier?.[0] ?? '';
  const profession = PROFESSIONS.find((known) => known === typed);
  if (!profession)
    return professionPage(visit, workshop, [{ field: 'metier', message: 'Choisissez votre métier.' }]);
  const secret = await joinWorkshop(app.db, workshop.id, profession, app.now());
  if (!secret) return professionPage(visit, workshop, [{ field: 'metier', message: FULL }]);
  writePlace(http, app.settings, secret);
  return http.redirect(`/atelier/${workshop.code}`, 303);
}

const FULL =
  'L’atelier est terminé, ou la salle est pleine (deux cents personnes). Voyez avec la personne qui l’anime.';

/** What is kept is said before anything is. */
export function professionPage(visit: Visit, workshop: LiveWorkshop, errors: FieldError[] = []): Response {
  const { professions } = visit.app.content;
  const names: [Profession, string][] = PROFESSIONS.map((id) => [id, professions[id].label]);
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Votre métier, ${workshop.title}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
      plain: true,
    },
    <>
      <h1>{workshop.title}</h1>
      <ErrorSummary errors={errors} />
      <form method="post" action={`/atelier/${workshop.code}/metier`} novalidate>
        <fieldset class="phone-choices">
          <legend>
            Votre métier{' '}
            <span class="fr-hint-text">Vous lirez ce que votre métier sait de la situation.</span>
          </legend>
          {names.map(([id, name], index) => (
            <label class="phone-choice">
              <input
                type="radio"
                name="metier"
                value={id}
                id={index === 0 ? 'metier' : `metier-${id}`}
                required
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <button class="fr-btn fr-btn--lg phone-go" type="submit">
          Entrer dans l’atelier
        </button>
      </form>
      <Kept showsVotes={workshop.showsVotes} />
    </>,
  );
}

function Kept({ showsVotes }: { showsVotes: boolean }) {
  return (
    <section class="phone-kept">
      <h2>Ce qui est gardé de vous</h2>
      <p>
        Votre métier, vos votes et ce que vous écrirez, sous un secret que votre téléphone garde un jour. Ni
        nom, ni compte, ni adresse. Tout est effacé un jour après la fin ; il reste les totaux et ce que
        l’équipe a retenu.
      </p>
      <p>
        L’écran ne montre jamais à part moins de trois personnes d’un même métier.{' '}
        {showsVotes
          ? 'Pendant le vote, il avance par trois votes au moins ; dans une petite salle, le dernier vote d’un tour peut pourtant se deviner.'
          : 'Les votes ne s’affichent qu’à la fermeture de chaque tour.'}
      </p>
    </section>
  );
}
