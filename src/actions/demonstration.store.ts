import type { Db } from '../database/index.ts';
import { CHARACTERS } from '../identity/index.ts';
import type { Viewer } from '../web/index.ts';
import { findAdaptations, keepAdaptation } from './adaptations/adaptation.store.ts';
import { findMyProposals, keepProposal, reviewProposal } from './proposals/proposal.store.ts';
import type { ProposalTexts } from './proposals/proposal.ts';

const DAY = 86_400_000;

const PUBLISHED: ProposalTexts = {
  title: 'Le petit déjeuner du lundi, avant la première heure',
  summary:
    'Chaque lundi, de 7 h 30 à 8 h, le foyer ouvre avec deux adultes et quelques élèves de 3e. On y boit quelque chose de chaud, on y prépare son sac, et un adulte voit qui n’est pas là.',
  details:
    'En juin, choisir le lieu et les deux adultes\nEn septembre, inviter chaque élève de 6e par une carte remise en main propre\nÀ chaque vacances, demander aux élèves ce qu’ils gardent et ce qu’ils changent',
  partners: 'Le foyer socio-éducatif\nUne association de quartier',
  observed:
    'Douze à vingt élèves viennent. Les retards du lundi ont baissé dans deux classes, pas dans les autres : nous ne savons pas encore si c’est grâce à cela.',
  levels: ['college'],
  field: 'prévention',
  themes: ['climat-cooperation', 'transitions-accueil'],
};

const WAITING: ProposalTexts = {
  title: 'Deux lignes pour revenir',
  summary:
    'Quand un élève revient après une semaine d’absence, chaque professeur écrit deux lignes : ce qui compte, ce qui peut attendre. Une AED les lui remet le matin du retour et passe dix minutes avec lui.',
  details:
    'Un document partagé par classe\nLe point du matin avec une AED\nUn deuxième point une semaine après',
  partners: '',
  observed:
    'Huit retours depuis la rentrée. Les élèves disent savoir par où commencer. Un professeur sur trois oublie encore.',
  levels: ['college'],
  field: 'intervention',
  themes: ['transitions-accueil'],
};

/** One action published, one that waits, one idea adapted; once. */
export async function seedIdeas(db: Db, now: Date): Promise<void> {
  const [cpe, teacher, referent, trainer] = await Promise.all(
    ['Inès Delattre', 'Hélène Marchetti', 'Thomas Nguyen', 'Mei-Lin Garnier'].map((name) =>
      characterNamed(db, name),
    ),
  );
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  if (cpe && trainer && (await findMyProposals(db, cpe)).length === 0) {
    const id = await keepProposal(db, cpe, null, PUBLISHED, true, ago(60));
    if (id) {
      const message =
        'Merci. J’ai raccourci le titre et gardé ce que vous ne savez pas : c’est ce qui aidera les autres.';
      await reviewProposal(db, trainer, id, { decision: 'published', texts: PUBLISHED, message }, ago(45));
    }
  }
  if (teacher && (await findMyProposals(db, teacher)).length === 0)
    await keepProposal(db, teacher, null, WAITING, true, ago(4));
  if (referent && (await findAdaptations(db, referent)).every(({ mine }) => !mine)) {
    const action = await db
      .selectFrom('action_document')
      .select(['id', 'title'])
      .where('id', '=', 'A002')
      .executeTakeFirst();
    if (action)
      await keepAdaptation(
        db,
        referent,
        {
          id: null,
          action: action.id,
          title: action.title,
          kept: 'Un objet à fabriquer ensemble, entre le collège et le lycée professionnel.',
          changed: 'Un seul objet, en quatre séances, avec les élèves de 3e qui veulent voir un atelier.',
          withWhom: 'Le professeur de technologie et le lycée professionnel le plus proche',
          firstStep: 'Appeler le lycée pour fixer une visite d’atelier',
          firstDay: null,
          shown: true,
        },
        ago(9),
      );
  }
}

async function characterNamed(db: Db, name: string): Promise<Viewer | null> {
  const character = CHARACTERS.find((one) => one.name === name)!;
  const person = await db
    .selectFrom('person')
    .select(['id', 'audit_actor', 'email', 'profession', 'display_name'])
    .where('id', '=', character.id)
    .executeTakeFirst();
  return person
    ? {
        personId: person.id,
        auditActor: person.audit_actor,
        name: person.display_name,
        email: person.email,
        profession: person.profession,
        welcomed: true,
        demonstration: true,
        memberships: character.memberships,
      }
    : null;
}
