import { anyone, page, type Route, route, type Visit } from '../web/index.ts';

export const proposalRoutes: Route[] = [route('GET', '/contenus/proposer', anyone, showSheet)];

/** Boxes to fill in by hand once printed, with what each is for. */
const BOXES: readonly { name: string; help: string; lines: number }[] = [
  {
    name: 'La situation',
    help: 'En 90 mots au plus : qui vous êtes, quel élève (prénom inventé, classe), quand, ce que vous voyez. Terminez par la décision à prendre.',
    lines: 6,
  },
  { name: 'Ce que vous feriez', help: 'Une action précise, avec une date ou une personne.', lines: 2 },
  { name: 'Pourquoi', help: 'Ce que cela change pour l’élève. Une phrase.', lines: 2 },
  {
    name: 'Ce que font aussi de bons collègues (1)',
    help: 'Une réponse plausible, écrite avec le même soin que la vôtre, et ce qui lui manque.',
    lines: 3,
  },
  { name: 'Ce que font aussi de bons collègues (2)', help: 'Même chose.', lines: 3 },
  { name: 'Ce que font aussi de bons collègues (3)', help: 'Même chose.', lines: 3 },
  {
    name: 'Sur quoi cela repose',
    help: 'Un texte, une étude, ou deux raisons qui ne dépendent pas l’une de l’autre.',
    lines: 3,
  },
  { name: 'Pour qui', help: 'Les métiers auxquels cette décision revient.', lines: 1 },
];

/** A question proposed without any tool: a sheet to print, or to copy into a message. */
function showSheet(visit: Visit): Response {
  return page(
    visit,
    { title: 'Proposer une question', narrow: true },
    <>
      <h1>Proposer une question</h1>
      <p class="lede">
        Une bonne question part d’une vraie hésitation : un moment où deux collègues compétents ne feraient
        pas la même chose. Racontez-la ici, à la main ou au clavier.
      </p>
      <div class="on-screen">
        <ol>
          <li>Imprimez cette page, ou recopiez les titres dans un message.</li>
          <li>
            Changez les prénoms, la classe et tout ce qui ferait reconnaître un élève ou un collègue.
            N’écrivez rien sur la santé ni sur la famille.
          </li>
          <li>
            Envoyez la feuille ou le message à l’adresse de la page <a href="/contact">Contact</a>, avec votre
            nom si vous voulez qu’on vous réponde.
          </li>
        </ol>
        <p>
          Deux personnes la liront sans voir votre réponse. Si elles n’arrivent pas à la vôtre, on vous le
          dira : c’est souvent que la situation peut se lire de deux façons.
        </p>
        <h2>La feuille</h2>
      </div>
      <div>
        {BOXES.map(({ name, help, lines }) => (
          <section class="proposal__box">
            <h3 class="proposal__name">{name}</h3>
            <p class="proposal__help">{help}</p>
            <div class={`proposal__lines proposal__lines--${lines}`} aria-hidden="true" />
          </section>
        ))}
      </div>
      <p class="on-screen">
        <a href="/contenus">Voir tous les contenus</a>
      </p>
    </>,
  );
}
