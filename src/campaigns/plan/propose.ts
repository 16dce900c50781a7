import { CUT_SCORES } from '../../../psychometrics/index.ts';
import { daysAfter, daysBetween, isPublicHoliday, schoolYearOf } from '../../calendar/index.ts';
import { type Content, competencesOf } from '../../content/index.ts';
import type { Campaign } from '../desk/campaign.ts';
import { mostUseful, type TeamFigures } from '../team/figures.ts';
import type { Draft, Owner } from './training-plan.ts';

type Known = Pick<Content, 'framework' | 'modules' | 'dialogues' | 'workshops'>;
type Asked = {
  campaign: Pick<Campaign, 'competences' | 'reach' | 'steps'>;
  /** What is published of the team now, if anything. */
  figures: TeamFigures | null;
  content: Known;
  today: string;
};

type Undated = Omit<Draft, 'from' | 'until'> & { days: number };

/** More than three subjects in a year, and none is worked on. */
const MOST_SUBJECTS = 3;

/**
 * A plan for the rest of the school year, with the reason of each line: the council decides, what the group needs most
 * comes first — alone (modules), aloud (a conversation), together (a workshop) —, a strength is shown to the others, and the
 * council looks back. Without a team view, the subjects are those chosen for the group.
 */
export function proposePlan({ campaign, figures, content, today }: Asked): Draft[] {
  const subjects = subjectsOf(campaign.competences, figures, content);
  const trainer: Owner = campaign.reach.kind === 'academie' ? 'Formation académique' : 'Direction';
  const known = notYet(campaign.steps, content);
  const discussed = subjectToDiscuss(subjects, known);
  const lines: Undated[] = [
    councilAtStart,
    ...stageIfLittleIsKnown(figures),
    ...subjects.flatMap((subject) => [
      ...subjectLines(subject, known),
      ...(subject === discussed ? [workshopLine(subject, known, trainer)] : []),
    ]),
    ...strengthToShow(figures, content),
    councilAtEnd,
  ];
  return spread(lines, today);
}

type Subject = { code: string; title: string; domain: string; advanced: boolean; why: string };

function subjectsOf(chosen: readonly string[], figures: TeamFigures | null, { framework }: Known): Subject[] {
  const useful = figures ? mostUseful(figures) : [];
  const codes = [...new Set([...useful, ...chosen])].slice(0, MOST_SUBJECTS);
  return codes.map((code) => {
    const index = framework.domains.findIndex((one) => one.code === code.split('.')[0]);
    const domain = framework.domains[index]!;
    const title = competencesOf(framework).find((one) => one.code === code)!.title;
    const known = figures?.domains[index];
    const isNeed = figures?.competences.find((one) => one.code === code)?.standing === 'need';
    return {
      code,
      title,
      domain: domain.title,
      advanced: known !== undefined && known.mean >= CUT_SCORES.cuts[1],
      why: whyOf({ useful: useful.includes(code), isNeed, domain: domain.title }),
    };
  });
}

function whyOf({ useful, isNeed, domain }: { useful: boolean; isNeed: boolean; domain: string }): string {
  if (!useful) return 'Compétence choisie pour ce groupe.';
  if (isNeed) return 'Dans ce groupe, cette compétence est moins assurée que les autres.';
  return `« ${domain} » est un besoin du groupe : ce domaine y est moins assuré que les autres.`;
}

const councilAtStart: Undated = {
  kind: 'council',
  contentId: null,
  title: 'Présenter le plan au conseil pédagogique',
  reason: 'Pour décider ensemble du temps que l’équipe s’y donne, avant de commencer.',
  owner: 'Direction',
  days: 1,
};

const councilAtEnd: Undated = {
  kind: 'council',
  contentId: null,
  title: 'Faire le bilan au conseil pédagogique',
  reason: 'Pour dire ce qui a changé dans les pratiques, et ce que l’on garde pour la rentrée.',
  owner: 'Direction',
  days: 1,
};

/** From so many competences rarely measured, more answers are worth more than more modules. */
const MANY_UNKNOWN = 8;

function stageIfLittleIsKnown(figures: TeamFigures | null): Undated[] {
  const unknown = figures?.competences.filter(({ measured }) => measured === 'rarely').length ?? 16;
  if (unknown < MANY_UNKNOWN) return [];
  return [
    {
      kind: 'stage',
      contentId: null,
      title: 'Une étape de positionnement, huit questions',
      reason: figures
        ? `${unknown} compétences sur 16 sont encore rarement mesurées dans le groupe : dix minutes chacun et chacune diront mieux où il en est.`
        : 'On ne sait pas encore ce dont le groupe a besoin : dix minutes chacun et chacune le diront.',
      owner: 'Chaque membre du groupe',
      days: 14,
    },
  ];
}

/** The first subject on which there is a situation to read together; without any, the first. */
function subjectToDiscuss(subjects: readonly Subject[], { workshops }: Known): Subject | undefined {
  return (
    subjects.find(({ code }) => workshops.some(({ competences }) => competences.includes(code))) ??
    subjects[0]
  );
}

/** The situation that is about the subject first of all, when there is one. */
function workshopLine({ code, title }: Subject, { workshops }: Known, trainer: Owner): Undated {
  const [situation] = workshops
    .filter(({ competences }) => competences.includes(code))
    .sort((one, other) => one.competences.indexOf(code) - other.competences.indexOf(code));
  return {
    kind: 'workshop',
    contentId: situation?.id ?? null,
    title: situation?.title ?? `Atelier en équipe, 45 minutes : ${title}`,
    reason: `Quarante-cinq minutes en équipe sur « ${title} » : chaque métier voit une part de la situation, l’atelier les met ensemble et finit par ce que l’équipe fera.`,
    owner: trainer,
    days: 1,
  };
}

function subjectLines(subject: Subject, { modules, dialogues }: Known): Undated[] {
  const { code, title, advanced, why } = subject;
  // The module of their level; when the group has it already, the other one of the competence.
  const module =
    modules.find((one) => one.competence === code && one.levels[0] === (advanced ? 3 : 1)) ??
    modules.find((one) => one.competence === code);
  const dialogue = dialogues.find(({ competences }) => competences.includes(code));
  const lines: Undated[] = [];
  if (module) {
    lines.push({
      kind: 'module',
      contentId: module.id,
      title: module.title,
      reason: `${why} « ${title} » : ${module.levels[0] === 1 ? 'un module pour commencer' : 'un module pour aller plus loin'}, ${module.minutes} minutes.`,
      owner: 'Chaque membre du groupe',
      days: 21,
    });
  }
  if (dialogue) {
    lines.push({
      kind: 'dialogue',
      contentId: dialogue.id,
      title: dialogue.title,
      reason: `Pour s’exercer sur « ${title} » sans risque, puis en parler à deux.`,
      owner: 'Chaque membre du groupe',
      days: 21,
    });
  }
  return lines;
}

/** The content but for what the group does already. */
function notYet(steps: Campaign['steps'], { modules, dialogues, ...rest }: Known): Known {
  const has = (kind: string, id: string) => steps.some((step) => step.kind === kind && step.id === id);
  return {
    ...rest,
    modules: modules.filter(({ id }) => !has('module', id)),
    dialogues: dialogues.filter(({ id }) => !has('dialogue', id)),
  };
}

function strengthToShow(figures: TeamFigures | null, { framework }: Known): Undated[] {
  const index = figures?.domains.findIndex(({ standing }) => standing === 'strength') ?? -1;
  if (index < 0) return [];
  return [
    {
      kind: 'other',
      contentId: null,
      title: `Échange de pratiques : ${framework.domains[index]!.title}`,
      reason: 'C’est un appui du groupe : montrer aux autres ce qui marche aide à le garder.',
      owner: 'Référente ou référent décrochage',
      days: 1,
    },
  ];
}

/** The council meets within two weeks; two weeks before the end of the year, it looks back. */
const FIRST_DAYS = 14;
/** Less than this before the end of the year, the plan is for the next one. */
const SHORTEST_YEAR = 60;

/** Dates evenly spread up to the end of June, in the order given. */
function spread(lines: readonly Undated[], today: string): Draft[] {
  const year = schoolYearOf(today);
  const june = `${year + 1}-06-30`;
  const isLate = daysBetween(today, june) < SHORTEST_YEAR;
  const start = isLate ? `${year + 1}-09-15` : daysAfter(today, FIRST_DAYS);
  const end = daysAfter(isLate ? `${year + 2}-06-30` : june, -FIRST_DAYS);
  const span = daysBetween(start, end);
  return lines.map(({ days, ...line }, index) => {
    const from = onASchoolDay(daysAfter(start, Math.round((span * index) / (lines.length - 1))));
    return { ...line, from, until: daysAfter(from, days - 1) };
  });
}

/** The same day, or the first after it on which a school may be open: other holidays differ between académies. */
function onASchoolDay(day: string): string {
  let open = day;
  while (isClosed(open)) open = daysAfter(open, 1);
  return open;
}

function isClosed(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const [month, date] = [day.slice(5, 7), Number(day.slice(8))];
  const christmas = (month === '12' && date >= 21) || (month === '01' && date <= 3);
  return weekday === 0 || weekday === 6 || christmas || isPublicHoliday(day);
}
