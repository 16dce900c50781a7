import { page, type Route, route, staff, type Viewer, type Visit } from '../web/index.ts';
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

async function showTogether(visit: Visit<Viewer>): Promise<Response> {
  const proposes = reachesOf(visit.viewer).length > 0;
  return page(
    visit,
    { title: 'Ensemble' },
    <>
      <h1>Ensemble</h1>
      <p class="lede">
        Ce qui se fait à plusieurs : apprendre au même moment, en parler en équipe, décider ce qu’on change.
        Vos résultats restent à vous : rien n’est partagé que vous n’ayez choisi.
      </p>
      {proposes && <Ways title="Ce que vous pouvez proposer" ways={TO_PROPOSE} />}
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
