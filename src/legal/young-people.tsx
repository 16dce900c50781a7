import { HeldTable } from './held-table.tsx';

/** What is kept of the young people a school follows, for them and for their families. */
export function YoungPeople() {
  return (
    <>
      <h2 id="eleves">Les élèves suivis</h2>
      <p>
        Un établissement n’ouvre un suivi qu’après avoir écrit de quel droit il le fait. Un élève y est un
        code tiré au hasard : ni nom, ni date de naissance, ni santé, ni famille, ni revenus.
      </p>
      <HeldTable caption="Données des élèves suivis, raison et durée" held={KEPT} />
      <p>
        L’élève ou sa famille, avec la feuille reçue de l’établissement,{' '}
        <a href="/acces">lit ce qui est gardé, le fait corriger, ou s’oppose au suivi</a>, sans compte et sans
        donner de raison.
      </p>
    </>
  );
}

const END = 'La fin de l’année scolaire qui suit la sortie au plus tard ; un mois après une opposition';

const KEPT = [
  {
    what: 'Classe, tranche d’âge, étapes, signes choisis dans une liste, entretiens et but de l’élève, décisions, accompagnements, réunions, personnes autorisées à lire et pour quel temps',
    why: 'Aider l’élève sans rien oublier, savoir où il en est six et douze mois après',
    until: END,
  },
  {
    what: 'Réponses aux questionnaires que l’élève remplit seul ; elles ne sont montrées à personne',
    why: 'Compter ce qui change, par groupes de vingt élèves au moins',
    until: `${END} ; ce qui n’est pas envoyé, trois semaines`,
  },
  {
    what: '« Relais demandé » : l’établissement, le suivi et le jour',
    why: 'Qu’un adulte aille vers l’élève qui l’a demandé',
    until: 'Un an, ou l’effacement du suivi',
  },
  {
    what: 'Alerte d’un personnel : signes choisis dans une liste, classe, date, sans le nom de l’élève',
    why: 'La lire, décider, répondre à son auteur',
    until: 'L’effacement du suivi qu’elle a ouvert ; trois mois sans suivi',
  },
  {
    what: 'Codes de questionnaire et mots secrets, sous une forme illisible',
    why: 'Ouvrir sans compte ce qui revient à l’élève et à sa famille',
    until: 'Un seul usage, trois semaines pour un questionnaire, ou l’effacement du suivi',
  },
  {
    what: 'Demandes d’opposition et de correction',
    why: 'Y répondre',
    until: 'L’effacement du suivi',
  },
];
