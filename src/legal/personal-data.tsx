import type { Operator } from '../web/index.ts';
import { DataFlow } from './data-flow.tsx';
import { HELD } from './held.ts';
import { HeldTable } from './held-table.tsx';
import { Said } from './operator.tsx';
import { YoungPeople } from './young-people.tsx';

type Props = { operator: Operator; demonstration: boolean };

/** What is kept, why, who sees it and where it goes: the notice people are owed. */
export function PersonalData({ operator, demonstration }: Props) {
  return (
    <>
      {demonstration && (
        <p class="lede">
          Vous êtes dans la démonstration : ses personnes sont inventées, et tout le monde peut entrer à leur
          place. N’y écrivez rien de personnel.
        </p>
      )}
      <h2>Qui en est responsable</h2>
      <p>
        Pour les personnels :{' '}
        <Said by={operator} what="controller">
          organisme responsable du traitement
        </Said>
        . Base légale :{' '}
        <Said by={operator} what="legalBasis">
          base légale retenue
        </Said>
        . Pour les élèves suivis, le responsable est celui que l’établissement a écrit avant d’ouvrir un
        suivi.
      </p>
      <p>
        Délégué ou déléguée à la protection des données :{' '}
        <Said by={operator} what="officer">
          contact
        </Said>
        .
      </p>
      <h2>Ce qui est enregistré</h2>
      <HeldTable caption="Données enregistrées, raison et durée" held={HELD} />
      <YoungPeople />
      <h2>Qui y a accès</h2>
      <p>
        Personne d’autre que vous ne voit vos réponses, vos niveaux et vos plans : ni votre direction, ni vos
        collègues, ni le rectorat. Trois exceptions, que vous décidez et que vous pouvez retirer : un plan ou
        une étude de cas que vous montrez à une personne, et une pratique que vous demandez à une personne de
        confirmer. Si vous l’acceptez dans un groupe, vos niveaux sont ajoutés à ceux d’au moins quatre autres
        personnes, et seule la moyenne est montrée.
      </p>
      <p>
        Les personnes qui font fonctionner le service peuvent accéder techniquement à la base :{' '}
        <Said by={operator} what="access">
          qui, et dans quel cadre
        </Said>
        .
      </p>
      <p>
        Ces résultats ne doivent servir ni à évaluer une carrière, ni à recruter, ni à certifier. Aucune
        décision n’est prise automatiquement à votre sujet.
      </p>
      <h2 id="flux">Par où elles passent</h2>
      <DataFlow />
      <h2>Où elles se trouvent</h2>
      <p>
        <Said by={operator} what="storage">
          pays et hébergeur, sauvegardes et leur durée
        </Said>
        . Le site n’appelle aucun service extérieur pour afficher ses pages : ni mesure d’audience, ni
        publicité, ni police de caractères d’un tiers.
      </p>
      <h2>Cookies</h2>
      <p>
        Trois cookies, indispensables et donc sans bandeau : l’un garde votre session ouverte, douze heures au
        plus, vingt-quatre si vous le demandez ; l’autre retient un quart d’heure l’adresse à laquelle un code
        vient de partir ; le dernier, une demi-heure, l’aller et retour chez un fournisseur d’identité. Un
        élève qui remplit un questionnaire, une famille qui lit ce qui est gardé en ont un chacun, jusqu’à la
        fermeture du navigateur. Le téléphone qui rejoint un atelier en a un, un jour.
      </p>
      <h2>Vos droits</h2>
      <p>
        <a href="/mes-donnees">Voir, télécharger, effacer</a> : c’est immédiat, sans demande à faire.{' '}
        <a href="/mon-compte">Corriger</a> : dans votre compte. Vous opposer à un usage, ou le limiter :{' '}
        <Said by={operator} what="officer">
          contact de la personne déléguée
        </Said>
        . Vous pouvez aussi saisir la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
    </>
  );
}
