import { seedAssessments } from '../assessment/index.ts';
import { dayOf, daysAfter } from '../calendar/index.ts';
import type { Content, Profession } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import { CHARACTERS, SCHOOLS } from '../identity/index.ts';
import { finishModule } from '../learning/index.ts';
import type { Viewer } from '../web/index.ts';
import { chooseSteps, createCampaign, findOnDesk } from './desk/campaign.store.ts';
import { type Proposal, reachesOf, type Step } from './desk/campaign.ts';
import { joinCampaign } from './joining/member.store.ts';
import { replacePlan } from './plan/plan.store.ts';
import { proposePlan } from './plan/propose.ts';
import { lookAtTeam } from './team/round.store.ts';

const DAY = 86_400_000;

type Colleague = { name: string; profession: Profession; ability: number };

/** Colleagues one cannot sign in as; the first seven are in the group of the head, the others in that of the trainer. */
const COLLEAGUES: readonly Colleague[] = [
  { name: 'Nadia Ferrand', profession: 'enseignant', ability: -0.4 },
  { name: 'Hugo Castel', profession: 'professeur-principal', ability: 0.3 },
  { name: 'Mariam Diallo', profession: 'aesh', ability: 0.1 },
  { name: 'Quentin Leroux', profession: 'enseignant', ability: -0.9 },
  { name: 'Sylvie Anglade', profession: 'infirmier', ability: 0.6 },
  { name: 'Idris Benkacem', profession: 'aed', ability: -0.2 },
  { name: 'Julie Tran', profession: 'professeur-principal', ability: 0.8 },
  { name: 'Bastien Moreau', profession: 'enseignant', ability: 0.2 },
  { name: 'Farida Hamdi', profession: 'cpe', ability: 1 },
  { name: 'Olivier Petitjean', profession: 'enseignant', ability: -0.6 },
  { name: 'Aminata Sow', profession: 'professeur-principal', ability: 0.5 },
  { name: 'Clément Vidal', profession: 'aed', ability: -0.1 },
  { name: 'Rosa Martins', profession: 'assistant-social', ability: 0.9 },
  { name: 'Étienne Gall', profession: 'enseignant', ability: 0.4 },
];
const OF_THE_HEAD = 7;

/** A stage on everything, then one on a competence of what the team does best, or least. */
const twoStages = (index: number) => [
  { daysAgo: 30 + index },
  { daysAgo: 4 + index, competence: index % 2 === 0 ? '3.2' : '4.1' },
];

/** The team of the head talks well with pupils and families, and has less practice of deciding together. */
const LEANING = { '3': 1.7, '4': -1.2 };

type Story = {
  /** Number of the character who proposes it. */
  by: number;
  title: string;
  opening: string;
  competences: string[];
  steps: Step[];
  /** Days before and after now. */
  from: number;
  until: number;
  people: readonly number[];
  /** Characters in it, besides. */
  characters: { number: number; levels: boolean }[];
};

const module = (id: string): Step => ({ kind: 'module', id });
const dialogue = (id: string): Step => ({ kind: 'dialogue', id });
const STAGE: Step = { kind: 'stage', id: '1' };

const STORIES: readonly Story[] = [
  {
    by: 5,
    title: 'Réussir les retours',
    opening:
      'L’an dernier, plusieurs élèves sont revenus d’une exclusion ou d’une longue absence sans que nous soyons prêts.\nJe vous propose d’y travailler ensemble avant les vacances : une heure et demie en tout, à votre rythme. Nous en parlerons au conseil pédagogique.',
    competences: ['2.2', '4.2'],
    steps: [
      STAGE,
      module('2.2-un-retour-qui-tient'),
      module('4.2-un-accueil-retour-compris'),
      dialogue('retour-apres-trois-semaines'),
    ],
    from: -24,
    until: 25,
    people: COLLEAGUES.flatMap((_, index) => (index < OF_THE_HEAD ? [index] : [])),
    characters: [{ number: 2, levels: false }],
  },
  {
    by: 16,
    title: 'Garder le lien avec les familles',
    opening:
      'Pour celles et ceux qui appellent les familles, ou qui n’osent pas encore.\nTrois rendez-vous courts, puis un dialogue pour s’exercer sans risque. La dernière séance, en présence, partira de ce que vous aurez essayé.',
    competences: ['3.1', '3.2'],
    steps: [
      STAGE,
      module('3.1-dix-minutes-avec-un-eleve'),
      module('3.2-premier-appel'),
      dialogue('le-parent-qui-ne-repond-jamais'),
    ],
    from: -38,
    until: 32,
    people: COLLEAGUES.flatMap((_, index) => (index < OF_THE_HEAD ? [] : [index])),
    characters: [{ number: 3, levels: true }],
  },
];

/** Two groups, their people and their plans, by the very path people take; once. */
export async function seedCampaigns(db: Db, content: Content, now: Date): Promise<void> {
  const there = await db.selectFrom('campaign').select('id').limit(1).execute();
  if (there.length > 0) return;
  const colleagues: Viewer[] = [];
  for (const [index, colleague] of COLLEAGUES.entries()) {
    colleagues.push(await inventColleague(db, index, colleague, new Date(now.getTime() - 60 * DAY)));
  }
  await seedAssessments(
    db,
    content,
    now,
    colleagues.map(({ personId }, index) => ({
      personId,
      ability: COLLEAGUES[index]!.ability,
      ...(index < OF_THE_HEAD
        ? { leaning: LEANING, series: twoStages(index) }
        : { series: [{ daysAgo: 4 + index }] }),
    })),
  );
  for (const story of STORIES) await tell(db, content, story, colleagues, now);
}

async function tell(
  db: Db,
  content: Content,
  story: Story,
  colleagues: readonly Viewer[],
  now: Date,
): Promise<void> {
  const owner = await characterIn(db, story.by);
  const [reach] = owner ? reachesOf(owner) : [];
  if (!owner || !reach) return;
  const today = dayOf(now);
  const proposal: Proposal = {
    title: story.title,
    opening: story.opening,
    competences: story.competences,
    from: daysAfter(today, story.from),
    until: daysAfter(today, story.until),
  };
  const begun = new Date(now.getTime() + story.from * DAY);
  const id = await createCampaign(db, owner, reach, proposal, begun);
  if (!id) return;
  await chooseSteps(db, owner, id, story.steps, begun);
  const campaign = (await findOnDesk(db, owner, id))!;
  const modules = story.steps.flatMap((step) =>
    step.kind === 'module' ? (content.modules.find((one) => one.id === step.id) ?? []) : [],
  );
  for (const [rank, index] of story.people.entries()) {
    const member = colleagues[index]!;
    const joined = new Date(begun.getTime() + (rank + 1) * DAY);
    const choices = { levels: true, reminders: rank % 2 === 0, listed: rank % 3 === 0 };
    await joinCampaign(db, member, campaign.code, choices, joined);
    // The first module is done by all but one, the second by less than half.
    const done = modules.filter((_, place) => (place === 0 ? rank > 0 : rank % 3 === 1));
    for (const [place, one] of done.entries()) {
      await finishModule(db, member, one, new Date(joined.getTime() + (place + 2) * DAY));
    }
  }
  for (const { number, levels } of story.characters) {
    const member = await characterIn(db, number);
    if (!member) continue;
    const choices = { levels, reminders: true, listed: true };
    await joinCampaign(db, member, campaign.code, choices, new Date(begun.getTime() + DAY));
  }
  const { figures } = await lookAtTeam(db, owner, content, id, now);
  await replacePlan(db, owner, id, proposePlan({ campaign, figures, content, today }), now);
}

/** A character as they are in the database; null once erased. */
async function characterIn(db: Db, number: number): Promise<Viewer | null> {
  const { id, auditActor, name, email, profession, memberships } = CHARACTERS[number - 1]!;
  const there = await db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst();
  const rest = { welcomed: true, demonstration: true };
  return there ? { personId: id, auditActor, name, email, profession, memberships, ...rest } : null;
}

async function inventColleague(
  db: Db,
  index: number,
  { name, profession }: Colleague,
  at: Date,
): Promise<Viewer> {
  const suffix = String(index + 1).padStart(12, '0');
  const school = SCHOOLS[0].uai;
  const viewer: Viewer = {
    personId: `d5000000-0000-4000-8000-${suffix}`,
    auditActor: `d6000000-0000-4000-8000-${suffix}`,
    name,
    email: null,
    profession,
    welcomed: true,
    demonstration: true,
    memberships: [{ role: 'agent', school, academie: null }],
  };
  const created = await db
    .insertInto('person')
    .values({
      id: viewer.personId,
      audit_actor: viewer.auditActor,
      display_name: name,
      email: null,
      profession,
      school_answered: true,
      welcomed_at: at,
      notice_version: null,
      demonstration: true,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (created.length > 0) {
    await db
      .insertInto('membership')
      .values({
        role: 'agent',
        school,
        academie: null,
        person_id: viewer.personId,
        created_at: at,
        confirmed_at: at,
      })
      .execute();
  }
  return viewer;
}
