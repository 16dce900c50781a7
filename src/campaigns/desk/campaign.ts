import { daysAfter, daysBetween, isDay } from '../../calendar/index.ts';
import { type Content, competencesOf } from '../../content/index.ts';
import type { FieldError, Viewer } from '../../web/index.ts';

/** Whom a group is for: the people of a school, or of all the schools of an académie. */
export type Reach = { kind: 'school' | 'academie'; code: string };

export type StepKind = 'stage' | 'module' | 'dialogue';
export type Step = { kind: StepKind; id: string };

/** What whoever proposes a group decides. */
export type Proposal = {
  title: string;
  opening: string;
  /** YYYY-MM-DD */
  from: string;
  until: string;
  competences: string[];
};
export type Campaign = Proposal & {
  id: string;
  code: string;
  reach: Reach;
  /** Name of the school or of the académie. */
  reachName: string;
  /** Null once the account was erased. */
  proposedBy: string | null;
  archivedAt: Date | null;
  remindedAt: Date | null;
  steps: Step[];
};

export const LONGEST_TITLE = 80;
export const LONGEST_OPENING = 1_500;
const LONGEST_DAYS = 400;
/** A stage is eight questions; three make a positionnement full. */
export const MOST_STAGES = 3;
export const MOST_CONTENTS = 24;

/** For whom the viewer may propose groups: their own school as its head, their académie as its trainer. */
export function reachesOf({ memberships }: Pick<Viewer, 'memberships'>): Reach[] {
  return memberships.flatMap(({ role, school, academie }): Reach[] => {
    if (role === 'direction' && school) return [{ kind: 'school', code: school }];
    return role === 'formateur' && academie ? [{ kind: 'academie', code: academie }] : [];
  });
}

export function isSame(one: Reach, other: Reach): boolean {
  return one.kind === other.kind && one.code === other.code;
}

export type Moment = 'archived' | 'to-come' | 'open' | 'over';

export function momentOf(
  { from, until, archivedAt }: Pick<Campaign, 'from' | 'until' | 'archivedAt'>,
  today: string,
): Moment {
  if (archivedAt !== null) return 'archived';
  if (today < from) return 'to-come';
  return today > until ? 'over' : 'open';
}

export type TypedProposal = {
  title: string;
  opening: string;
  from: string;
  until: string;
  competences: readonly string[];
};

/** What was typed, or what is wrong with it. */
export function readProposal(
  typed: TypedProposal,
  { framework }: Pick<Content, 'framework'>,
): { proposal: Proposal } | { errors: FieldError[] } {
  const title = typed.title.replace(/\s+/g, ' ').trim();
  const opening = typed.opening.replaceAll('\r\n', '\n').trim();
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (title === '') say('titre', 'Donnez un nom au groupe.');
  if (title.length > LONGEST_TITLE) say('titre', `Le nom est trop long : ${LONGEST_TITLE} signes au plus.`);
  if (opening.length > LONGEST_OPENING) {
    say(
      'mot',
      `Le mot d’accueil est trop long : ${LONGEST_OPENING} signes au plus, il y en a ${opening.length}.`,
    );
  }
  if (!isDay(typed.from)) say('du', 'Donnez le premier jour.');
  if (!isDay(typed.until)) say('au', 'Donnez le dernier jour.');
  if (isDay(typed.from) && isDay(typed.until)) {
    const days = daysBetween(typed.from, typed.until);
    if (days < 0) say('au', 'Le dernier jour vient avant le premier : corrigez l’un des deux.');
    if (days > LONGEST_DAYS) say('au', 'Un groupe dure treize mois au plus : rapprochez le dernier jour.');
  }
  const competences = competencesOf(framework)
    .map(({ code }) => code)
    .filter((code) => typed.competences.includes(code));
  if (competences.length === 0) say('competences', 'Choisissez au moins une compétence à travailler.');
  if (errors.length > 0) return { errors };
  return { proposal: { title, opening, from: typed.from, until: typed.until, competences } };
}

export type TypedSteps = { stages: string; modules: readonly string[]; dialogues: readonly string[] };

/** The steps in the order they are shown: finding out where one stands, then modules, then conversations. */
export function readSteps(
  { stages, modules, dialogues }: TypedSteps,
  content: Pick<Content, 'modules' | 'dialogues'>,
): { steps: Step[] } | { errors: FieldError[] } {
  const count = Math.min(MOST_STAGES, Math.max(0, Number.parseInt(stages, 10) || 0));
  const steps: Step[] = [
    ...Array.from({ length: count }, (_, index): Step => ({ kind: 'stage', id: String(index + 1) })),
    ...content.modules
      .filter(({ id }) => modules.includes(id))
      .map(({ id }): Step => ({ kind: 'module', id })),
    ...content.dialogues
      .filter(({ id }) => dialogues.includes(id))
      .map(({ id }): Step => ({ kind: 'dialogue', id })),
  ];
  if (steps.length === 0) {
    return { errors: [{ field: 'etapes', message: 'Choisissez au moins une chose à faire.' }] };
  }
  if (steps.length > MOST_CONTENTS) {
    return { errors: [{ field: 'etapes', message: `C’est beaucoup : ${MOST_CONTENTS} choses au plus.` }] };
  }
  return { steps };
}

/** What a step is called, and where it is done; null when the content no longer has it. */
export function describeStep(
  { kind, id }: Step,
  content: Pick<Content, 'modules' | 'dialogues'>,
): { title: string; nature: string; href: string; minutes: number } | null {
  if (kind === 'stage') {
    return {
      title: STAGE_TITLES[Number(id) - 1]!,
      nature: 'Positionnement',
      href: '/mon-espace',
      minutes: 10,
    };
  }
  if (kind === 'module') {
    const module = content.modules.find((one) => one.id === id);
    if (!module) return null;
    return { title: module.title, nature: 'Module', href: `/modules/${id}`, minutes: module.minutes };
  }
  const dialogue = content.dialogues.find((one) => one.id === id);
  if (!dialogue) return null;
  return { title: dialogue.title, nature: 'Dialogue', href: `/dialogues/${id}`, minutes: dialogue.minutes };
}

const STAGE_TITLES = [
  'Une première étape de huit questions',
  'Une deuxième étape, pour préciser',
  'Une troisième étape, pour un positionnement complet',
] as const;

/** The dates first proposed for a new group: from today, six weeks. */
export function usualDates(today: string): Pick<Proposal, 'from' | 'until'> {
  return { from: today, until: daysAfter(today, 42) };
}
