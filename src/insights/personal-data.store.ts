import { sql } from 'kysely';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

/** What staff feel able to do, before and after, and the figures they entered for a school or the académies. */
export const personalData: PersonalDataPart = {
  holds: ['staff_questionnaire.person_id', 'school_figure.entered_by', 'comparison_figure.entered_by'],
  retention: [
    {
      what: 'Ce que les personnels se sentent capables de faire, avant et après',
      until: 'effacement du compte ; les nombres de personnes demeurent',
      job: null,
    },
    {
      what: 'Chiffres d’un établissement ou d’une académie',
      until: 'sans limite : ce sont des nombres ; sans nom de qui les a saisis une fois son compte effacé',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<{ answered: number; figures: number }>`
      select (select count(*) from staff_questionnaire where person_id = ${personId}) as answered,
        (select count(*) from school_figure where entered_by = ${personId})
          + (select count(*) from comparison_figure where entered_by = ${personId}) as figures`.execute(db);
    const { answered, figures } = rows[0]!;
    return countedLines([
      [
        answered,
        'questionnaire sur ce que vous vous sentez capable de faire',
        'questionnaires sur ce que vous vous sentez capable de faire',
      ],
      [figures, 'ligne de chiffres saisie sous votre nom', 'lignes de chiffres saisies sous votre nom'],
    ]);
  },
  async download(trx, { personId }) {
    return {
      sentiment_d_efficacité: await trx
        .selectFrom('staff_questionnaire')
        .select([
          'instrument as questionnaire',
          'version',
          'before_answers as réponses_avant',
          'before_at as avant_le',
          'after_answers as réponses_après',
          'after_at as après_le',
        ])
        .where('person_id', '=', personId)
        .orderBy('instrument')
        .execute(),
      chiffres_d_établissement_saisis: await trx
        .selectFrom('school_figure')
        .select(['school as uai', 'school_year as année', 'entered_at as le'])
        .where('entered_by', '=', personId)
        .orderBy('school')
        .orderBy('school_year')
        .execute(),
      chiffres_de_comparaison_saisis: await trx
        .selectFrom('comparison_figure')
        .select(['academie as académie', 'school_year as année', 'entered_at as le'])
        .where('entered_by', '=', personId)
        .orderBy('academie')
        .orderBy('school_year')
        .execute(),
    };
  },
};
