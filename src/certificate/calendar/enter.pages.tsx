import {
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import {
  type Academie,
  findAcademies,
  findRegistrations,
  recordRegistration,
  removeRegistration,
} from './registration.store.ts';
import { isTrainerOf, parseRegistration, type Registration, type Typed } from './registration.ts';

/** For the trainers of an académie. */
export const enterRoutes: Route[] = [
  route('GET', '/certificat/calendrier/:academie/nouvelle', staff, showNew),
  route('POST', '/certificat/calendrier/:academie/nouvelle', staff, enter),
  route('GET', '/certificat/calendrier/dates/:id', staff, showOne),
  route('POST', '/certificat/calendrier/dates/:id', staff, change),
  route('POST', '/certificat/calendrier/dates/:id/retrait', staff, remove),
];

/** The académie of the address, when the viewer trains for it. */
async function academieOf({ app, viewer, http }: Visit<Viewer>): Promise<Academie | undefined> {
  const code = http.req.param('academie') ?? '';
  if (!isTrainerOf(viewer, code)) return undefined;
  return (await findAcademies(app.db)).find((known) => known.code === code);
}

/** Dates the viewer may change: those of an académie they train for. */
async function ownDates({ app, viewer, http }: Visit<Viewer>) {
  const id = http.req.param('id');
  for (const academie of await findAcademies(app.db)) {
    if (!isTrainerOf(viewer, academie.code)) continue;
    const found = (await findRegistrations(app.db, academie.code)).find((known) => known.id === id);
    if (found) return { academie, registration: found };
  }
  return null;
}

const EMPTY: Typed = { ouverture: '', cloture: '', lieu: '', lien: '', source: '' };

const typedOf = ({ opensOn, closesOn, place, url, source }: Registration): Typed => ({
  ouverture: opensOn,
  cloture: closesOn,
  lieu: place,
  lien: url ?? '',
  source,
});

async function readTyped({ http }: Visit): Promise<Typed> {
  const fields = await readForm(http);
  const field = (name: keyof Typed) => fields[name]?.[0] ?? '';
  return {
    ouverture: field('ouverture'),
    cloture: field('cloture'),
    lieu: field('lieu'),
    lien: field('lien'),
    source: field('source'),
  };
}

async function showNew(visit: Visit<Viewer>): Promise<Response> {
  const academie = await academieOf(visit);
  return academie ? formPage(visit, { academie, id: null, typed: EMPTY }) : refuse(visit, 'absent');
}

async function showOne(visit: Visit<Viewer>): Promise<Response> {
  const found = await ownDates(visit);
  if (!found) return refuse(visit, 'absent');
  const { academie, registration } = found;
  return formPage(visit, { academie, id: registration.id, typed: typedOf(registration) });
}

type Form = { academie: Academie; id: string | null; typed: Typed; problems?: readonly FieldError[] };

function formPage(visit: Visit<Viewer>, { academie, id, typed, problems = [] }: Form): Response {
  const title = id === null ? 'Saisir des dates d’inscription' : 'Corriger des dates d’inscription';
  const address =
    id === null ? `/certificat/calendrier/${academie.code}/nouvelle` : `/certificat/calendrier/dates/${id}`;
  const field = (name: keyof Typed) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}${title}`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href={`/certificat/calendrier?academie=${academie.code}`}>Académie de {academie.name}</a>
      </p>
      <h1>{title}</h1>
      <p class="lede">Tout le monde les verra. Recopiez-les de l’annonce, et dites laquelle.</p>
      <ErrorSummary errors={problems} />
      <form method="post" action={address} novalidate>
        <TextField {...field('ouverture')} label="Ouverture des inscriptions" type="date" />
        <TextField {...field('cloture')} label="Clôture des inscriptions" type="date" />
        <TextField {...field('lieu')} label="Où s’inscrire" hint="Un service, une plateforme." />
        <TextField {...field('lien')} label="Lien, s’il y en a un" hint="Il commence par https://" />
        <TextField
          {...field('source')}
          label="Source"
          hint="Par exemple : note du rectorat du 20 novembre 2026."
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Enregistrer
          </button>
          <a class="fr-btn fr-btn--tertiary" href={`/certificat/calendrier?academie=${academie.code}`}>
            Y renoncer
          </a>
        </p>
      </form>
      {id !== null && (
        <form method="post" action={`${address}/retrait`}>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Retirer ces dates
          </button>
        </form>
      )}
    </>,
  );
}

async function enter(visit: Visit<Viewer>): Promise<Response> {
  const academie = await academieOf(visit);
  return academie ? record(visit, academie, null) : refuse(visit, 'absent');
}

async function change(visit: Visit<Viewer>): Promise<Response> {
  const found = await ownDates(visit);
  return found ? record(visit, found.academie, found.registration.id) : refuse(visit, 'absent');
}

async function record(visit: Visit<Viewer>, academie: Academie, id: string | null): Promise<Response> {
  const { app, viewer, http } = visit;
  const typed = await readTyped(visit);
  const read = parseRegistration(typed);
  if ('problems' in read) return formPage(visit, { academie, id, typed, problems: read.problems });
  const recorded = await recordRegistration(app.db, viewer, academie.code, id, read.entered, app.now());
  if (!recorded) {
    const message = 'Ces deux dates sont déjà saisies pour cette académie.';
    return formPage(visit, { academie, id, typed, problems: [{ field: 'ouverture', message }] });
  }
  return http.redirect(`/certificat/calendrier?academie=${academie.code}`, 303);
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const found = await ownDates(visit);
  if (!found) return refuse(visit, 'absent');
  const { academie, registration } = found;
  const removed = await removeRegistration(app.db, viewer, academie.code, registration.id, app.now());
  return removed
    ? http.redirect(`/certificat/calendrier?academie=${academie.code}`, 303)
    : refuse(visit, 'absent');
}
