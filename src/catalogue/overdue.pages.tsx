import { GRACE_DAYS, withdrawalOf } from '../content/index.ts';
import { longDate, national, page, type Route, route, type Viewer, type Visit } from '../web/index.ts';
import { type Listed, listAll, overdue } from './catalogue.ts';
import { KIND_NAMES } from './words.ts';

export const overdueRoutes: Route[] = [route('GET', '/contenus/a-revoir', national, showOverdue)];

/** What waits for a review, for those who answer for the content. */
function showOverdue(visit: Visit<Viewer>): Response {
  const { app } = visit;
  const now = app.now();
  const items = listAll(app.content, now);
  const waiting = overdue(items);
  const [next] = items.filter(({ state }) => state !== 'due' && state !== 'withdrawn').toSorted(byDate);
  return page(
    visit,
    { title: 'Contenus à revoir' },
    <>
      <h1>Contenus à revoir</h1>
      <p class="lede">
        Chaque contenu a une date de revue. Passé cette date, il reste en service {GRACE_DAYS} jours et figure
        ici ; ensuite il est retiré : une question n’est plus posée, un module n’est plus proposé.
      </p>
      {waiting.length === 0 ? (
        <p>
          Rien n’attend de revue aujourd’hui.
          {next && ` La prochaine date est le ${longDate(new Date(next.reviewBy))}.`}
        </p>
      ) : (
        <table class="catalogue-table">
          <caption>
            {waiting.length === 1 ? 'Un contenu attend' : `${waiting.length} contenus attendent`} une revue,
            le plus ancien d’abord
          </caption>
          <thead>
            <tr>
              <th scope="col">Contenu</th>
              <th scope="col">Nature</th>
              <th scope="col">À revoir depuis le</th>
              <th scope="col">Ce qui se passe</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((item) => (
              <tr>
                <th scope="row">
                  {item.title ?? item.id}
                  {item.title !== null && <span class="catalogue-table__id">{item.id}</span>}
                </th>
                <td>{KIND_NAMES[item.kind]}</td>
                <td>{longDate(new Date(item.reviewBy))}</td>
                <td>{outcomeOf(item)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>Comment revoir un contenu</h2>
      <p>
        Relisez le fichier nommé, vérifiez ses sources, corrigez s’il le faut, puis repoussez la date «
        reviewBy ». Une question dont le texte change prend un nouveau numéro de version ; changer la date ou
        l’état de relecture n’en demande pas.
      </p>
      <p>
        <a href="/contenus">Tous les contenus</a>
      </p>
    </>,
  );
}

function outcomeOf(item: Listed): string {
  const day = longDate(withdrawalOf(item));
  return item.state === 'withdrawn' ? `Retiré depuis le ${day}` : `En service jusqu’au ${day}`;
}

function byDate(a: Listed, b: Listed): number {
  return a.reviewBy < b.reviewBy ? -1 : 1;
}
