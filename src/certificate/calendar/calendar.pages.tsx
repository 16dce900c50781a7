import { dayOf } from '../../calendar/index.ts';
import {
  dayText,
  longDate,
  page,
  type Route,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findAcademies, findOwnAcademie, findRegistrations } from './registration.store.ts';
import { isTrainerOf, type Registration, type State, stateOf } from './registration.ts';

export const calendarRoutes: Route[] = [route('GET', '/certificat/calendrier', staff, showCalendar)];

/** When one registers, académie by académie: seen by all, written by its trainers. */
async function showCalendar(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const academies = await findAcademies(app.db);
  const asked = academies.find(({ code }) => code === http.req.query('academie'));
  const own = asked ? null : await findOwnAcademie(app.db, viewer);
  const academie = asked ?? academies.find(({ code }) => code === own);
  const registrations = academie ? await findRegistrations(app.db, academie.code) : [];
  const today = dayOf(app.now());
  const trainer = academie !== undefined && isTrainerOf(viewer, academie.code);
  return page(
    visit,
    { title: `S’inscrire au CPLDS${academie ? ` : académie de ${academie.name}` : ''}`, narrow: true },
    <>
      <p class="above-title">
        <a href="/certificat">Le CPLDS</a>
      </p>
      <h1>S’inscrire au CPLDS</h1>
      <p class="lede">
        Chaque académie fixe ses dates. Celles-ci sont saisies par une formatrice ou un formateur de
        l’académie, avec leur source. Elles ne remplacent pas l’annonce du rectorat.
      </p>
      <form class="calendar-choice" method="get" action="/certificat/calendrier">
        <div class="fr-select-group">
          <label class="fr-label" for="academie">
            Académie
          </label>
          <select class="fr-select" id="academie" name="academie">
            {!academie && <option value="">Choisir</option>}
            {academies.map(({ code, name }) => (
              <option value={code} selected={code === academie?.code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button class="fr-btn fr-btn--secondary" type="submit">
          Voir
        </button>
      </form>
      {academie && (
        <section>
          <h2>Académie de {academie.name}</h2>
          {registrations.length === 0 && (
            <p>
              Aucune date n’est saisie pour cette académie. Cela ne veut pas dire que rien n’y est organisé :
              demandez au rectorat.
            </p>
          )}
          {registrations.map((registration) => (
            <Dates registration={registration} today={today} trainer={trainer} />
          ))}
          {trainer && (
            <p class="actions">
              <a class="fr-btn" href={`/certificat/calendrier/${academie.code}/nouvelle`}>
                Saisir des dates
              </a>
            </p>
          )}
        </section>
      )}
      <section>
        <h2>Puis-je m’inscrire ?</h2>
        <p>
          <strong>À vérifier auprès du rectorat.</strong> Les textes que nous avons lus ne disent pas tout de
          qui peut se présenter, ni de ce qu’il faut avoir suivi avant.{' '}
          <a href="/certificat">Ce qu’ils disent, et ce que nous ne savons pas</a>.
        </p>
      </section>
    </>,
  );
}

const STATES: Record<State, string> = {
  coming: 'À venir',
  open: 'Inscriptions ouvertes',
  past: 'Dates passées',
};

type DatesProps = { registration: Registration; today: string; trainer: boolean };

function Dates({ registration, today, trainer }: DatesProps) {
  const { id, opensOn, closesOn, place, url, source, enteredAt } = registration;
  const state = stateOf(registration, today);
  return (
    <article class={`dates dates--${state}`}>
      <h3 class="fr-h6">
        Du {dayText(opensOn)} au {dayText(closesOn)}
      </h3>
      <p class="dates__state">{STATES[state]}</p>
      <p>
        Où : {place}
        {url && (
          <>
            {' · '}
            <a href={url} rel="noreferrer external">
              {URL.parse(url)?.hostname ?? url}
            </a>
          </>
        )}
      </p>
      <p>
        Source : {source}. Saisi le {longDate(enteredAt)}.
      </p>
      {trainer && (
        <p>
          <a href={`/certificat/calendrier/dates/${id}`}>
            Corriger ou retirer
            <span class="fr-sr-only">
              {' '}
              les dates du {dayText(opensOn)} au {dayText(closesOn)}
            </span>
          </a>
        </p>
      )}
    </article>
  );
}
