import { sql } from 'kysely';
import { countedLines, type PersonalDataPart } from '../privacy/index.ts';

const STATUS: Readonly<Record<string, string>> = {
  draft: 'brouillon',
  waiting: 'envoyée',
  changes: 'à reprendre',
  declined: 'non retenue',
  published: 'publiée',
  withdrawn: 'retirée',
};

/** Ideas adapted, proposed, and read again. A trigger erases proposals with their author, but those published. */
export const personalData: PersonalDataPart = {
  holds: ['action_adaptation.person_id', 'action_proposal.author', 'action_proposal.reviewer'],
  retention: [
    {
      what: 'Adaptations, propositions et relectures d’idées d’actions',
      until: 'suppression ou effacement du compte ; une action publiée demeure, sans auteur',
      job: null,
    },
  ],
  async count(db, { personId }) {
    const { rows } = await sql<{ adapted: number; proposed: number; reviewed: number }>`
      select (select count(*) from action_adaptation where person_id = ${personId}) as adapted,
        (select count(*) from action_proposal where author = ${personId}) as proposed,
        (select count(*) from action_proposal where reviewer = ${personId}) as reviewed`.execute(db);
    const { adapted, proposed, reviewed } = rows[0]!;
    return countedLines([
      [adapted, 'idée d’action adaptée', 'idées d’actions adaptées'],
      [proposed, 'action proposée', 'actions proposées'],
      [reviewed, 'proposition relue', 'propositions relues'],
    ]);
  },
  async download(trx, { personId }) {
    const proposals = await trx
      .selectFrom('action_proposal')
      .select([
        'status',
        'title as titre',
        'summary as résumé',
        'details as étapes',
        'partners as partenaires',
        'observed as observé',
        'levels as niveaux',
        'field as moment',
        'themes as thèmes',
        'message as message_de_la_relecture',
        'made_at as écrite_le',
        'sent_at as envoyée_le',
        'reviewed_at as relue_le',
      ])
      .where('author', '=', personId)
      .orderBy('made_at')
      .execute();
    const reviews = await trx
      .selectFrom('action_proposal')
      .select(['title as titre', 'status', 'message', 'reviewed_at as le'])
      .where('reviewer', '=', personId)
      .orderBy('reviewed_at')
      .execute();
    return {
      idées_d_actions: {
        adaptations: await trx
          .selectFrom('action_adaptation')
          .select([
            'action',
            'title as titre',
            'kept as gardé',
            'changed as changé',
            'with_whom as avec_qui',
            'first_step as premier_pas',
            'first_day as date',
            'shown as montrée_à_la_direction',
            'made_at as écrite_le',
            'changed_at as modifiée_le',
          ])
          .where('person_id', '=', personId)
          .orderBy('made_at')
          .execute(),
        propositions: proposals.map(withStatus),
        relectures: reviews.map(withStatus),
      },
    };
  },
};

function withStatus<Row extends { status: string }>({ status, ...row }: Row): object {
  return { état: STATUS[status] ?? status, ...row };
}
