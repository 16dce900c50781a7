import type { Report } from '../report/report.ts';
import type { Told } from './efficacy.ts';

/** The young people and the staff, one after the other, on one page. */
export function efficacyReport(told: readonly Told[]): Report {
  return {
    title: 'Se sentir capable',
    lede: 'Ce que les jeunes accompagnés et les personnels se sentent capables de faire, avant et après.',
    headlines: told.flatMap(({ headlines }) => headlines),
    sections: told.flatMap(({ sections }) => sections),
    definition: [
      'Seules comptent les personnes qui ont répondu aux deux moments : chacune est comparée à elle-même.',
      'Intervalles à 95 % par rééchantillonnage (BCa, mille tirages, toujours les mêmes pour les mêmes effectifs).',
      'dz divise l’écart moyen par la dispersion des écarts ; le d moyen, par celle des personnes. Ne comparez pas l’un à l’autre.',
      'Questionnaires exploratoires : ils disent comment va un groupe, jamais ce que vaut une personne.',
      'Les réponses sont arrondies pour tout le monde, même pour qui ouvre les dossiers des jeunes : qui donne un code sait qui a répondu, jamais quoi.',
      'Un jeune qui a passé une ou deux questions sur huit compte par la moyenne des autres ; au-delà, il compte parmi ceux qui ont répondu, pas dans le changement. La fidélité ne se calcule que sur les réponses entières.',
      'Une réponse n’est lue par personne ici : seul est compté combien de personnes sont passées d’un total à un autre.',
    ],
  };
}
