import { countOverdue } from '../catalogue/index.ts';
import { countWaiting } from '../identity/index.ts';
import { administrator, page, type Route, route, type Viewer, type Visit } from '../web/index.ts';

export const administrationRoutes: Route[] = [route('GET', '/administration', administrator, showHub)];

/** Where those in charge of an académie, or of the whole, find what they answer for. */
async function showHub(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const waiting = await countWaiting(app.db, viewer);
  const overdue = countOverdue(app.content, app.now());
  const national = viewer.memberships.some(({ role }) => role === 'national');
  const doors = [
    {
      href: '/administration/personnes?etat=attente',
      text: 'Demandes de rattachement',
      about: waitingText(waiting),
    },
    {
      href: '/administration/personnes',
      text: 'Personnes',
      about: 'Chercher quelqu’un, voir ses rôles, en donner ou en retirer',
    },
    {
      href: '/administration/etablissements',
      text: 'Établissements',
      about: 'État, direction, nombre de personnes ; corriger une fiche',
    },
    { href: '/administration/journal', text: 'Journal', about: 'Qui a fait quoi, jour par jour' },
    ...(national
      ? [
          {
            href: '/contenus/a-revoir',
            text: 'Contenus à revoir',
            about:
              overdue === 0
                ? 'Rien n’attend de revue'
                : `${overdue} contenu${overdue > 1 ? 's' : ''} au-delà de sa date`,
          },
          {
            href: '/administration/questions',
            text: 'Statistiques des questions',
            about: 'Combien de réponses, quelle réussite, ce qui ne mesure pas bien',
          },
          {
            href: '/administration/taches',
            text: 'Tâches de fond',
            about: 'Ce que l’application fait seule, ce qui a échoué',
          },
        ]
      : []),
  ];
  return page(
    visit,
    { title: 'Administration', narrow: true },
    <>
      <h1>Administration</h1>
      <p class="lede">
        {national
          ? 'Pour toute la France.'
          : 'Pour votre académie : ses établissements, et les personnes qui y travaillent.'}{' '}
        Les résultats de chacun n’y figurent nulle part.
      </p>
      <ul class="affiliation__doors">
        {doors.map(({ href, text, about }) => (
          <li>
            <a href={href}>{text}</a>
            <span class="affiliation__detail">{about}</span>
          </li>
        ))}
      </ul>
    </>,
  );
}

function waitingText({ heads, others }: { heads: number; others: number }): string {
  if (heads + others === 0) return 'Aucune n’attend';
  const direction = heads === 0 ? '' : `${heads} de direction, que personne d’autre que vous ne confirme ; `;
  return `${direction}${others} d’autres personnes`;
}
