import { sql } from 'kysely';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

/** Answers not sent yet, then the fact of having answered: a sheet once sent is nobody’s. */
export const personalData: PersonalDataPart = {
  holds: ['self_diagnosis_draft.person_id', 'self_diagnosis_participant.person_id'],
  retention: [
    {
      what: 'Réponses d’auto-diagnostic pas encore envoyées',
      until: 'envoi, clôture par l’établissement, ou effacement du compte',
      job: null,
    },
    {
      what: 'Fait d’avoir répondu à l’auto-diagnostic',
      until: 'effacement du compte par la personne',
      job: null,
    },
    {
      what: 'Feuilles d’auto-diagnostic sans nom, priorités de l’établissement',
      until: 'sans limite : ne concernent personne',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<{ drafts: number; sent: number }>`
      select (select count(*) from self_diagnosis_draft where person_id = ${personId}) as drafts,
        (select count(*) from self_diagnosis_participant where person_id = ${personId}) as sent`.execute(db);
    const { drafts, sent } = rows[0]!;
    return countedLines([
      [drafts, 'auto-diagnostic pas encore envoyé', 'auto-diagnostics pas encore envoyés'],
      [
        sent,
        'auto-diagnostic auquel vous avez répondu, sans vos réponses',
        'auto-diagnostics auxquels vous avez répondu, sans vos réponses',
      ],
    ]);
  },
  async download(trx, { personId }) {
    return {
      auto_diagnostics: {
        réponses_pas_encore_envoyées: await trx
          .selectFrom('self_diagnosis_draft as a')
          .innerJoin('self_diagnosis as d', 'd.id', 'a.diagnosis_id')
          .select([
            'd.school as uai',
            'd.school_year as année',
            'a.answers as réponses',
            'a.changed_at as modifiées_le',
          ])
          .where('a.person_id', '=', personId)
          .orderBy('d.school_year')
          .orderBy('d.school')
          .execute(),
        réponses_envoyées_sans_nom: await trx
          .selectFrom('self_diagnosis_participant as p')
          .innerJoin('self_diagnosis as d', 'd.id', 'p.diagnosis_id')
          .select(['d.school as uai', 'd.school_year as année'])
          .where('p.person_id', '=', personId)
          .orderBy('d.school_year')
          .orderBy('d.school')
          .execute(),
      },
    };
  },
};
