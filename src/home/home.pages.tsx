import { anyone, page, type Route, route, type Visit } from '../web/index.ts';
import { SteppingStones } from './stepping-stones.tsx';

export const homeRoutes: Route[] = [route('GET', '/', anyone, showHome)];

/** What this is, for whom, how long it takes, and what becomes of the results. */
function showHome(visit: Visit): Response {
  return page(
    visit,
    { title: 'Accompagner les élèves qui risquent de décrocher' },
    <>
      <section class="hero">
        <div>
          <h1 class="hero__title">Vous voyez qu’un élève s’éloigne. Que faire demain matin ?</h1>
          <p class="lede">
            Répondez à huit questions sur des situations d’établissement. Vous verrez ce que vous savez déjà
            pour accompagner les élèves qui risquent de décrocher, et chaque choix vous sera expliqué.
          </p>
          <p class="actions">
            <a class="fr-btn fr-btn--lg" href="/essai">
              Essayer trois questions
            </a>
            <a class="fr-btn fr-btn--secondary fr-btn--lg" href="/connexion">
              Se connecter
            </a>
          </p>
          <p class="hero__small">L’essai se fait sans compte et n’enregistre rien.</p>
        </div>
        <SteppingStones />
      </section>

      <section aria-labelledby="en-bref">
        <h2 id="en-bref">En bref</h2>
        <dl class="in-brief__list">
          <div>
            <dt>Pour qui</dt>
            <dd>
              Le personnel des collèges et des lycées : enseignement, CPE, AED, AESH, PsyEN, santé, service
              social, direction, référents et référentes décrochage, coordination MLDS. Les questions
              conviennent à votre métier.
            </dd>
          </div>
          <div>
            <dt>Combien de temps</dt>
            <dd>
              Des étapes de 8 questions, 8 à 10 minutes chacune. La première donne déjà un résultat utile ;
              trois le rendent complet. Vous pouvez vous arrêter et reprendre quand vous voulez.
            </dd>
          </div>
          <div>
            <dt>Ce que vous obtenez</dt>
            <dd>
              Une estimation par grands domaines, avec sa marge d’incertitude. Pour chaque question, des
              explications et leurs sources. Puis des pistes à explorer.
            </dd>
          </div>
          <div>
            <dt>À qui sont vos résultats</dt>
            <dd>
              À vous, et à personne d’autre. Ni votre direction, ni vos collègues, ni l’inspection ne peuvent
              les ouvrir. Ces résultats ne peuvent servir ni à évaluer, ni à recruter, ni à certifier. Vous
              pouvez les télécharger et les effacer à tout moment.
            </dd>
          </div>
        </dl>
      </section>

      <section class="why" aria-labelledby="pourquoi">
        <h2 id="pourquoi">Pourquoi</h2>
        <p class="lede">
          En 2023, 7,6 % des 18-24 ans en France étaient sortis de l’école sans diplôme. Les adultes qui
          entourent un élève voient souvent les signes. Ce qui manque, c’est de savoir quoi faire ensuite, à
          plusieurs, et assez tôt.
        </p>
        <p class="why__source">
          Source : sorties précoces, France, 2023 (Café pédagogique, 15 mai 2024). La plateforme mesure des
          connaissances et des jugements en situation. Les actes, eux, se voient dans la pratique.
        </p>
      </section>
    </>,
  );
}
