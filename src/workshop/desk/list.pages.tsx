import { isWithdrawn } from '../../content/index.ts';
import {
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { findOwnWorkshops, type LiveWorkshop } from '../live/live.store.ts';
import { removeWorkshop } from '../live/removal.store.ts';
import { trainer } from '../trainer.ts';

export const listRoutes: Route[] = [
  route('GET', '/ateliers', trainer, showList),
  route('POST', '/ateliers/:id/suppression', trainer, remove),
];

async function showList(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const own = await findOwnWorkshops(app.db, viewer);
  const now = app.now();
  const cases = app.content.workshops.filter((item) => !isWithdrawn(item, now));
  const dialogues = app.content.dialogues.filter((item) => !isWithdrawn(item, now));
  return page(
    visit,
    { title: 'Ateliers' },
    <>
      <h1>Ateliers</h1>
      <p class="lede">
        Quarante-cinq minutes avec une équipe : une situation est projetée, chacun lit sur son téléphone ce
        que son métier en sait, la salle vote et discute ses désaccords. Ni compte, ni nom ; une version sur
        papier existe.
      </p>
      {own.length > 0 && (
        <>
          <h2>Vos ateliers</h2>
          <ul class="workshop-list">
            {own.map((workshop) => (
              <OwnLine workshop={workshop} />
            ))}
          </ul>
        </>
      )}
      <h2>Une situation de GPDS</h2>
      {cases.length === 0 && <p>Aucune situation n’est disponible pour l’instant.</p>}
      <ul class="workshop-list">
        {cases.map(({ id, title, summary, setting }) => (
          <li>
            <a href={`/ateliers/cas/${id}`}>
              <strong>{title}</strong>
            </a>
            <p>
              {summary} <span class="workshop-list__about">{setting}</span>
            </p>
          </li>
        ))}
      </ul>
      {dialogues.length > 0 && (
        <>
          <h2>Un dialogue joué à plusieurs</h2>
          <p>À chaque échange, la salle vote la réplique ; vous choisissez celle que l’on suit.</p>
          <ul class="workshop-list">
            {dialogues.map(({ id, title, situation }) => (
              <li>
                <a href={`/ateliers/dialogues/${id}`}>
                  <strong>{title}</strong>
                </a>
                <p>{situation}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

function OwnLine({ workshop }: { workshop: LiveWorkshop }) {
  const { id, title, label, stage, openedAt, endedAt, participants, code } = workshop;
  const over = stage === 'ended';
  return (
    <li>
      <a href={over ? `/ateliers/${id}/fiche` : `/ateliers/${id}`}>
        <strong>{title}</strong>
        {label !== '' && `, ${label}`}
      </a>
      <p>
        {over && endedAt
          ? `Terminé le ${longDate(endedAt)}, ${participants} ${(participants ?? 0) > 1 ? 'personnes' : 'personne'}. Fiche à relire ou imprimer.`
          : stage === 'welcome'
            ? `Prêt depuis le ${longDate(openedAt)}, code ${code}.`
            : `En cours, code ${code}.`}
      </p>
      {(over || stage === 'welcome') && (
        <details class="workshop-remove">
          <summary>
            Supprimer
            <span class="fr-sr-only">
              {' '}
              {title} du {longDate(openedAt)}
            </span>
          </summary>
          <form method="post" action={`/ateliers/${id}/suppression`}>
            <p>
              {over
                ? 'La fiche, ses totaux et « ce que nous ferons » seront effacés pour tout le monde.'
                : 'Le code ne marchera plus.'}
            </p>
            <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
              Supprimer cet atelier
              <span class="fr-sr-only">
                {' '}
                : {title} du {longDate(openedAt)}
              </span>
            </button>
          </form>
        </details>
      )}
    </li>
  );
}

async function remove(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  await readForm(http);
  const removed = await removeWorkshop(app.db, viewer, http.req.param('id') ?? '', app.now());
  return removed ? http.redirect('/ateliers', 303) : refuse(visit, 'absent');
}
