import {
  dayText,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { schoolsHeaded } from '../scope.store.ts';
import { becomeChair, findChairs, leaveChair } from './chair.store.ts';

export const chairRoutes: Route[] = [
  route('GET', '/suivi/presidence', staff, showChair),
  route('POST', '/suivi/presidence', staff, changeChair),
];

/** The head says they chair the GPDS, and sees situations from then on; or no longer does. */
async function showChair(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const [school] = schoolsHeaded(viewer);
  if (!school) return refuse(visit, 'absent');
  const own = (await findChairs(app.db, viewer, school)).find((chair) => chair.own);
  return page(
    visit,
    { title: 'Présider le GPDS', narrow: true },
    <>
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Présider le GPDS</h1>
      <p class="lede">
        {own
          ? `Vous présidez le GPDS depuis le ${dayText(own.since)}.`
          : 'Diriger l’établissement n’ouvre aucun suivi. Présider le GPDS ouvre ceux qui sont en cours.'}
      </p>
      <p>
        {own
          ? 'Vous voyez les situations en cours, les décisions et les alertes. Chaque lecture est notée, et la personne qui anime le GPDS la voit.'
          : 'Vous verrez alors les situations en cours, les décisions et les alertes, jamais ce que savent ou ignorent vos collègues. La date est notée ; chaque lecture aussi, et la personne qui anime le GPDS la voit.'}
      </p>
      <form method="post" action="/suivi/presidence">
        <button
          class={`fr-btn${own ? ' fr-btn--secondary' : ''}`}
          type="submit"
          name="preside"
          value={own ? 'non' : 'oui'}
        >
          {own ? 'Ne plus présider le GPDS' : 'Je préside le GPDS'}
        </button>
      </form>
    </>,
  );
}

async function changeChair(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const [school] = schoolsHeaded(viewer);
  if (!school) return refuse(visit, 'absent');
  const asked = (await readForm(http)).preside?.[0];
  if (asked === 'oui') await becomeChair(app.db, viewer, school, app.now());
  if (asked === 'non') await leaveChair(app.db, viewer, school, app.now());
  return http.redirect('/suivi/presidence', 303);
}
