import { type Membership, page, type Route, route, staff, type Viewer, type Visit } from '../web/index.ts';
import { reachesOf } from './desk/campaign.ts';

export const togetherRoutes: Route[] = [route('GET', '/ensemble', staff, showTogether)];

type Way = { href: string; title: string; text: string };

const FOR_ALL: readonly Way[] = [
  {
    href: '/mes-groupes',
    title: 'Mes groupes',
    text: 'Ce que vous suivez avec des collègues, ce que vous y partagez, et comment en sortir.',
  },
  {
    href: '/rejoindre',
    title: 'Rejoindre un groupe',
    text: 'Vous avez reçu un code ou un lien.',
  },
  {
    href: '/atelier',
    title: 'Participer à un atelier',
    text: 'Vous êtes dans la salle, un code est à l’écran : votre téléphone suffit, sans compte.',
  },
  {
    href: '/auto-diagnostic',
    title: 'Auto-diagnostic de l’établissement',
    text: 'Où en est notre politique contre le décrochage ? Chacun répond, sans nom ; les désaccords se discutent.',
  },
  {
    href: '/actions',
    title: 'Idées d’actions',
    text: 'Ce que des établissements ont fait, à adapter au vôtre.',
  },
];

const TO_PROPOSE: readonly Way[] = [
  {
    href: '/groupes',
    title: 'Les groupes que je propose',
    text: 'Réunir des collègues autour de modules et de dialogues, voir où en est le groupe, bâtir un plan de formation.',
  },
];

const TO_LEAD: readonly Way[] = [
  {
    href: '/ateliers',
    title: 'Mener un atelier',
    text: 'Une situation lue par plusieurs métiers, votée en direct ou sur papier, en 45 minutes.',
  },
];
const LEADERS: readonly Membership['role'][] = ['formateur', 'direction', 'referent'];

async function showTogether(visit: Visit<Viewer>): Promise<Response> {
  const { viewer } = visit;
  const ways = [
    ...(reachesOf(viewer).length > 0 ? TO_PROPOSE : []),
    ...(viewer.memberships.some(({ role }) => LEADERS.includes(role)) ? TO_LEAD : []),
  ];
  return page(
    visit,
    { title: 'Ensemble' },
    <>
      <h1>Ensemble</h1>
      <p class="lede">
        Ce qui se fait à plusieurs : apprendre au même moment, en parler en équipe, décider ce qu’on change.
        Vos résultats restent à vous : rien n’est partagé que vous n’ayez choisi.
      </p>
      {ways.length > 0 && <Ways title="Ce que vous pouvez proposer" ways={ways} />}
      <Ways title="Pour tout le monde" ways={FOR_ALL} />
    </>,
  );
}

function Ways({ title, ways }: { title: string; ways: readonly Way[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="ways">
        {ways.map(({ href, title: name, text }) => (
          <li class="way">
            <h3 class="fr-h5">
              <a href={href}>{name}</a>
            </h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
