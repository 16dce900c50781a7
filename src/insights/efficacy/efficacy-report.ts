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
      'Les réponses des personnels sont arrondies pour tout le monde, et celles des jeunes pour qui ne peut pas ouvrir leurs dossiers.',
      'Une réponse n’est lue par personne ici : seul est compté combien de personnes sont passées d’un total à un autre.',
    ],
  };
}
