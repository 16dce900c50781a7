import type { Operator } from '../web/index.ts';
import { Said } from './operator.tsx';

type Props = { operator: Operator };

export function Contact({ operator }: Props) {
  return (
    <>
      <p class="lede">Une question, une erreur, une page qui bloque ? Écrivez-nous, ou appelez.</p>
      <p>
        Courriel :{' '}
        <Said by={operator} what="email">
          adresse électronique
        </Said>
      </p>
      <p>
        Téléphone :{' '}
        <Said by={operator} what="phone">
          numéro et horaires
        </Said>
      </p>
      <p>
        Courrier :{' '}
        <Said by={operator} what="address">
          adresse postale
        </Said>
      </p>
      <p>N’écrivez jamais le nom d’un élève. Si une page vous a donné un numéro d’incident, joignez-le.</p>
      <h2>Vous êtes un élève, ou sa famille</h2>
      <p>
        Votre établissement est le premier à qui parler : c’est lui qui décide du suivi.{' '}
        <a href="/acces">Lire ce qui est gardé, le faire corriger ou s’y opposer</a> se fait ici, avec la
        feuille qu’il vous a donnée, ou sur papier auprès de lui.
      </p>
      <p>En danger, ou inquiet pour quelqu’un ? Le 119 répond jour et nuit, gratuitement.</p>
      <h2>Signaler une faille de sécurité</h2>
      <p>
        Écrivez à{' '}
        <Said by={operator} what="securityEmail">
          adresse pour la sécurité
        </Said>{' '}
        avant d’en parler ailleurs.
      </p>
    </>
  );
}

/** What it costs, as public services say it. */
export function Budget({ operator }: Props) {
  return (
    <>
      <p class="lede">Ce que coûte ce service, et qui le paie.</p>
      <h2>Montants</h2>
      <p>
        <Said by={operator} what="budget">
          coût par an, dont hébergement, développement, accompagnement ; qui paie
        </Said>
      </p>
      <h2>Ce qui ne coûte rien</h2>
      <ul>
        <li>Les personnels, les élèves et les familles ne paient rien.</li>
        <li>Le code et les contenus sont libres : il n’y a pas de licence à acheter.</li>
        <li>Le site n’appelle aucun service payant d’un tiers pour afficher ses pages.</li>
        <li>Il n’y a ni publicité ni vente de données, donc aucune recette.</li>
      </ul>
      <h2>Ce qu’il faut pour le faire tourner</h2>
      <p>
        Une machine ordinaire et une base de données PostgreSQL ; un serveur d’envoi de courriels ; du temps
        pour relire les contenus, répondre aux personnes et faire les mises à jour. Ce temps est la dépense
        principale.
      </p>
    </>
  );
}
