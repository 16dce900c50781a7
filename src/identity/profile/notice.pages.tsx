import { IDLE_HOURS, LONG_HOURS } from '../session.ts';

/** What everybody reads before using the platform. Its version is `NOTICE_VERSION`: change both together. */
export function Notice() {
  return (
    <div class="notice">
      <h2>Ce qui est enregistré</h2>
      <ul>
        <li>
          votre nom, votre adresse électronique, votre métier et votre établissement si vous en avez donné un
          ;
        </li>
        <li>
          les questions posées, vos réponses, leur date, et ce que nous en déduisons : un niveau par
          compétence ;
        </li>
        <li>
          les modules suivis, vos choix aux exercices et dans les dialogues, vos révisions et vos plans « Si…
          alors… » ;
        </li>
        <li>si vous y répondez, ce que vous vous sentez capable de faire, avant et après ;</li>
        <li>le jour où vous avez fini une répétition, sans vos choix, et le rangement de votre parcours ;</li>
        <li>
          l’adresse de la personne à qui vous montrez un plan, si vous le faites, et le mot qu’elle écrit ;
        </li>
        <li>
          les attestations d’heures que vous établissez, les badges que vous faites signer, les ateliers que
          vous ouvrez ;
        </li>
        <li>
          les groupes que vous rejoignez, et ce que vous acceptez d’y partager : rien n’y est coché pour vous
          ;
        </li>
        <li>vos études de cas : ce que vous écrivez, l’horloge, votre grille, et qui vous relit ;</li>
        <li>
          votre dossier pour le certificat, et les pratiques que vous demandez à un pair de confirmer ou que
          vous confirmez ;
        </li>
        <li>le fait d’avoir donné un avis ; les réponses, elles, sont gardées sans lien avec vous ;</li>
        <li>
          le fait d’avoir répondu à l’auto-diagnostic de l’établissement ; les réponses envoyées, elles, sont
          gardées sans lien avec vous ;
        </li>
        <li>les adaptations et les propositions d’actions que vous écrivez ;</li>
        <li>le rythme des rappels par courriel, si vous en demandez ;</li>
        <li>les alertes que vous donnez sur un élève, sans son nom, et ce qui vous est répondu ;</li>
        <li>
          les suivis de jeunes qui vous sont ouverts, et le jour où vous les lisez : la personne qui anime le
          GPDS et la direction le voient ;
        </li>
        <li>les signalements que vous écrivez sur une question ;</li>
        <li>
          un journal des actions (connexion, réponse, téléchargement), sous un numéro et non sous votre nom.
        </li>
      </ul>

      <h2>Pourquoi</h2>
      <p>
        Pour choisir les questions qui vous apprennent quelque chose, vous montrer où vous en êtes et vous
        laisser reprendre là où vous étiez.
      </p>

      <h2>Qui voit vos résultats</h2>
      <p>
        <strong>Personne d’autre que vous</strong> : ni votre direction, ni vos collègues, ni le rectorat.
        Dans un groupe, et si vous l’acceptez, ils comptent dans une moyenne d’au moins cinq personnes. Les
        personnes qui font fonctionner le service peuvent accéder techniquement à la base :{' '}
        <span class="blank">[qui, et pour quoi, à compléter par l’exploitant]</span>.
      </p>

      <h2>À quoi cela ne doit jamais servir</h2>
      <p>
        Ni à vous évaluer dans votre carrière, ni à recruter, ni à certifier. Les niveaux affichés sont des
        repères pour progresser : ils reposent encore sur l’avis d’experts, pas sur des mesures à grande
        échelle.
      </p>

      <h2>Combien de temps</h2>
      <p>
        Tant que votre compte existe. Vous l’effacez quand vous voulez. Seul le journal sous numéro demeure,
        sans rien qui permette de savoir que c’était vous. La session se ferme après {IDLE_HOURS} heures sans
        activité, ou {LONG_HOURS} heures après la connexion si vous le demandez. Durée de conservation d’un
        compte inutilisé : <span class="blank">[à compléter par l’exploitant]</span>.
      </p>

      <h2>Vos droits</h2>
      <p>
        À tout moment, dans « Mes données » : voir, télécharger et effacer. Dans « Mon compte » : corriger.
        Pour toute question, ou pour vous opposer à un traitement :{' '}
        <span class="blank">
          [adresse de contact et délégué à la protection des données, à compléter par l’exploitant]
        </span>
        . Vous pouvez aussi saisir la CNIL, sur cnil.fr.
      </p>
    </div>
  );
}
